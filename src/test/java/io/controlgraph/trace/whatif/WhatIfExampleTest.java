package io.controlgraph.trace.whatif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.Deadline;
import io.controlgraph.trace.coverage.Rung;
import io.controlgraph.trace.index.IndexBuilder;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.whatif.SinglePoints.Point;
import io.controlgraph.vocab.Cg;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * One requirement, expected at a dataset and effective there: proved by one piece of evidence,
 * answered for by one post that one person holds, tested once. It treats a risk, whose residual is
 * accepted by the post that owns it.
 */
@Timeout(60)
final class WhatIfExampleTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

  private final List<Quad> quads = new ArrayList<>();
  private TraceIndex index;
  private WhatIf whatIf;

  @BeforeEach
  void build() {
    add(Cg.concept("TargetKind", "dataset"), "targetClass", Cg.DATASET);
    thing("system", Cg.MANAGEMENT_SYSTEM);
    add("system", "framework", iri("framework"));
    add("requirement", "framework", iri("framework"));
    add("requirement", "assessable", literal("true", XSDDatatype.XSDboolean));
    thing("rule", Cg.EXPECTATION_RULE);
    add("rule", "approvedOn", date("2025-01-01"));
    add("rule", "effect", Cg.concept("ExpectationEffect", "expected"));
    add("rule", "requirement", iri("requirement"));
    add("rule", "targetKind", Cg.concept("TargetKind", "dataset"));
    thing("dataset", Cg.DATASET);
    add("dataset", "accountable", iri("keeper"));
    thing("implementation", Cg.IMPLEMENTATION);
    add("implementation", "status", Cg.concept("ImplementationStatus", "implemented"));
    add("implementation", "target", iri("dataset"));
    add("implementation", "requirement", iri("requirement"));
    add("implementation", "accountable", iri("post"));
    thing("evidence", Cg.EVIDENCE);
    add("evidence", "proves", iri("implementation"));
    add("evidence", "effectiveOn", date("2026-01-01"));
    add("evidence", "validUntil", date("2026-12-31"));
    people();
    test("test", "passed", "2026-02-01");
    risk();
    index = index();
    whatIf = new WhatIf(index, DAY);
  }

  private void people() {
    for (String post : List.of("post", "keeper", "owner")) {
      thing(post, Cg.POST);
      thing("appointment-" + post, Cg.APPOINTMENT);
      add("appointment-" + post, "post", iri(post));
      add("appointment-" + post, "person", iri("person-" + post));
      thing("person-" + post, Cg.PERSON);
    }
  }

  private void test(String name, String result, String day) {
    thing(name, Cg.CONTROL_TEST);
    add(name, "implementation", iri("implementation"));
    add(name, "result", Cg.concept("TestResult", result));
    add(name, "testedOn", date(day));
  }

  private void risk() {
    thing("risk", Cg.RISK);
    add("risk", "owner", iri("owner"));
    add("risk", "threatens", iri("dataset"));
    thing("treatment", Cg.TREATMENT);
    add("treatment", "risk", iri("risk"));
    add("treatment", "requirement", iri("requirement"));
    add("treatment", "completedOn", date("2026-02-15"));
    thing("evaluation", Cg.RISK_EVALUATION);
    add("evaluation", "risk", iri("risk"));
    add("evaluation", "evaluationKind", Cg.concept("EvaluationKind", "residual"));
    add("evaluation", "evaluatedOn", date("2026-02-20"));
    thing("acceptance", Cg.RESIDUAL_ACCEPTANCE);
    add("acceptance", "accepts", iri("evaluation"));
    add("acceptance", "acceptedBy", iri("owner"));
    add("acceptance", "acceptedOn", date("2026-02-21"));
    add("acceptance", "withinCriteria", literal("true", XSDDatatype.XSDboolean));
  }

  @Test
  void evidence_that_goes_takes_the_treatment_and_the_support_of_the_evaluation_with_it() {
    Removal removal = Removal.of(iri("evidence"));
    Loss loss = whatIf.without(removal);
    assertFall(loss, Rung.EFFECTIVE, Rung.CLAIMED);
    assertEquals(1, loss.treatments().size());
    assertTrue(loss.treatments().get(0).isCompleted());
    assertEquals(number("treatment"), loss.treatments().get(0).before().treatment());
    assertEquals(
        List.of(number("evaluation")),
        loss.unsupported().stream().map(e -> e.evaluation()).toList());
    assertEquals(List.of(), loss.acceptances(), "the acceptance still holds");
    assertEquals(List.of(), loss.untreated(), "by the acceptance");
    Duties duties = Duties.of(whatIf, removal, loss);
    assertEquals(
        Set.of(
            new Duty(
                number("post"), List.of(number("person-post")), List.of(number("implementation"))),
            new Duty(
                number("keeper"), List.of(number("person-keeper")), List.of(number("dataset"))),
            new Duty(number("owner"), List.of(number("person-owner")), List.of(number("risk")))),
        Set.copyOf(duties.posts()));
    assertEquals(List.of(), duties.unanswered());
  }

  @Test
  void a_person_who_leaves_leaves_a_post_that_must_act_and_that_nobody_holds() {
    Removal removal = Removal.of(iri("person-post"));
    Loss loss = whatIf.without(removal);
    assertFall(loss, Rung.EFFECTIVE, Rung.EVIDENCED);
    assertTrue(
        Duties.of(whatIf, removal, loss)
            .posts()
            .contains(new Duty(number("post"), List.of(), List.of(number("implementation")))));
  }

  @Test
  void a_statement_that_goes_is_enough() {
    Loss loss =
        whatIf.without(
            new Removal(
                Set.of(),
                Set.of(Triple.create(iri("implementation"), Cg.term("accountable"), iri("post")))));
    assertFall(loss, Rung.EFFECTIVE, Rung.EVIDENCED);
  }

  @Test
  void the_owner_of_a_risk_takes_the_acceptance_along() {
    Loss loss = whatIf.without(Removal.of(iri("owner")));
    assertEquals(List.of(), loss.cells());
    assertEquals(
        List.of(number("acceptance")),
        loss.acceptances().stream().map(a -> a.acceptance()).toList());
    assertEquals(List.of(), loss.untreated(), "the treatment is effective");
    Removal both = Removal.of(iri("owner"), iri("evidence"));
    Loss worse = whatIf.without(both);
    assertEquals(1, worse.untreated().size());
    assertEquals(List.of(number("risk")), Duties.of(whatIf, both, worse).unanswered());
  }

  @Test
  void a_failed_test_that_goes_lets_a_cell_rise() {
    test("later", "failed", "2026-03-01");
    TraceIndex failed = index();
    Loss loss = new WhatIf(failed, DAY).without(Removal.of(iri("later")));
    assertEquals(List.of(), loss.fallen());
    assertEquals(Rung.OWNED, loss.cells().get(0).rungBefore());
    assertEquals(Rung.EFFECTIVE, loss.cells().get(0).rungAfter());
  }

  @Test
  void a_requirement_or_a_target_that_goes_takes_its_cells_along() {
    for (String gone : List.of("requirement", "dataset", "rule")) {
      Loss loss = whatIf.without(Removal.of(iri(gone)));
      assertEquals(1, loss.fallen().size(), gone);
      assertTrue(loss.fallen().get(0).isGone(), gone);
    }
    assertEquals(
        List.of(),
        whatIf.without(Removal.of(iri("dataset"))).unsupported(),
        "the risk threatens it no longer");
  }

  @Test
  void single_points_are_those_that_the_cell_rests_on() {
    List<Point> points = SinglePoints.of(whatIf, Deadline.after(Duration.ofMinutes(1)));
    assertEquals(
        Set.of(number("implementation"), number("evidence"), number("post"), number("person-post")),
        Set.copyOf(points.stream().map(Point::thing).toList()));
    assertTrue(points.stream().allMatch(point -> point.cells() == 1), points::toString);
    assertEquals(
        points,
        SinglePoints.of(whatIf, number("organisation"), Deadline.after(Duration.ofMinutes(1))));
  }

  private void assertFall(Loss loss, Rung before, Rung after) {
    assertEquals(1, loss.fallen().size());
    CellChange change = loss.fallen().get(0);
    assertEquals(number("dataset"), change.cell().target());
    assertEquals(before, change.rungBefore());
    assertEquals(after, change.rungAfter());
  }

  private TraceIndex index() {
    IndexBuilder builder = new IndexBuilder();
    quads.forEach(builder::add);
    return builder.build(1);
  }

  private int number(String name) {
    return index.number(iri(name));
  }

  private void thing(String name, Node type) {
    quads.add(quad(iri(name), RDF.type.asNode(), type));
    add(name, "inOrganisation", iri("organisation"));
  }

  private void add(String subject, String property, Node object) {
    add(iri(subject), property, object);
  }

  private void add(Node subject, String property, Node object) {
    quads.add(quad(subject, Cg.term(property), object));
  }

  private static Node iri(String name) {
    return NodeFactory.createURI("http://example.org/" + name);
  }

  private static Node date(String day) {
    return literal(day, XSDDatatype.XSDdate);
  }

  private static Node literal(String text, XSDDatatype type) {
    return NodeFactory.createLiteralDT(text, type);
  }

  private static Quad quad(Node subject, Node property, Node object) {
    return Quad.create(iri("graph"), subject, property, object);
  }
}
