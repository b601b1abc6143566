package io.controlgraph.query;

import io.controlgraph.vocab.Cg;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
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
 * Audits, nonconformities, who collected which evidence of which version, and how grave risks are,
 * on an {@link OddGraph} and its {@link OddRisks} of the same seed: in every odd shape too.
 */
final class OddAssurance {
  private static final Node GRAPH = NodeFactory.createURI("http://example.org/graph4");
  private static final String NAMES = "http://example.org/";
  private static final int MOST_CHANGED = 12;

  private final Random random;
  private final int seed;
  private final Set<Quad> quads = new LinkedHashSet<>();

  /** Of a seed; its things have names of their own, so that several can be in one graph. */
  OddAssurance(int seed) {
    this.seed = seed;
    this.random = new Random(seed + 2_000_003L);
    quads.addAll(new OddGraph(seed).quads());
    quads.addAll(new OddRisks(seed).quads());
    names();
    audits();
    nonconformities();
    evidence();
    risks();
  }

  List<Quad> quads() {
    return quads.stream()
        .map(
            quad ->
                Quad.create(
                    quad.getGraph(),
                    renamed(quad.getSubject()),
                    quad.getPredicate(),
                    renamed(quad.getObject())))
        .toList();
  }

  private Node renamed(Node node) {
    return node.isURI() && node.getURI().startsWith(NAMES)
        ? NodeFactory.createURI(NAMES + seed + "/" + node.getURI().substring(NAMES.length()))
        : node;
  }

  private void names() {
    for (String grade : List.of("major", "minor")) {
      text(Cg.concept("NonconformityGrade", grade), SKOS.notation.asNode(), grade);
    }
    for (String kind : List.of("inherent", "current", "residual")) {
      text(Cg.concept("EvaluationKind", kind), SKOS.notation.asNode(), kind);
    }
    text(Cg.concept("EvidenceType", "report"), SKOS.notation.asNode(), "report");
    List<String> levels = List.of("low", "medium", "high", "critical");
    for (String level : levels) {
      Node concept = Cg.concept("RiskLevel", level);
      quad(concept, SKOS.inScheme.asNode(), Cg.term("RiskLevel"));
      text(concept, SKOS.notation.asNode(), level);
      add(concept, "rank", integer(levels.indexOf(level) + 1));
    }
    for (int i = 0; i < 3; i++) {
      text(name("person", i), DCTerms.identifier.asNode(), "P-" + i);
      text(name("requirement", i), DCTerms.identifier.asNode(), "R." + i);
      text(name("risk", i), RDFS.label.asNode(), "Risk " + i % 2);
    }
    text(name("org", 0), RDFS.label.asNode(), "Acme");
  }

  private void audits() {
    for (int i = 0; i < 3; i++) {
      Node audit = name("audit", i);
      sometimes(90, () -> type(audit, "Audit"));
      add(audit, "inOrganisation", any("org", 2));
      sometimes(90, () -> add(audit, "validFrom", day(1400)));
      sometimes(60, () -> add(audit, "validUntil", day(1200)));
      sometimes(90, () -> add(audit, "auditor", any("post", 3)));
      IntStream.range(0, random.nextInt(3))
          .forEach(each -> add(audit, "requirement", any("requirement", 4)));
    }
    String[] conclusions = {"conforms", "minor-nonconformity", "not-examined"};
    for (int i = 0; i < 5; i++) {
      Node finding = name("auditFinding", i);
      sometimes(95, () -> type(finding, "AuditFinding"));
      add(finding, "audit", any("audit", 3));
      add(finding, "requirement", any("requirement", 4));
      add(finding, "conclusion", Cg.concept("AuditConclusion", conclusions[random.nextInt(3)]));
      sometimes(40, () -> add(finding, "implementation", any("implementation", 6)));
    }
  }

  private void nonconformities() {
    for (int i = 0; i < 2; i++) {
      Node each = name("nonconformity", i);
      sometimes(40, () -> text(each, Cg.term("cause"), "Nobody asked."));
      sometimes(40, () -> text(each, Cg.term("effectivenessReview"), "It works."));
    }
    for (int i = 0; i < 4; i++) {
      Node action = name("action", i);
      sometimes(90, () -> type(action, "CorrectiveAction"));
      add(action, "nonconformity", any("nonconformity", 2));
      sometimes(80, () -> add(action, "due", day(300)));
      sometimes(20, () -> add(action, "due", day(300)));
      sometimes(50, () -> add(action, "completedOn", day(300)));
      sometimes(20, () -> add(action, "completedOn", day(300)));
    }
  }

