package io.controlgraph.query;

import io.controlgraph.vocab.Cg;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * Names, tests by aspect, exceptions, metrics, policies and plans on an {@link OddGraph} of the
 * same seed: in every odd shape too, with many dates that are equal.
 */
final class OddControls {
  private static final Node GRAPH = NodeFactory.createURI("http://example.org/graph4");
  private static final int MOST_ADDED = 25;
  private static final String[] STATUSES = {"implemented", "partial", "planned", "not-implemented"};
  private static final String[] NAMED = {
    "org",
    "framework",
    "requirement",
    "target",
    "system",
    "implementation",
    "evidence",
    "post",
    "shared",
    "exception",
    "metric",
    "objective",
    "policy",
    "treatment"
  };

  /** Few, so that many are equal; some are the last of a month. */
  private static final List<LocalDate> DAYS =
      List.of(
          Fixture.DAY,
          Fixture.DAY,
          Fixture.DAY.minusDays(1),
          Fixture.DAY.plusDays(1),
          Fixture.DAY.minusMonths(1),
          LocalDate.of(2026, 2, 15),
          LocalDate.of(2025, 12, 31),
          LocalDate.of(2025, 8, 31),
          LocalDate.of(2024, 2, 29),
          Fixture.DAY.plusDays(30),
          Fixture.DAY.plusDays(31));

  private final Random random;
  private final Set<Quad> kept;
  private final List<Quad> quads;

  /** Whether things may have several of what makes a row several. */
  private final boolean isManifold;

  OddControls(int seed) {
    this.random = new Random(seed + 2_000_003L);
    this.kept = new LinkedHashSet<>(new OddGraph(seed).quads());
    this.isManifold = seed % 4 > 1;
    names();
    for (int i = 0; i < 4; i++) {
      evidence(name("evidence", 6 + i));
      exception(name("exception", i));
      metric(name("metric", i));
      policy(name("policy", i));
      plan(name("treatment", i), name("decision", i));
      add(name("model", i), "trainedOn", any("target", 7));
    }
    for (int i = 0; i < 14; i++) {
      test(name("test", i), i > 7);
      measurement(name("measurement", i));
    }
    for (int i = 0; i < 3; i++) {
      shared(name("shared", i), i);
      supplier(name("supplied", i), i);
    }
    this.quads = List.copyOf(kept);
  }

  List<Quad> quads() {
    return quads;
  }

  private void names() {
    for (String kind : NAMED) {
      for (int i = 0; i < 12; i++) {
        sometimes(85, label(kind, i));
        severally(label(kind, i));
      }
    }
    for (int i = 0; i < 4; i++) {
      text(name("requirement", i), DCTerms.identifier.asNode(), "A." + i / 2);
    }
    notation("TestAspect-design");
    notation("TestAspect-operation");
    notation("ResponsibilitySplit-provider");
    notation("ResponsibilitySplit-shared");
    for (String status : STATUSES) {
      notation("ImplementationStatus-" + status);
    }
    text(Cg.term("TargetKind-dataset"), SKOS.prefLabel.asNode(), "Dataset");
    severally(() -> text(Cg.term("TargetKind-dataset"), SKOS.prefLabel.asNode(), "Data"));
  }

  private Runnable label(String kind, int number) {
    return () ->
        text(name(kind, number), RDFS.label.asNode(), kind + " called " + random.nextInt(3));
  }

  private void notation(String concept) {
    sometimes(95, () -> text(Cg.term(concept), SKOS.notation.asNode(), concept));
    severally(() -> text(Cg.term(concept), SKOS.notation.asNode(), "the " + concept));
  }

