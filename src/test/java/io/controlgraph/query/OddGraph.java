package io.controlgraph.query;

import io.controlgraph.vocab.Cg;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/**
 * A small graph of a seed, with all that coverage is worked out from, and every odd shape: circles,
 * things that are part of themselves, orphans, several types and organisations, statements in two
 * graphs, missing dates and dates on the day itself.
 */
final class OddGraph {
  private static final int MOST_ADDED = 12;
  private static final String[] KINDS = {"dataset", "ai-system", "management-system"};

  private final Random random;
  private final List<Quad> quads = new ArrayList<>();
  private final List<Node> organisations = names("org", 2);
  private final List<Node> frameworks = names("framework", 2);
  private final List<Node> requirements = names("requirement", 4);
  private final List<Node> targets = names("target", 7);
  private final List<Node> systems = names("system", 2);
  private final List<Node> implementations = names("implementation", 6);
  private final List<Node> posts = names("post", 3);
  private final List<Node> persons = names("person", 3);

  /** Whether it is one of those in which much is as it should be, so that cells come up high. */
  private final boolean isWellKept;

  OddGraph(int seed) {
    this.random = new Random(seed);
    this.isWellKept = seed % 2 == 0;
    kinds();
    ground();
    rules();
    scopes();
    implementations();
    proofs();
    people();
  }

  List<Quad> quads() {
    return quads;
  }

  private void kinds() {
    add(concept("TargetKind-dataset"), "targetClass", Cg.DATASET);
    add(concept("TargetKind-ai-system"), "targetClass", Cg.AI_SYSTEM);
    add(concept("TargetKind-management-system"), "targetClass", Cg.MANAGEMENT_SYSTEM);
    if (chance(10)) {
      add(concept("TargetKind-dataset"), "targetClass", Cg.AI_SYSTEM);
    }
    add(concept("EvidenceType-report"), "defaultValidityMonths", integer(6));
  }

  private void ground() {
    for (Node system : systems) {
      type(system, Cg.MANAGEMENT_SYSTEM);
      add(system, "inOrganisation", one(organisations));
      add(system, "framework", one(frameworks));
      sometimes(30, () -> add(system, "framework", one(frameworks)));
    }
    for (Node requirement : requirements) {
      add(requirement, "framework", one(frameworks));
      add(requirement, "assessable", truth(!chance(10)));
    }
    for (Node target : targets) {
      type(target, chance(50) ? Cg.DATASET : Cg.AI_SYSTEM);
      sometimes(10, () -> type(target, Cg.DATASET));
      sometimes(95, () -> add(target, "inOrganisation", one(organisations)));
      sometimes(5, () -> add(target, "inOrganisation", one(organisations)));
      sometimes(40, () -> add(target, "partOf", one(targets)));
      sometimes(40, () -> add(target, "runsIn", one(targets)));
      sometimes(20, () -> add(target, "unit", one(targets)));
      life(target);
    }
  }

  private void rules() {
    for (Node rule : names("rule", 8)) {
      type(rule, Cg.EXPECTATION_RULE);
      sometimes(40, () -> add(rule, "inOrganisation", one(organisations)));
      sometimes(90, () -> add(rule, "approvedOn", isWellKept ? past() : day()));
      add(
          rule,
          "effect",
          concept("ExpectationEffect-" + (chance(85) ? "expected" : "not-expected")));
      add(rule, "requirement", one(requirements));
      sometimes(30, () -> add(rule, "requirement", one(requirements)));
      sometimes(
          80, () -> add(rule, "targetKind", concept("TargetKind-" + KINDS[random.nextInt(3)])));
      sometimes(20, () -> add(rule, "target", one(targets)));
    }
  }