  private void evidence() {
    for (int i = 0; i < 8; i++) {
      Node evidence = name("evidence", i);
      sometimes(60, () -> add(evidence, "collectedBy", any("post", 3)));
      sometimes(50, () -> add(evidence, "provesVersion", any("version", 3)));
    }
    sometimes(
        50,
        () ->
            IntStream.range(0, 4 + random.nextInt(3))
                .forEach(i -> add(name("evidence", 0), "proves", name("implementation", i))));
    String[] decisions = {"released", "released-with-conditions", "rejected"};
    for (int i = 0; i < 3; i++) {
      Node version = name("version", i);
      sometimes(40, () -> add(version, "createdOn", day(200)));
      sometimes(40, () -> add(version, "releasedOn", day(200)));
      sometimes(40, () -> add(version, "decidedOn", day(200)));
      add(version, "releaseDecision", Cg.concept("ReleaseDecision", decisions[random.nextInt(3)]));
    }
  }

  private void risks() {
    String[] levels = {"low", "medium", "high", "critical"};
    for (int likelihood = 1; likelihood <= 2; likelihood++) {
      for (int impact = 1; impact <= 2; impact++) {
        String level = levels[random.nextInt(2) + (likelihood + impact > 2 ? 2 : 0)];
        add(name("cell", likelihood * 10 + impact), "level", Cg.concept("RiskLevel", level));
      }
    }
    for (int i = 0; i < 5; i++) {
      Node treatment = name("treatment", i);
      sometimes(70, () -> add(treatment, "due", day(300)));
    }
  }

  /** Quads that are not there yet: of the seed's own kind, each with the subject of another. */
  List<Quad> additions(DatasetGraph data) {
    List<Quad> all = changing();
    List<Quad> added = new ArrayList<>();
    while (added.size() < MOST_CHANGED) {
      Quad quad = one(all);
      List<Quad> alike =
          all.stream().filter(each -> each.getPredicate().equals(quad.getPredicate())).toList();
      Quad mixed =
          Quad.create(
              name("graph", random.nextInt(5)),
              one(alike).getSubject(),
              quad.getPredicate(),
              quad.getObject());
      if (!data.contains(mixed) && !added.contains(mixed)) {
        added.add(mixed);
      } else if (chance(5)) {
        break;
      }
    }
    return added;
  }

  /** All but which concepts a scheme has, which comes with the vocabulary. */
  private List<Quad> changing() {
    return quads().stream()
        .filter(quad -> !quad.getPredicate().equals(SKOS.inScheme.asNode()))
        .toList();
  }

  /** Quads that are there. */
  List<Quad> deletions(DatasetGraph data) {
    List<Quad> all = changing();
    return Stream.generate(() -> one(all))
        .limit(MOST_CHANGED)
        .filter(data::contains)
        .distinct()
        .toList();
  }

  /** A day around the day asked for, often that day itself, mostly before it. */
  private Node day(int most) {
    LocalDate day =
        chance(20) ? Fixture.DAY : Fixture.DAY.plusDays(random.nextInt(most) - most * 3L / 4);
    return NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate);
  }

  private static Node integer(int value) {
    return NodeFactory.createLiteralDT(String.valueOf(value), XSDDatatype.XSDinteger);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private void sometimes(int percent, Runnable deed) {
    if (chance(percent)) {
      deed.run();
    }
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static Node name(String name, int number) {
    return NodeFactory.createURI(NAMES + name + number);
  }

  private Node any(String name, int count) {
    return name(name, random.nextInt(count));
  }

  private void type(Node thing, String type) {
    quad(thing, RDF.type.asNode(), Cg.term(type));
  }

  private void add(Node subject, String property, Node object) {
    quad(subject, Cg.term(property), object);
  }

  private void text(Node subject, Node property, String text) {
    quad(subject, property, NodeFactory.createLiteralString(text));
  }

  private void quad(Node subject, Node property, Node object) {
    quads.add(Quad.create(GRAPH, subject, property, object));
  }
}