  private void evidence(Node evidence) {
    sometimes(90, () -> type(evidence, Cg.EVIDENCE));
    add(evidence, "inOrganisation", any("org", 2));
    add(evidence, "proves", any("implementation", 6));
    sometimes(60, () -> add(evidence, "effectiveOn", day()));
    sometimes(50, () -> add(evidence, "validUntil", day()));
    sometimes(70, () -> add(evidence, "evidenceType", Cg.term("EvidenceType-report")));
    severally(() -> add(evidence, "effectiveOn", day()));
    severally(() -> add(evidence, "validUntil", day()));
    severally(() -> add(Cg.term("EvidenceType-report"), "defaultValidityMonths", integer(1)));
  }

  private void test(Node test, boolean isNew) {
    sometimes(95, () -> add(test, "aspect", aspect()));
    sometimes(10, () -> add(test, "aspect", aspect()));
    sometimes(60, () -> add(test, "sample", integer(25 + random.nextInt(5))));
    sometimes(40, () -> add(test, "exceptionsFound", integer(random.nextInt(5))));
    severally(() -> add(test, "sample", integer(40)));
    if (isNew) {
      sometimes(95, () -> type(test, Cg.CONTROL_TEST));
      sometimes(95, () -> add(test, "inOrganisation", any("org", 2)));
      add(test, "implementation", any("implementation", 6));
      add(test, "result", Cg.term("TestResult-" + (chance(50) ? "passed" : "failed")));
      sometimes(95, () -> add(test, "testedOn", day()));
      severally(() -> add(test, "testedOn", day()));
      sometimes(70, () -> add(test, "nextDue", day()));
      severally(() -> add(test, "nextDue", day()));
    }
  }

  private static Node concept(String name) {
    return Cg.term(name);
  }

  private Node aspect() {
    return concept(chance(50) ? "TestAspect-design" : "TestAspect-operation");
  }

  private void exception(Node exception) {
    sometimes(95, () -> type(exception, concept("Exception")));
    sometimes(95, () -> add(exception, "inOrganisation", any("org", 2)));
    add(exception, "implementation", any("implementation", 6));
    sometimes(30, () -> add(exception, "implementation", any("implementation", 6)));
    sometimes(30, () -> add(exception, "validFrom", day()));
    sometimes(85, () -> add(exception, "validUntil", day()));
    severally(() -> add(exception, "validUntil", day()));
    sometimes(60, () -> add(exception, "approvedBy", any("post", 3)));
    severally(() -> add(exception, "approvedBy", any("post", 3)));
  }

  private void metric(Node metric) {
    sometimes(95, () -> type(metric, concept("Metric")));
    add(metric, "inOrganisation", any("org", 2));
    sometimes(90, () -> add(metric, "frequencyMonths", integer(months())));
    severally(() -> add(metric, "frequencyMonths", integer(months())));
    sometimes(60, () -> add(metric, "objective", any("objective", 2)));
    severally(() -> add(metric, "objective", any("objective", 2)));
    sometimes(60, () -> add(metric, "owner", any("post", 3)));
    severally(() -> add(metric, "owner", any("post", 3)));
    sometimes(60, () -> add(metric, "targetValue", decimal("99.5")));
  }

  private int months() {
    return new int[] {1, 2, 3, 6, 7, 12, 25}[random.nextInt(7)];
  }

  private void measurement(Node measurement) {
    sometimes(95, () -> type(measurement, concept("Measurement")));
    add(measurement, "metric", any("metric", 4));
    sometimes(95, () -> add(measurement, "measuredOn", day()));
    sometimes(90, () -> add(measurement, "value", decimal("9" + random.nextInt(5) + ".5")));
    severally(() -> add(measurement, "value", decimal("12.0")));
  }

  private void policy(Node policy) {
    sometimes(95, () -> type(policy, concept("Policy")));
    add(policy, "inOrganisation", any("org", 2));
    sometimes(95, () -> add(policy, "reviewDue", day()));
    sometimes(60, () -> text(policy, concept("version"), "2.1"));
    sometimes(60, () -> add(policy, "approvedOn", day()));
    sometimes(60, () -> add(policy, "owner", any("post", 3)));
    severally(() -> add(policy, "owner", any("post", 3)));
  }

