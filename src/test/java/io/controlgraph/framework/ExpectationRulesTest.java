package io.controlgraph.framework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.vocab.Cg;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;

class ExpectationRulesTest {

  private static final int MOST_KINDS = 4;

  private final FrameworkData rules =
      new FrameworkData(
          "expectation-rules", RDFDataMgr.loadGraph("ontology/expectation-rules.ttl"));

  @Test
  void everyAssessableRequirementIsExpectedAtOneToFourKindsOfTarget() {
    Map<Node, Set<Node>> kinds = new HashMap<>();
    for (Node rule : rules.ofClass(Cg.EXPECTATION_RULE)) {
      for (Node requirement : rules.values(rule, Cg.REQUIREMENT_PROPERTY)) {
        kinds
            .computeIfAbsent(requirement, k -> new HashSet<>())
            .addAll(rules.values(rule, Cg.TARGET_KIND));
      }
    }
    int assessable = 0;
    for (String id : FrameworkData.IDS) {
      for (Node requirement : FrameworkData.load(id).assessable()) {
        int count = kinds.getOrDefault(requirement, Set.of()).size();
        assertTrue(count >= 1 && count <= MOST_KINDS, requirement + " at " + count + " kinds");
        assessable++;
      }
    }
    assertEquals(assessable, kinds.size(), "rules name requirements that are not assessable");
  }

  @Test
  void noRequirementStandsInTwoRules() {
    Set<Node> seen = new HashSet<>();
    for (Node rule : rules.ofClass(Cg.EXPECTATION_RULE)) {
      for (Node requirement : rules.values(rule, Cg.REQUIREMENT_PROPERTY)) {
        assertTrue(seen.add(requirement), requirement + " stands in two rules");
      }
    }
  }

  @Test
  void everyRuleIsApprovedExpectsAndSaysWhy() {
    Graph ontology = RDFDataMgr.loadGraph("ontology/controlgraph.ttl");
    List<Node> all = rules.ofClass(Cg.EXPECTATION_RULE);
    assertFalse(all.isEmpty());
    for (Node rule : all) {
      String id = rules.identifier(rule);
      assertTrue(rule.getURI().endsWith("/id/expectation-rules/" + id), rule.getURI());
      assertEquals(Cg.concept("ExpectationEffect", "expected"), rules.value(rule, Cg.EFFECT));
      assertEquals("2026-01-01", rules.text(rule, Cg.APPROVED_ON));
      assertFalse(rules.values(rule, Cg.TARGET_KIND).isEmpty(), id);
      for (Node kind : rules.values(rule, Cg.TARGET_KIND)) {
        assertTrue(ontology.contains(kind, RDF.type.asNode(), Node.ANY), kind.getURI());
      }
    }
  }
}