  private void scopes() {
    List<Node> scopes = names("scope", 3);
    for (Node scope : scopes) {
      if (chance(60)) {
        type(scope, Cg.SCOPE_VERSION);
        add(scope, "inOrganisation", one(organisations));
        sometimes(80, () -> add(scope, "approvedOn", day()));
        sometimes(80, () -> add(scope, "validFrom", day()));
        sometimes(50, () -> add(scope, "supersedes", one(scopes)));
        IntStream.range(0, 3).forEach(i -> add(scope, "includes", one(targets)));
        sometimes(50, () -> add(scope, "excludes", one(targets)));
      }
    }
    List<Node> soas = names("soa", 3);
    for (Node soa : soas) {
      type(soa, Cg.SOA_VERSION);
      add(soa, "inOrganisation", one(organisations));
      add(soa, "framework", one(frameworks));
      sometimes(80, () -> add(soa, "approvedOn", day()));
      sometimes(50, () -> add(soa, "supersedes", one(soas)));
    }
    for (Node decision : names("decision", 4)) {
      add(decision, "soaVersion", one(soas));
      add(decision, "applicable", truth(chance(40)));
      add(decision, "requirement", one(requirements));
    }
  }

  private void implementations() {
    String[] statuses = {"implemented", "implemented", "implemented", "partial", "planned"};
    for (Node each : implementations) {
      sometimes(95, () -> type(each, Cg.IMPLEMENTATION));
      add(each, "inOrganisation", one(organisations));
      add(each, "target", one(targets));
      sometimes(30, () -> add(each, "target", one(systems)));
      add(each, "requirement", one(requirements));
      sometimes(30, () -> add(each, "requirement", one(requirements)));
      sometimes(
          95,
          () ->
              add(each, "status", concept("ImplementationStatus-" + statuses[random.nextInt(5)])));
      sometimes(10, () -> add(each, "status", concept("ImplementationStatus-not-implemented")));
      sometimes(70, () -> add(each, "accountable", one(posts)));
      sometimes(isWellKept ? 10 : 100, () -> life(each));
    }
    for (Node shared : names("shared", 3)) {
      type(shared, Cg.SHARED_RESPONSIBILITY);
      add(shared, "inOrganisation", one(organisations));
      add(shared, "assuranceInScope", truth(chance(80)));
      String[] splits = {"provider", "shared", "customer"};
      add(shared, "split", concept("ResponsibilitySplit-" + splits[random.nextInt(3)]));
      add(
          shared,
          "assurance",
          NodeFactory.createURI("http://example.org/evidence" + random.nextInt(8)));
      add(shared, "provider", one(targets));
      add(shared, "consumer", one(targets));
      add(shared, "requirement", one(requirements));
    }
  }

  private void proofs() {
    for (Node evidence : names("evidence", 8)) {
      type(evidence, Cg.EVIDENCE);
      add(evidence, "inOrganisation", one(organisations));
      add(evidence, "proves", one(implementations));
      sometimes(30, () -> add(evidence, "proves", one(implementations)));
      sometimes(90, () -> add(evidence, "effectiveOn", isWellKept ? past() : day()));
      sometimes(60, () -> add(evidence, "validUntil", isWellKept ? future() : day()));
      sometimes(60, () -> add(evidence, "evidenceType", concept("EvidenceType-report")));
    }
    for (Node test : names("test", 8)) {
      sometimes(90, () -> type(test, Cg.CONTROL_TEST));
      add(test, "inOrganisation", one(organisations));
      add(test, "implementation", one(implementations));
      add(test, "result", concept("TestResult-" + (chance(80) ? "passed" : "failed")));
      sometimes(95, () -> add(test, "testedOn", isWellKept ? past() : day()));
      sometimes(40, () -> add(test, "nextDue", isWellKept ? future() : day()));
    }
    String[] results = {"failed", "bypassed", "absent", "detected", "contained"};
    for (Node finding : names("finding", 3)) {
      type(finding, Cg.CONTROL_FINDING);
      add(finding, "inOrganisation", one(organisations));
      add(finding, "finding", concept("FindingResult-" + results[random.nextInt(5)]));
      sometimes(90, () -> add(finding, "foundOn", day()));
      sometimes(50, () -> add(finding, "implementation", one(implementations)));
      sometimes(70, () -> add(finding, "requirement", one(requirements)));
      sometimes(70, () -> add(finding, "target", one(targets)));
    }
    for (Node each : names("nonconformity", 2)) {
      type(each, Cg.NONCONFORMITY);
      add(each, "inOrganisation", one(organisations));
      add(each, "grade", concept("NonconformityGrade-" + (chance(60) ? "major" : "minor")));
      add(each, "implementation", one(implementations));
      add(each, "raisedOn", day());
      sometimes(50, () -> add(each, "closedOn", day()));
    }
  }