  private void plan(Node treatment, Node decision) {
    sometimes(95, () -> type(treatment, Cg.TREATMENT));
    add(treatment, "inOrganisation", any("org", 2));
    add(treatment, "requirement", any("requirement", 4));
    sometimes(60, () -> add(treatment, "approvedOn", day()));
    sometimes(60, () -> text(decision, concept("justification"), "Not done here"));
    severally(() -> text(decision, concept("justification"), "Nor there"));
  }

  private void shared(Node shared, int number) {
    sometimes(50, () -> add(shared, "requirement", any("requirement", 4)));
    sometimes(30, () -> add(shared, "consumer", any("target", 7)));
    sometimes(30, () -> add(shared, "provider", any("target", 7)));
    severally(() -> add(shared, "split", concept("ResponsibilitySplit-provider")));
    severally(() -> add(shared, "inOrganisation", name("org", number % 2)));
  }

  /** A shared responsibility in good order, whose assurance has the date it happens to have. */
  private void supplier(Node shared, int number) {
    type(shared, Cg.SHARED_RESPONSIBILITY);
    add(shared, "inOrganisation", name("org", number % 2));
    add(shared, "split", concept("ResponsibilitySplit-shared"));
    add(shared, "provider", any("target", 7));
    add(shared, "consumer", any("target", 7));
    add(shared, "requirement", any("requirement", 4));
    sometimes(70, () -> add(shared, "assuranceInScope", truth(chance(80))));
    sometimes(80, () -> add(shared, "assurance", any("evidence", 10)));
  }

  /** Quads that are not there yet: of the seed's own kind, some of other things. */
  List<Quad> additions(DatasetGraph data) {
    return Stream.generate(() -> quads.get(random.nextInt(quads.size())))
        .limit(MOST_ADDED)
        .map(
            quad ->
                Quad.create(
                    NodeFactory.createURI("http://example.org/graph" + random.nextInt(3)),
                    chance(60) ? quad.getSubject() : any("implementation", 6),
                    quad.getPredicate(),
                    quad.getObject()))
        .filter(quad -> !data.contains(quad))
        .distinct()
        .toList();
  }

  /** Quads that are there. */
  List<Quad> deletions(DatasetGraph data) {
    return Stream.generate(() -> quads.get(random.nextInt(quads.size())))
        .limit(MOST_ADDED)
        .filter(data::contains)
        .distinct()
        .toList();
  }

  private Node day() {
    LocalDate day = DAYS.get(random.nextInt(DAYS.size()));
    return NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate);
  }

  private static Node integer(int value) {
    return NodeFactory.createLiteralDT(String.valueOf(value), XSDDatatype.XSDinteger);
  }

  private static Node decimal(String value) {
    return NodeFactory.createLiteralDT(value, XSDDatatype.XSDdecimal);
  }

  private static Node truth(boolean value) {
    return NodeFactory.createLiteralDT(String.valueOf(value), XSDDatatype.XSDboolean);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private void sometimes(int percent, Runnable deed) {
    if (chance(percent)) {
      deed.run();
    }
  }

  private void severally(Runnable deed) {
    if (isManifold) {
      sometimes(25, deed);
    }
  }

  private static Node name(String name, int number) {
    return NodeFactory.createURI("http://example.org/" + name + number);
  }

  private Node any(String name, int count) {
    return name(name, random.nextInt(count));
  }

  private void type(Node thing, Node type) {
    quad(thing, RDF.type.asNode(), type);
  }

  private void add(Node subject, String property, Node object) {
    quad(subject, Cg.term(property), object);
  }

  private void text(Node subject, Node property, String text) {
    quad(subject, property, NodeFactory.createLiteralString(text));
  }

  private void quad(Node subject, Node property, Node object) {
    kept.add(Quad.create(GRAPH, subject, property, object));
  }
}
