package io.controlgraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The definition of coverage by worked examples; ADR 0005 explains it. */
class CoverageDefinitionTest {
  private static final Engine ENGINE = new JenaEngine(Fixture.REFERENCE);
  private static final List<String> LEVELS =
      List.of(
          "not assessed",
          "not implemented",
          "planned",
          "partial",
          "claimed",
          "evidenced",
          "owned",
          "effective");
  private static final Question CELLS =
      question(
          "ladder",
          "target: iri, applicable: boolean, level: integer",
          "SELECT ?target ?applicable ?level WHERE { } ORDER BY ?target");
  private static final Question CARRIED =
      question("climb", "target: iri, best: integer", "SELECT DISTINCT ?target ?best WHERE { }");

  /** What an import gives an organisation to. */
  private static final String RECORD =
      "a cg:(Implementation|Evidence|Appointment|Assignment|ControlTest|ControlFinding"
          + "|Nonconformity|SharedResponsibility)\\b";

  /** One requirement, expected on datasets, and one dataset. */
  private static final String GROUND =
      """
      @prefix cg: <https://w3id.org/controlgraph/ns#> .
      @prefix ex: <http://example.org/> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      ex:isms a cg:ManagementSystem ; cg:inOrganisation ex:acme ; cg:framework ex:fw .
      ex:r1 cg:framework ex:fw ; cg:assessable true .
      ex:rule a cg:ExpectationRule ; cg:requirement ex:r1 ; cg:targetKind cg:TargetKind-dataset ;
        cg:effect cg:ExpectationEffect-expected ; cg:approvedOn @2026-01-01 .
      ex:ds a cg:Asset , cg:Dataset ; cg:inOrganisation ex:acme .
      ex:appointment a cg:Appointment ; cg:post ex:post ; cg:person ex:p ; cg:validFrom @2024-01-01 .
      """;

  private static final String CLAIMED = implementation("ex:i", "ex:ds", "implemented");
  private static final String EVIDENCE =
      "ex:e a cg:Evidence ; cg:proves ex:i ; cg:effectiveOn @2026-01-01 ; cg:validUntil @2026-06-30"
          + " .\n";
  private static final String OWNED = "ex:i cg:accountable ex:post .\n";
  private static final String PASSED = test("ex:t", "2026-02-01", "passed");
  private static final String EFFECTIVE = CLAIMED + EVIDENCE + OWNED + PASSED;

  private final Path folder;

  CoverageDefinitionTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource({"planned,planned", "partial,partial", "not-implemented,not implemented"})
  void what_is_not_implemented_reaches_no_rung(String status, String level) {
    assertEquals("ds " + level, cells(implementation("ex:i", "ex:ds", status) + EVIDENCE));
  }

  @Test
  void each_rung_needs_the_one_below() {
    assertEquals("ds not assessed", cells(""));
    assertEquals("ds claimed", cells(CLAIMED));
    assertEquals("ds evidenced", cells(CLAIMED + EVIDENCE));
    assertEquals("ds owned", cells(CLAIMED + EVIDENCE + OWNED));
    assertEquals("ds effective", cells(EFFECTIVE));
    assertEquals("ds claimed", cells(CLAIMED + OWNED + PASSED), "owned and tested, not evidenced");
    assertEquals("ds evidenced", cells(CLAIMED + EVIDENCE + PASSED), "tested, not owned");
  }

