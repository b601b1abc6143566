package io.controlgraph.query;

import static io.controlgraph.query.OddWriter.name;
import static io.controlgraph.query.OddWriter.text;
import static io.controlgraph.query.OddWriter.truth;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * AI systems with their versions and assessments, changes, trainings, incidents with their notices,
 * posts and duties, on the {@link OddGraph} and the {@link OddRisks} of the same seed: in every odd
 * shape too.
 */
final class OddPeople {
  private final OddWriter writer;
  private final int seed;

  OddPeople(int seed) {
    this.seed = seed;
    List<Quad> ground = new ArrayList<>(new OddGraph(seed).quads());
    ground.addAll(new OddRisks(seed).quads());
    this.writer = new OddWriter(seed + 7_000_003L, ground);
    targets();
    for (int i = 0; i < 4; i++) {
      classification(name("classification", i));
      change(name("change", i));
    }
    for (int i = 0; i < 5; i++) {
      assessment(name("assessment", i));
      systemVersion(name("version", i));
      datasetVersion(name("data", i));
      training(name("training", i));
    }
    incidents();
    people();
    duties();
    alone();
  }

  OddWriter writer() {
    return writer;
  }

  private void targets() {
    for (int i = 0; i < 7; i++) {
      Node target = writer.thing(name("target", i), writer.one("Asset", "AISystem"));
      writer.some(50, target, "personalData", () -> truth(writer.chance(60)));
    }
    for (int i = 0; i < 4; i++) {
      Node risk = name("risk", i);
      writer.some(60, risk, "vulnerability", () -> writer.any("weakness", 2));
    }
  }

  private void classification(Node each) {
    writer.thing(each, "RegulatoryClassification");
    writer.some(95, each, "concerns", () -> writer.any("target", 7));
    writer.some(90, each, "regulation", () -> text(writer.one("AI Act", "MDR")));
    writer.some(90, each, "operatorRole", () -> writer.concept("OperatorRole", "provider"));
    writer.some(60, each, "decidedOn", writer::day);
  }

  private void assessment(Node each) {
    writer.thing(each, "ImpactAssessment");
    writer.some(95, each, "concerns", () -> writer.any("target", 7));
    writer.maybe(30, each, "concerns", writer.any("target", 7));
    writer.some(
        90, each, "assessmentKind", () -> writer.concept("ImpactAssessmentKind", "dpia", "fria"));
    writer.some(75, each, "approvedOn", writer::day);
    writer.some(70, each, "reviewDue", writer::day);
    writer.some(50, each, "approvedBy", () -> writer.any("post", 5));
  }

  private void systemVersion(Node each) {
    writer.thing(each, "AISystemVersion");
    writer.some(95, each, "versionOf", () -> writer.any("target", 7));
    writer.some(
        95, each, "stage", () -> writer.concept("LifecycleStage", "operation", "pilot", "retired"));
    writer.some(50, each, "intendedUse", () -> text(writer.one("Triage", "Search")));
    writer.some(
        70,
        each,
        "releaseDecision",
        () ->
            writer.concept("ReleaseDecision", "released", "released-with-conditions", "rejected"));
    writer.some(60, each, "decidedOn", writer::day);
    writer.some(40, each, "trainedOnVersion", () -> writer.any("data", 5));
  }

  private void datasetVersion(Node each) {
    writer.thing(each, "DatasetVersion");
    writer.some(95, each, "versionOf", () -> writer.any("target", 7));
    writer.some(
        95, each, "datasetUse", () -> writer.concept("DatasetUse", "train", "ground", "test"));
    writer.some(60, each, "createdOn", writer::day);
    writer.some(40, each, "supersedes", () -> writer.any("data", 5));
    writer.some(50, each, "dataSource", () -> text(writer.one("Archive", "Web")));
    writer.some(40, each, "licence", () -> text(writer.one("CC-BY", "Own")));
    writer.some(40, each, "legalBasis", () -> text(writer.one("Consent", "Law")));
  }

  private void change(Node each) {
    writer.thing(each, "Change");
    writer.some(90, each, "implementedOn", writer::day);
    writer.some(50, each, "requestedOn", writer::day);
    writer.some(50, each, "approvedOn", writer::day);
    writer.some(60, each, "approvedBy", () -> writer.any("post", 5));
    writer.some(95, each, "affects", () -> writer.any("target", 7));
    writer.maybe(40, each, "affects", writer.any("target", 7));
  }

  private void training(Node each) {
    writer.thing(each, "Training");
    writer.some(95, each, "person", () -> writer.any("person", 5));
    writer.some(95, each, "courseTitle", () -> text(writer.one("Privacy", "Triage")));
    writer.some(70, each, "completedOn", writer::day);
    writer.some(60, each, "validUntil", writer::day);
    writer.some(50, each, "competence", () -> text(writer.one("May read", "May write")));
  }