  private void people() {
    for (Node appointment : names("appointment", 5)) {
      type(appointment, Cg.APPOINTMENT);
      add(appointment, "inOrganisation", one(organisations));
      add(appointment, "post", one(posts));
      sometimes(90, () -> add(appointment, "person", one(persons)));
      sometimes(isWellKept ? 10 : 100, () -> life(appointment));
    }
    for (Node person : persons) {
      sometimes(20, () -> add(person, "leftOn", day()));
    }
    for (Node assignment : names("assignment", 3)) {
      type(assignment, Cg.ASSIGNMENT);
      add(assignment, "inOrganisation", one(organisations));
      add(
          assignment,
          "role",
          concept("AssignmentRole-" + (chance(80) ? "accountable" : "informed")));
      add(assignment, "concerns", one(implementations));
      add(assignment, "post", one(posts));
      life(assignment);
    }
  }

  /** Quads that are not there yet: of the seed's own kind, some of them in another graph. */
  List<Quad> additions(DatasetGraph data) {
    List<Quad> own =
        Stream.generate(() -> quads.get(random.nextInt(quads.size()))).limit(MOST_ADDED).toList();
    return own.stream()
        .map(
            quad ->
                Quad.create(
                    NodeFactory.createURI("http://example.org/graph" + random.nextInt(3)),
                    chance(50) ? quad.getSubject() : one(implementations),
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

  private void life(Node thing) {
    sometimes(30, () -> add(thing, "validFrom", day()));
    sometimes(30, () -> add(thing, "validUntil", day()));
  }

  /** A day around the day asked for, often that day itself. */
  private Node day() {
    return date(chance(25) ? Fixture.DAY : Fixture.DAY.plusDays(random.nextInt(800) - 500));
  }

  private Node past() {
    return date(Fixture.DAY.minusDays(random.nextInt(100)));
  }

  private Node future() {
    return date(Fixture.DAY.plusDays(random.nextInt(100)));
  }

  private static Node date(LocalDate day) {
    return NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate);
  }

  private static Node truth(boolean value) {
    return NodeFactory.createLiteralDT(String.valueOf(value), XSDDatatype.XSDboolean);
  }

  private static Node integer(int value) {
    return NodeFactory.createLiteralDT(String.valueOf(value), XSDDatatype.XSDinteger);
  }

  private static Node concept(String name) {
    return Cg.term(name);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private void sometimes(int percent, Runnable deed) {
    if (chance(percent)) {
      deed.run();
    }
  }

  private Node one(List<Node> nodes) {
    return nodes.get(random.nextInt(nodes.size()));
  }

  private static List<Node> names(String name, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> NodeFactory.createURI("http://example.org/" + name + i))
        .toList();
  }

  private void type(Node thing, Node type) {
    quad(thing, RDF.type.asNode(), type);
  }

  private void add(Node subject, String property, Node object) {
    quad(subject, Cg.term(property), object);
  }

  private void quad(Node subject, Node property, Node object) {
    Quad quad =
        Quad.create(
            NodeFactory.createURI("http://example.org/graph" + random.nextInt(2)),
            subject,
            property,
            object);
    if (!quads.contains(quad)) {
      quads.add(quad);
    }
    if (chance(10)) {
      Quad also =
          Quad.create(
              NodeFactory.createURI("http://example.org/graph2"), subject, property, object);
      if (!quads.contains(also)) {
        quads.add(also);
      }
    }
  }
}
