package io.controlgraph.query;

import io.controlgraph.vocab.Cg;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/**
 * Risks on an {@link OddGraph} of the same seed, with their evaluations, treatments and
 * acceptances, incidents, and what depends on what: in every odd shape too.
 */
final class OddRisks {
  private static final Node GRAPH = NodeFactory.createURI("http://example.org/graph3");
  private static final String[] DEPENDENCIES = {
    "dependsOn", "usesModel", "trainedOn", "derivedFrom", "producedBy", "suppliedBy", "supplier"
  };

  private final Random random;
  private final List<Quad> quads = new ArrayList<>();

  private final List<Quad> ground;

  OddRisks(int seed) {
    this.random = new Random(seed + 1_000_003L);
    this.ground = new OddGraph(seed).quads();
    names();
    dependencies();
    for (int i = 0; i < 4; i++) {
      risk(name("risk", i));
    }
    for (int i = 0; i < 9; i++) {
      evaluation(name("evaluation", i));
    }
    for (int i = 0; i < 5; i++) {
      treatment(name("treatment", i));
    }
    for (int i = 0; i < 6; i++) {
      treated(name("implementation", i), name("risk", 10 + i), name("treatment", 10 + i));
    }
    for (int i = 0; i < 5; i++) {
      acceptance(name("acceptance", i));
    }
    for (int i = 0; i < 3; i++) {
      add(name("finding", i), "incident", any("incident", 2));
    }
    add(name("incident", 0), "inOrganisation", any("org", 2));
    matrix();
  }

  List<Quad> quads() {
    return quads;
  }

  private void names() {
    for (String status : List.of("implemented", "partial", "planned", "not-implemented")) {
      text(Cg.concept("ImplementationStatus", status), SKOS.notation.asNode(), status);
    }
    for (String result : List.of("failed", "bypassed", "absent", "detected")) {
      text(Cg.concept("FindingResult", result), SKOS.notation.asNode(), result);
    }
    text(Cg.concept("TreatmentOption", "modify"), SKOS.notation.asNode(), "modify");
    text(Cg.concept("TargetKind", "dataset"), SKOS.prefLabel.asNode(), "Dataset");
    text(Cg.concept("TargetKind", "ai-system"), SKOS.prefLabel.asNode(), "AI system");
  }

  private void dependencies() {
    for (int i = 0; i < 6; i++) {
      add(any("target", 7), DEPENDENCIES[random.nextInt(DEPENDENCIES.length)], any("target", 7));
    }
    for (int i = 0; i < 7; i++) {
      if (chance(40)) {
        add(name("target", i), "accountable", any("post", 3));
      }
    }
  }

  private void risk(Node risk) {
    type(risk, Cg.RISK);
    add(risk, "inOrganisation", any("org", 2));
    add(risk, "owner", any("post", 3));
    IntStream.range(0, random.nextInt(3)).forEach(i -> add(risk, "threatens", any("target", 7)));
  }

  private void evaluation(Node evaluation) {
    type(evaluation, Cg.RISK_EVALUATION);
    if (chance(90)) {
      add(evaluation, "inOrganisation", any("org", 2));
    }
    add(evaluation, "risk", any("risk", 4));
    String[] kinds = {"inherent", "current", "residual", "residual"};
    add(evaluation, "evaluationKind", Cg.concept("EvaluationKind", kinds[random.nextInt(4)]));
    add(evaluation, "evaluatedOn", day());
    add(evaluation, "method", name("method", 0));
    add(evaluation, "likelihood", integer(1 + random.nextInt(2)));
    add(evaluation, "impact", integer(1 + random.nextInt(2)));
  }

  private void treatment(Node treatment) {
    type(treatment, Cg.TREATMENT);
    add(treatment, "inOrganisation", any("org", 2));
    add(treatment, "risk", any("risk", 4));
    add(treatment, "treatmentOption", Cg.concept("TreatmentOption", "modify"));
    IntStream.range(0, 1 + random.nextInt(2))
        .forEach(i -> add(treatment, "requirement", any("requirement", 4)));
    if (chance(70)) {
      add(treatment, "completedOn", day());
    }
  }

  /** A risk of what an implementation stands at, treated by what it implements. */
  private void treated(Node implementation, Node risk, Node treatment) {
    for (Quad quad : ground) {
      if (quad.getSubject().equals(implementation)) {
        if (quad.getPredicate().equals(Cg.TARGET_PROPERTY)) {
          add(risk, "threatens", quad.getObject());
        } else if (quad.getPredicate().equals(Cg.REQUIREMENT_PROPERTY)) {
          add(treatment, "requirement", quad.getObject());
        } else if (quad.getPredicate().equals(Cg.IN_ORGANISATION)) {
          add(treatment, "inOrganisation", quad.getObject());
        }
      }
    }
    type(treatment, Cg.TREATMENT);
    add(treatment, "risk", risk);
    Node evaluation = NodeFactory.createURI(risk.getURI() + "/evaluation");
    type(evaluation, Cg.RISK_EVALUATION);
    add(evaluation, "inOrganisation", any("org", 2));
    add(evaluation, "risk", risk);
    add(evaluation, "evaluationKind", Cg.concept("EvaluationKind", "residual"));
    add(evaluation, "evaluatedOn", day());
  }

  private void acceptance(Node acceptance) {
    type(acceptance, Cg.RESIDUAL_ACCEPTANCE);
    if (chance(80)) {
      add(acceptance, "inOrganisation", any("org", 2));
    }
    add(acceptance, "accepts", any("evaluation", 9));
    add(acceptance, "acceptedBy", any("post", 3));
    add(acceptance, "acceptedOn", day());
    add(
        acceptance,
        "withinCriteria",
        NodeFactory.createLiteralDT(String.valueOf(chance(85)), XSDDatatype.XSDboolean));
    if (chance(50)) {
      add(acceptance, "validUntil", day());
    }
  }

  private void matrix() {
    for (int likelihood = 1; likelihood <= 2; likelihood++) {
      for (int impact = 1; impact <= 2; impact++) {
        Node cell = name("cell", likelihood * 10 + impact);
        type(cell, Cg.RISK_MATRIX_CELL);
        add(cell, "method", name("method", 0));
        add(cell, "likelihood", integer(likelihood));
        add(cell, "impact", integer(impact));
        add(
            cell,
            "acceptable",
            NodeFactory.createLiteralDT(
                String.valueOf(likelihood + impact < 3), XSDDatatype.XSDboolean));
      }
    }
  }

  private Node day() {
    LocalDate day = chance(25) ? Fixture.DAY : Fixture.DAY.plusDays(random.nextInt(300) - 250);
    return NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate);
  }

  private static Node integer(int value) {
    return NodeFactory.createLiteralDT(String.valueOf(value), XSDDatatype.XSDinteger);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private static Node name(String name, int number) {
    return NodeFactory.createURI("http://example.org/" + name + number);
  }

  private Node any(String name, int count) {
    return name(name, random.nextInt(count));
  }

  private void type(Node thing, Node type) {
    quads.add(Quad.create(GRAPH, thing, RDF.type.asNode(), type));
  }

  private void add(Node subject, String property, Node object) {
    quads.add(Quad.create(GRAPH, subject, Cg.term(property), object));
  }

  private void text(Node subject, Node property, String text) {
    quads.add(Quad.create(GRAPH, subject, property, NodeFactory.createLiteralString(text)));
  }
}