  private void incidents() {
    for (int i = 0; i < 3; i++) {
      Node each = writer.thing(name("incident", i), "Incident");
      writer.some(40, each, "detectedAt", writer::moment);
      writer.some(40, each, "awareAt", writer::moment);
      writer.some(40, each, "occurredAt", writer::moment);
      writer.some(70, each, "realises", () -> writer.any("risk", 4));
    }
    for (int i = 2; i < 7; i++) {
      Node each = writer.thing(name("finding", i), "ControlFinding");
      writer.some(95, each, "incident", () -> writer.any("incident", 3));
      writer.some(
          95,
          each,
          "finding",
          () -> writer.concept("FindingResult", "failed", "bypassed", "absent", "detected"));
      writer.some(95, each, "foundOn", writer::day);
      writer.some(95, each, "requirement", () -> writer.any("requirement", 4));
      writer.some(95, each, "target", () -> writer.any("target", 7));
      writer.some(75, each, "implementation", () -> writer.any("implementation", 6));
    }
    for (int i = 0; i < 3; i++) {
      Node action = writer.thing(name("action", i), "CorrectiveAction");
      writer.some(90, action, "completedOn", writer::day);
      writer.some(95, action, "nonconformity", () -> writer.any("nonconformity", 2));
    }
    writer.concept("NonconformityGrade", "major", "minor");
    for (int i = 0; i < 4; i++) {
      Node notice = writer.thing(name("notice", i), "Notification");
      writer.some(95, notice, "incident", () -> writer.any("incident", 3));
      writer.some(90, notice, "dueAt", writer::moment);
      writer.some(60, notice, "sentAt", writer::moment);
      writer.some(60, notice, "regime", () -> text(writer.one("GDPR", "NIS2")));
      writer.some(60, notice, "recipient", () -> text(writer.one("Authority", "Patients")));
      writer.some(60, notice, "dutyHolder", () -> writer.any("post", 5));
    }
  }

  private void people() {
    for (int i = 0; i < 5; i++) {
      writer.thing(name("post", i), "Post");
      Node person = writer.thing(name("person", i), "Person");
      writer.some(35, person, "leftOn", writer::day);
    }
    for (int i = 5; i < 9; i++) {
      Node appointment = writer.thing(name("appointment", i), "Appointment");
      writer.some(95, appointment, "post", () -> writer.any("post", 5));
      writer.some(95, appointment, "person", () -> writer.any("person", 5));
      writer.life(appointment);
    }
    for (int i = 0; i < 4; i++) {
      writer.maybe(50, name("target", i), "accountable", writer.any("post", 5));
    }
  }

  private void duties() {
    for (int i = 3; i < 9; i++) {
      Node assignment = writer.thing(name("assignment", i), "Assignment");
      writer.some(90, assignment, "duty", () -> writer.concept("Duty", "build", "check"));
      writer.maybe(30, assignment, "role", writer.concept("AssignmentRole", "accountable"));
      String concern = writer.one("target", "target", "version", "data");
      writer.some(95, assignment, "concerns", () -> writer.any(concern, 3));
      writer.some(95, assignment, "post", () -> writer.any("post", 5));
      writer.life(assignment);
    }
    for (int i = 0; i < 3; i++) {
      Node delegation = writer.thing(name("delegation", i), "Delegation");
      writer.some(95, delegation, "delegatedBy", () -> writer.any("post", 5));
      writer.some(95, delegation, "delegatedTo", () -> writer.any("post", 5));
      writer.some(80, delegation, "duty", () -> writer.concept("Duty", "build", "check"));
      writer.some(40, delegation, "concerns", () -> writer.any("target", 3));
      writer.life(delegation);
    }
    for (int i = 0; i < 2; i++) {
      Node rule = writer.thing(name("sod", i), "SoDRule");
      writer.some(90, rule, "approvedOn", writer::day);
      writer.some(95, rule, "firstDuty", () -> writer.concept("Duty", "build"));
      writer.some(95, rule, "secondDuty", () -> writer.concept("Duty", "check", "build"));
    }
  }

  /** In most graphs, as many things on one post as make its holder a single point of failure. */
  private void alone() {
    if (seed % 5 > 0) {
      Node post = writer.any("post", 5);
      Node appointment = writer.thing(name("appointment", 9), "Appointment");
      writer.maybe(95, appointment, "post", post);
      writer.maybe(95, appointment, "person", writer.any("person", 5));
      for (int i = 0; i < 10 + seed % 4; i++) {
        Node thing = name("many", i);
        writer.maybe(100, thing, "inOrganisation", name("org", 0));
        writer.maybe(98, thing, "accountable", post);
        writer.maybe(5, thing, "accountable", writer.any("post", 5));
      }
    }
  }
}