  @Test
  void two_implementations_do_not_lend_each_other_rungs() {
    String other =
        implementation("ex:j", "ex:ds", "implemented") + "ex:j cg:accountable ex:post .\n";
    assertEquals("ds evidenced", cells(CLAIMED + EVIDENCE + other));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01,2026-03-31,2026-03-31,evidenced", "2026-01-01,2026-03-30,2026-03-31,claimed",
    "2026-03-31,2026-12-31,2026-03-31,evidenced", "2026-04-01,2026-12-31,2026-03-31,claimed"
  })
  void evidence_counts_from_its_first_to_its_last_day(
      String first, String last, String day, String rung) {
    String evidence =
        "ex:e a cg:Evidence ; cg:proves ex:i ; cg:effectiveOn @%s ; cg:validUntil @%s .\n"
            .formatted(first, last);
    assertEquals("ds " + rung, cells(CLAIMED + evidence, day));
  }

  @ParameterizedTest
  @CsvSource({
    "report,2025-10-15,2026-04-15,evidenced",
    "report,2025-10-15,2026-04-16,claimed",
    "report,2025-08-31,2026-02-28,evidenced",
    "report,2025-08-31,2026-03-01,claimed",
    "certificate,2025-03-31,2026-03-31,evidenced",
    "certificate,2025-03-30,2026-03-31,claimed",
    "certificate,2027-02-28,2028-02-28,evidenced",
    "certificate,2027-02-28,2028-02-29,claimed",
    "certificate,2028-02-29,2029-02-28,evidenced",
    "certificate,2028-02-29,2029-03-01,claimed",
    "log-extract,2025-12-31,2026-03-31,evidenced",
    "log-extract,2025-11-30,2026-02-28,evidenced",
    "log-extract,2025-11-30,2026-03-01,claimed"
  })
  void evidence_without_expiry_counts_for_the_months_of_its_type(
      String type, String first, String day, String rung) {
    String evidence =
        "ex:e a cg:Evidence ; cg:proves ex:i ; cg:evidenceType cg:EvidenceType-%s ;".formatted(type)
            + " cg:effectiveOn @"
            + first
            + " .\n";
    assertEquals("ds " + rung, cells(CLAIMED + evidence, day));
  }

  @Test
  void undated_evidence_never_counts() {
    String evidence = "ex:e a cg:Evidence ; cg:proves ex:i ; cg:validUntil @2030-01-01 .\n";
    assertEquals("ds claimed", cells(CLAIMED + evidence));
  }

  @Test
  void an_implementation_counts_from_its_first_day() {
    assertEquals("ds claimed", cells(CLAIMED + "ex:i cg:validFrom @2026-03-31 .\n"));
    assertEquals("ds not assessed", cells(CLAIMED + "ex:i cg:validFrom @2026-04-01 .\n"));
  }

  @Test
  void who_has_left_holds_no_post() {
    assertEquals("ds effective", cells(EFFECTIVE + "ex:p cg:leftOn @2026-03-31 .\n"));
    assertEquals("ds evidenced", cells(EFFECTIVE + "ex:p cg:leftOn @2026-03-30 .\n"));
  }

  @Test
  void a_management_system_is_asked_for_its_own_framework_only() {
    String both =
        "ex:rule cg:targetKind cg:TargetKind-management-system .\n"
            + "ex:aims a cg:ManagementSystem ; cg:inOrganisation ex:acme ; cg:framework ex:other"
            + " .\n";
    assertEquals("ds not assessed, isms not assessed", cells(both));
  }

  @Test
  void a_post_nobody_holds_owns_nothing() {
    String vacant = CLAIMED + EVIDENCE + "ex:i cg:accountable ex:vacant .\n";
    assertEquals("ds evidenced", cells(vacant));
    String until = "ex:a a cg:Appointment ; cg:post ex:vacant ; cg:person ex:p ; cg:validUntil ";
    assertEquals("ds owned", cells(vacant + until + "@2026-03-31 .\n"));
    assertEquals("ds evidenced", cells(vacant + until + "@2026-03-30 .\n"));
  }

  @Test
  void an_assignment_makes_accountable_while_it_is_in_force() {
    String assignment =
        "ex:s a cg:Assignment ; cg:role cg:AssignmentRole-%s ; cg:concerns ex:i ; cg:post ex:post ;"
            + " cg:validUntil @%s .\n";
    String evidenced = CLAIMED + EVIDENCE;
    assertEquals("ds owned", cells(evidenced + assignment.formatted("accountable", "2026-03-31")));
    assertEquals(
        "ds evidenced", cells(evidenced + assignment.formatted("accountable", "2026-03-30")));
    assertEquals(
        "ds evidenced", cells(evidenced + assignment.formatted("responsible", "2026-03-31")));
  }

  @Test
  void a_test_counts_until_the_next_is_overdue() {
    assertEquals("ds effective", cells(EFFECTIVE + "ex:t cg:nextDue @2026-03-31 .\n"));
    assertEquals("ds owned", cells(EFFECTIVE + "ex:t cg:nextDue @2026-03-30 .\n"));
    assertEquals("ds owned", cells(EFFECTIVE, "2026-01-31"), "the test lies ahead");
  }

  @Test
  void a_failed_test_counts_until_a_later_one_is_passed() {
    String failed = test("ex:f", "2026-02-01", "failed");
    assertEquals("ds owned", cells(EFFECTIVE + failed), "on the same day the failure counts");
    assertEquals("ds effective", cells(EFFECTIVE + failed + test("ex:u", "2026-02-02", "passed")));
    assertEquals("ds effective", cells(EFFECTIVE + test("ex:f", "2026-01-31", "failed")));
    assertEquals("ds effective", cells(EFFECTIVE + test("ex:f", "2026-04-01", "failed")));
  }

  @Test
  void an_open_major_nonconformity_takes_effectiveness() {
    String nonconformity =
        "ex:n a cg:Nonconformity ; cg:implementation ex:i ; cg:grade cg:NonconformityGrade-%s ;"
            + " cg:raisedOn @%s .\n";
    assertEquals("ds owned", cells(EFFECTIVE + nonconformity.formatted("major", "2026-03-31")));
    assertEquals("ds effective", cells(EFFECTIVE + nonconformity.formatted("major", "2026-04-01")));
    assertEquals("ds effective", cells(EFFECTIVE + nonconformity.formatted("minor", "2026-01-01")));
    String old = EFFECTIVE + nonconformity.formatted("major", "2026-01-01");
    assertEquals("ds effective", cells(old + "ex:n cg:closedOn @2026-03-31 .\n"));
    assertEquals("ds owned", cells(old + "ex:n cg:closedOn @2026-04-01 .\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "failed,2026-02-01,owned",
    "bypassed,2026-03-31,owned",
    "absent,2026-02-01,owned",
    "failed,2026-01-31,effective",
    "failed,2026-04-01,effective",
    "contained,2026-03-01,effective",
    "detected,2026-03-01,effective"
  })
  void a_finding_since_the_last_passed_test_takes_effectiveness(
      String result, String on, String rung) {
    String finding =
        "ex:c a cg:ControlFinding ; cg:finding cg:FindingResult-%s ; cg:foundOn @%s ; "
            .formatted(result, on);
    String elsewhere = "cg:requirement ex:r1 ; cg:target ex:other ; cg:implementation ex:i .\n";
    String here = "cg:requirement ex:r1 ; cg:target ex:ds .\n";
    assertEquals("ds " + rung, cells(EFFECTIVE + finding + elsewhere));
    assertEquals("ds " + rung, cells(EFFECTIVE + finding + here));
  }

  @Test
  void a_target_inherits_through_what_it_runs_in_and_is_part_of() {
    String at = EFFECTIVE.replace("cg:target ex:ds", "cg:target ex:site");
    assertEquals("ds not assessed", cells(at));
    assertEquals(
        "ds effective",
        cells(
            at
                + "ex:ds cg:runsIn ex:env . ex:env cg:partOf ex:rack . ex:rack cg:partOf ex:site"
                + " .\n"));
    assertEquals(
        "ds not assessed", cells(at + "ex:ds cg:dependsOn ex:site ; cg:suppliedBy ex:site .\n"));
    assertEquals("ds not assessed", cells(at + "ex:site cg:partOf ex:ds .\n"), "never downwards");
  }

  @Test
  void circles_end() {
    String circle = "ex:ds cg:partOf ex:env . ex:env cg:runsIn ex:ds , ex:env .\n";
    assertEquals(
        "ds effective", cells(EFFECTIVE.replace("cg:target ex:ds", "cg:target ex:env") + circle));
  }

  @Test
  void a_supplier_counts_with_in_scope_assurance_in_force_only() {
    String shared =
        EFFECTIVE.replace("cg:target ex:ds", "cg:target ex:service")
            + """
            ex:ds cg:runsIn ex:env .
            ex:x a cg:SharedResponsibility ; cg:requirement ex:r1 ; cg:provider ex:service ;
              cg:consumer ex:env ; cg:split cg:ResponsibilitySplit-%s ; cg:assuranceInScope %s ;
              cg:assurance ex:report .
            ex:report a cg:Evidence ; cg:effectiveOn @2025-04-01 ; cg:validUntil @%s .
            """;
    assertEquals("ds effective", cells(shared.formatted("provider", "true", "2026-03-31")));
    assertEquals("ds effective", cells(shared.formatted("shared", "true", "2026-03-31")));
    assertEquals("ds not assessed", cells(shared.formatted("customer", "true", "2026-03-31")));
    assertEquals("ds not assessed", cells(shared.formatted("provider", "false", "2026-03-31")));
    assertEquals("ds not assessed", cells(shared.formatted("provider", "true", "2026-03-30")));
  }

  @Test
  void only_an_approved_statement_in_force_takes_a_requirement_out() {
    String soa =
        """
        ex:soa%s a cg:SoAVersion ; cg:inOrganisation ex:acme ; cg:framework ex:fw .
        ex:d%s cg:soaVersion ex:soa%s ; cg:requirement ex:r1 ; cg:applicable %s .
        """;
    String draft = soa.formatted("1", "1", "1", "false");
    String approved = draft + "ex:soa1 cg:approvedOn @2026-03-31 .\n";
    assertEquals("ds claimed", cells(CLAIMED + draft));
    assertEquals("ds out", cells(CLAIMED + approved));
    assertEquals("ds claimed", cells(CLAIMED + approved, "2026-03-30"));
    String next = soa.formatted("2", "2", "2", "true") + "ex:soa2 cg:supersedes ex:soa1 .\n";
    assertEquals("ds out", cells(CLAIMED + approved + next), "superseded by a draft");
    assertEquals(
        "ds claimed", cells(CLAIMED + approved + next + "ex:soa2 cg:approvedOn @2026-03-31 .\n"));
  }

  @Test
  void own_rules_replace_the_shipped_ones_and_take_targets_out() {
    String two = "ex:env a cg:Asset , cg:Environment ; cg:inOrganisation ex:acme .\n";
    String rule =
        "ex:own a cg:ExpectationRule ; cg:inOrganisation ex:acme ; cg:requirement ex:r1 ;"
            + " cg:effect cg:ExpectationEffect-%s ; %s .\n";
    String approved = "cg:approvedOn @2026-03-31 ; ";
    assertEquals("ds not assessed", cells(two));
    assertEquals(
        "env not assessed",
        cells(
            two
                + rule.formatted(
                    "expected", approved + "cg:targetKind cg:TargetKind-environment")));
    assertEquals(
        "ds not assessed",
        cells(two + rule.formatted("expected", "cg:targetKind cg:TargetKind-environment")),
        "not approved");
    assertEquals(
        "ds not assessed, env not assessed",
        cells(two + rule.formatted("expected", approved + "cg:target ex:ds , ex:env")));
    assertEquals("", cells(rule.formatted("not-expected", approved + "cg:target ex:ds")));
    assertEquals(
        "ds not assessed",
        cells(two + rule.formatted("not-expected", approved + "cg:target ex:env")),
        "the shipped rule stands beside an exception");
  }

  @Test
  void only_what_is_in_scope_and_in_use_is_counted() {
    String scope =
        "ex:scope a cg:ScopeVersion ; cg:inOrganisation ex:acme ; cg:approvedOn @2026-03-31 ;"
            + " cg:validFrom @%s ; cg:includes ex:unit .\n";
    String inForce = scope.formatted("2026-03-31");
    assertEquals("", cells(inForce));
    assertEquals("ds not assessed", cells(scope.formatted("2026-04-01")), "no scope in force yet");
    String member = "ex:ds cg:unit ex:team . ex:team cg:partOf ex:unit .\n";
    assertEquals("ds not assessed", cells(inForce + member));
    assertEquals(
        "ds not assessed", cells(inForce + "ex:ds cg:runsIn ex:env . ex:env cg:unit ex:unit .\n"));
    String excluded = "ex:scope cg:excludes ex:archive . ex:ds cg:partOf ex:archive .\n";
    assertEquals("", cells(inForce + member + excluded));
    assertEquals("", cells("ex:ds cg:validUntil @2026-03-30 .\n"));
    assertEquals("ds not assessed", cells("ex:ds cg:validUntil @2026-03-31 .\n"));
    assertEquals("", cells("ex:ds cg:validFrom @2026-04-01 .\n"));
  }

  private String cells(String turtle) {
    return cells(turtle, "2026-03-31");
  }

  /** Each cell as {@code target level}, or {@code target out} if it is not applicable. */
  private String cells(String turtle, String day) {
    Path file = folder.resolve("data.ttl");
    try {
      Files.writeString(
          file,
          (GROUND + turtle)
              .replaceAll("@(\\d{4}-\\d\\d-\\d\\d)", "\"$1\"^^xsd:date")
              .replaceAll(RECORD, "$0 ; cg:inOrganisation ex:acme"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    List<String> cells = new ArrayList<>();
    List<List<String>> carried = rows(CARRIED, file, day);
    for (List<String> row : rows(CELLS, file, day)) {
      String target = row.get(0).substring("ex:".length());
      cells.add(
          target
              + " "
              + (row.get(1).equals("true") ? LEVELS.get(Integer.parseInt(row.get(2))) : "out"));
      assertTrue(
          row.get(2).equals("0") || carried.contains(List.of(row.get(0), row.get(2))),
          () -> row + " is not carried so far: " + carried);
    }
    return String.join(", ", cells);
  }

  private static String implementation(String name, String target, String status) {
    return name
        + " a cg:Implementation ; cg:requirement ex:r1 ; cg:target "
        + target
        + " ; cg:status cg:ImplementationStatus-"
        + status
        + " .\n";
  }

  private static String test(String name, String on, String result) {
    return name
        + " a cg:ControlTest ; cg:implementation ex:i ; cg:testedOn @"
        + on
        + " ; cg:result cg:TestResult-"
        + result
        + " .\n";
  }

  private static List<List<String>> rows(Question question, Path file, String day) {
    Binding binding =
        Binder.bind(
            question,
            Map.of("day", day),
            new BindContext(Fixture.DAY, "http://localhost:7070/", Names::resolve));
    return Table.texts(ENGINE.rows(List.of(file), ((Binding.Bound) binding).sparql()));
  }

  private static Question question(String definition, String columns, String sparql) {
    List<QueryText> texts = new ArrayList<>(QueryFolders.read(List.of()));
    texts.removeIf(text -> !text.isShared());
    texts.add(
        new QueryText(
            "asked",
            "asked.rq",
            """
            #+ summary: Asked
            #+ question: What does a shared definition say?
            #+ params: { day: { type: date } }
            #+ use: %s
            #+ columns: { %s }
            %s
            """
                .formatted(definition, columns, sparql)));
    return Catalogue.of(texts).find("asked").orElseThrow();
  }
}
