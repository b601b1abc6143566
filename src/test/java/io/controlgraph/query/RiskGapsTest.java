package io.controlgraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.gaps.Gaps;
import io.controlgraph.trace.index.NextIndex;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.risks.RiskRules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The index finds the gaps in audits, evidence and risks that the questions find, row by row. */
@Timeout(300)
class RiskGapsTest {
  private static final int SEEDS = 500;

  /** How many are in one graph: most of the time goes into the questions, not their rows. */
  private static final int AT_ONCE = 50;

  /** Five hundred graphs of every odd shape, before and after changes. */
  @Test
  void finds_the_rows_of_graphs_of_every_odd_shape() {
    Map<String, Integer> rows = new TreeMap<>();
    for (int first = 0; first < SEEDS; first += AT_ONCE) {
      List<OddAssurance> graphs =
          IntStream.range(first, first + AT_ONCE).mapToObj(OddAssurance::new).toList();
      DatasetGraph data = DatasetGraphFactory.createGeneral();
      graphs.forEach(graph -> graph.quads().forEach(data::add));
      TraceIndex index = GapAgreement.index(data.stream(), 1);
      assertAgree(data, index, "seeds from " + first, rows);
      int revision = 1;
      for (OddAssurance graph : graphs) {
        List<Quad> added = graph.additions(data);
        List<Quad> deleted = graph.deletions(data);
        deleted.forEach(data::delete);
        added.forEach(data::add);
        index = NextIndex.after(index, ++revision, added, deleted);
      }
      assertAgree(data, index, "seeds from " + first + ", changed", rows);
    }
    Set<String> never = new TreeSet<>(rows.keySet());
    never.removeIf(name -> rows.getOrDefault(name, 0) > 0);
    assertEquals(Set.of(), never, () -> "rules that never found anything, of " + rows);
  }

  private static void assertAgree(
      DatasetGraph data, TraceIndex index, String what, Map<String, Integer> rows) {
    Graph triples = GraphFactory.createDefaultGraph(); // a copy, which is faster than a union
    GraphUtil.addInto(triples, data.getUnionGraph());
    Gaps gaps = GapAgreement.gaps(index, Fixture.DAY);
    for (GapRule rule : RiskRules.of(new Coverage(index, Fixture.DAY))) {
      rows.merge(
          rule.question(),
          GapAgreement.assertAgree(triples, gaps, rule.question(), what),
          Integer::sum);
    }
  }
}
