package io.controlgraph.api;

import static io.controlgraph.testing.ProblemShape.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.controlgraph.query.Catalogue;
import io.controlgraph.query.Rule;
import io.controlgraph.query.Severity;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import io.controlgraph.testing.ServedHospital;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gaps over HTTP from the trace index, beside the same from the questions. */
@Timeout(300)
final class GapRoutesTest {
  private static final String OWN =
      """
      #+ summary: Policies that are called so
      #+ question: Which policies have a label?
      #+ params:
      #+   org: { type: iri, summary: One organisation only }
      #+ columns: { org: iri, policy: iri, policyLabel: string }
      #+ severity: critical
      #+ mend: Call them otherwise.
      PREFIX cg: <https://w3id.org/controlgraph/ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      SELECT ?org ?policy ?policyLabel WHERE {
        ?policy a cg:Policy ; cg:inOrganisation ?org ; rdfs:label ?policyLabel .
      }
      ORDER BY ?policy
      """;

  private static final String EVERYWHERE =
      """
      #+ summary: Organisations
      #+ question: Which organisations have a management system?
      #+ columns: { organisation: iri }
      #+ severity: low
      #+ mend: Nothing can be done.
      PREFIX cg: <https://w3id.org/controlgraph/ns#>
      SELECT DISTINCT ?organisation WHERE { ?system a cg:ManagementSystem ; cg:inOrganisation ?organisation }
      ORDER BY ?organisation
      """;

  private static final String UNDATED =
      """
      #+ summary: Undated
      #+ question: Which evidence has no date?
      #+ columns: { org: iri, evidence: iri }
      #+ severity: medium
      #+ mend: Date it.
      PREFIX cg: <https://w3id.org/controlgraph/ns#>
      SELECT ?org ?evidence WHERE {
        ?evidence a cg:Evidence ; cg:inOrganisation ?org ; cg:proves ?implementation .
        FILTER NOT EXISTS { ?evidence cg:effectiveOn ?effectiveOn }
      }
      """;

  private static final String UNDATED_EVIDENCE =
      """
      PREFIX cg: <https://w3id.org/controlgraph/ns#>
      <http://localhost:7070/graph/evidence> {
        <http://localhost:7070/id/evidence/%d> a cg:Evidence ;
          cg:inOrganisation <http://localhost:7070/id/org> ;
          cg:proves <http://localhost:7070/id/implementation> . }
      """;

  private static Served served;

  @BeforeAll
  static void serve(@TempDir Path folder) throws Exception {
    served = ServedHospital.in(folder);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @Test
  void says_of_each_rule_what_its_question_says() throws Exception {
    int rows = 0;
    for (Rule rule : Rule.all(Catalogue.load(List.of()))) {
      String name = rule.question().name();
      Answer question = served.get("/api/v1/queries/" + name + "?format=csv");
      Answer gaps = served.get("/api/v1/gaps?format=csv&rule=" + name);
      assertEquals(200, gaps.status(), gaps.body());
      assertEquals(question.body(), gaps.body(), name);
      rows += (int) question.body().lines().count() - 1;
    }
    assertTrue(rows > 50, rows + " rows");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gaps/policies-overdue?format=tsv",
        "gaps/policies-overdue?format=csv&day=2026-12-31",
        "gaps/tests-overdue?format=xml&org=hospital",
        "coverage/uncovered-targets?format=csv&limit=3&offset=2",
        "gaps/never-tested?format=csv&limit=0",
        "gaps/never-tested?format=csv&limit=2&offset=1000000",
        "coverage/on-paper-only?format=csv&day=2019-01-01",
      })
  void gives_the_table_of_one_rule(String asked) throws Exception {
    String rule = asked.substring(0, asked.indexOf('?'));
    String rest = asked.substring(asked.indexOf('?') + 1);
    Answer question = served.get("/api/v1/queries/" + rule + "?" + rest);
    Answer gaps = served.get("/api/v1/gaps?rule=" + rule + "&" + rest);
    assertEquals(200, gaps.status(), gaps.body());
    assertEquals(question.body(), gaps.body());
    for (String header : List.of("Content-Type", "ControlGraph-Total", "ControlGraph-Day")) {
      assertEquals(question.header(header), gaps.header(header), header);
    }
  }

  @Test
  void gives_json_of_either_kind_and_a_sheet_of_one_rule() throws Exception {
    String results = "application/sparql-results+json";
    Answer table = served.get("/api/v1/gaps?rule=gaps/tests-overdue", "Accept", results);
    assertEquals(
        served.get("/api/v1/queries/gaps/tests-overdue", "Accept", results).body(), table.body());
    assertTrue(table.header("Content-Type").startsWith(results));
    assertEquals(
        served.get("/api/v1/gaps?rule=gaps/tests-overdue").body(),
        served.get("/api/v1/gaps?rule=gaps/tests-overdue&format=json").body());
    Answer sheet = served.get("/api/v1/gaps?rule=gaps/tests-overdue&format=xlsx");
    assertEquals(200, sheet.status());
    assertTrue(sheet.header("Content-Type").contains("spreadsheetml"));
  }

  @Test
  void lists_the_gaps_of_all_rules_page_by_page() throws Exception {
    JsonNode all = served.get("/api/v1/gaps?limit=10000").json();
    assertEquals("2026-03-31", all.path("day").asText());
    assertEquals(all.path("total").asInt(), all.path("gaps").size());
    assertEquals(Rule.all(Catalogue.load(List.of())).size(), all.path("rules").size());
    List<String> expected = new ArrayList<>();
    Severity before = Severity.CRITICAL;
    String nameBefore = "";
    for (JsonNode rule : all.path("rules")) {
      Severity severity = Severity.named(rule.path("severity").asText()).orElseThrow();
      String name = rule.path("rule").asText();
      assertTrue(severity.compareTo(before) <= 0, name);
      assertTrue(severity != before || nameBefore.compareTo(name) < 0, name);
      before = severity;
      nameBefore = name;
      assertFalse(rule.path("summary").asText().isEmpty());
      assertFalse(rule.path("mend").asText().isEmpty());
      Answer question = served.get("/api/v1/queries/" + name + "?limit=1&format=csv");
      assertEquals(question.header("ControlGraph-Total"), rule.path("gaps").asText(), name);
      for (int i = 0; i < rule.path("gaps").asInt(); i++) {
        expected.add(name);
      }
    }
    List<String> listed = new ArrayList<>();
    all.path("gaps").forEach(gap -> listed.add(gap.path("rule").asText()));
    assertEquals(expected, listed);

    List<JsonNode> paged = new ArrayList<>();
    for (int offset = 0; offset < all.path("total").asInt(); offset += 37) {
      Answer page = served.get("/api/v1/gaps?limit=37&offset=" + offset);
      assertEquals(all.path("total").asText(), page.header("ControlGraph-Total"));
      assertEquals(all.path("rules"), page.json().path("rules"));
      page.json().path("gaps").forEach(paged::add);
    }
    List<JsonNode> whole = new ArrayList<>();
    all.path("gaps").forEach(whole::add);
    assertEquals(whole, paged);
    assertEquals(100, served.get("/api/v1/gaps").json().path("gaps").size());
    assertEquals(0, served.get("/api/v1/gaps?limit=0").json().path("gaps").size());
    assertTrue(served.get("/api/v1/gaps").header("Link").contains("offset=100"));
  }

  @Test
  void keeps_to_a_severity_and_an_organisation() throws Exception {
    JsonNode high = served.get("/api/v1/gaps?severity=high&limit=10000").json();
    assertTrue(high.path("gaps").size() > 0);
    for (JsonNode gap : high.path("gaps")) {
      assertTrue(
          List.of("high", "critical").contains(gap.path("severity").asText()), gap.toString());
    }
    JsonNode hospital = served.get("/api/v1/gaps?org=hospital&limit=10000").json();
    assertEquals(served.get("/api/v1/gaps?limit=10000").json(), hospital);
    JsonNode several =
        served
            .get("/api/v1/gaps?rule=gaps/tests-overdue&rule=gaps/policies-overdue&severity=low")
            .json();
    assertEquals(2, several.path("rules").size());
    assertEquals("gaps/policies-overdue", several.path("rules").path(0).path("rule").asText());
  }

  @Test
  void names_things_and_writes_values_as_they_are() throws Exception {
    JsonNode gap =
        served
            .get("/api/v1/gaps?rule=gaps/policies-overdue&day=2027-12-31&limit=1")
            .json()
            .path("gaps")
            .path(0);
    String first =
        served
            .get("/api/v1/queries/gaps/policies-overdue?day=2027-12-31&limit=1&format=json")
            .json()
            .path("results")
            .path("bindings")
            .path(0)
            .toString();
    JsonNode row = Answer.parse(first);
    assertEquals("medium", gap.path("severity").asText());
    assertEquals(row.path("org").path("value"), gap.path("organisation").path("iri"));
    assertEquals(row.path("orgLabel").path("value"), gap.path("organisation").path("label"));
    JsonNode cells = gap.path("cells");
    assertEquals(row.path("policy").path("value"), cells.path("policy").path("iri"));
    assertEquals(row.path("policyLabel").path("value"), cells.path("policy").path("label"));
    assertEquals(row.path("reviewDue").path("value"), cells.path("reviewDue").path("value"));
    assertFalse(cells.has("org"));
    assertFalse(cells.has("policyLabel"));
    assertFalse(cells.path("policy").has("value"));
  }

  @Test
  void shows_a_write_as_soon_as_it_is_acknowledged() throws Exception {
    String asked = "/api/v1/gaps?rule=gaps/evidence-undated&format=csv";
    Answer before = served.get(asked);
    assertEquals(304, served.get(asked, "If-None-Match", before.header("ETag")).status());
    served.with(
        """
        PREFIX cg: <https://w3id.org/controlgraph/ns#>
        <http://localhost:7070/graph/late> {
          <http://localhost:7070/id/late> a cg:Evidence ;
            cg:inOrganisation <http://localhost:7070/id/hospital/organisations/hospital> ;
            cg:proves <http://localhost:7070/id/hospital/implementations/IMP-001> . }
        """);
    Answer after = served.get(asked);
    assertNotEquals(before.body(), after.body());
    assertNotEquals(before.header("ETag"), after.header("ETag"));
    assertEquals(
        served.get("/api/v1/queries/gaps/evidence-undated?format=csv").body(), after.body());
  }

  @Test
  void answers_rules_of_ones_own_by_their_questions(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("queries/own"));
    Files.writeString(folder.resolve("queries/own/called.rq"), OWN);
    Files.writeString(folder.resolve("queries/own/everywhere.rq"), EVERYWHERE);
    try (Served own =
        ServedHospital.in(
            folder.resolve("store"),
            Served.Recipe.PLAIN.withQuestions(folder.resolve("queries")))) {
      String total =
          own.get("/api/v1/queries/own/called?limit=1&format=csv").header("ControlGraph-Total");
      JsonNode page = own.get("/api/v1/gaps?limit=1").json();
      assertEquals("own/called", page.path("rules").path(0).path("rule").asText());
      assertEquals(total, page.path("rules").path(0).path("gaps").asText());
      assertEquals(
          "http://localhost:7070/id/hospital/organisations/hospital",
          page.path("gaps").path(0).path("organisation").path("iri").asText());
      JsonNode next =
          own.get("/api/v1/gaps?limit=2&offset=" + (Integer.parseInt(total) - 1)).json();
      assertEquals("own/called", next.path("gaps").path(0).path("rule").asText());
      assertNotEquals("own/called", next.path("gaps").path(1).path("rule").asText());
      for (String rest : List.of("", "&limit=2&offset=1", "&org=hospital")) {
        assertEquals(
            own.get("/api/v1/queries/own/called?format=csv" + rest).body(),
            own.get("/api/v1/gaps?rule=own/called&format=csv" + rest).body());
      }
      JsonNode everywhere = own.get("/api/v1/gaps?rule=own/everywhere").json();
      assertEquals(1, everywhere.path("total").asInt());
      assertFalse(everywhere.path("gaps").path(0).has("organisation"));
      assertProblem(own.get("/api/v1/gaps?org=hospital"), 400, "bad-parameter");
      assertEquals(200, own.get("/api/v1/gaps?org=hospital&severity=medium").status());
    }
  }

  /** A rule of one's own that asks what a rule of the index asks finds as much, always. */
  @Test
  void answers_all_rules_at_one_revision_while_others_write(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("queries/own"));
    Files.writeString(folder.resolve("queries/own/undated.rq"), UNDATED);
    try (Served own =
        Served.in(
            folder.resolve("store"),
            Served.Recipe.PLAIN.withQuestions(folder.resolve("queries")))) {
      AtomicBoolean isAsking = new AtomicBoolean(true);
      CountDownLatch hasWritten = new CountDownLatch(1);
      ExecutorService executor = Executors.newSingleThreadExecutor();
      Future<Integer> writer =
          executor.submit(
              () -> {
                int written = 0;
                for (; isAsking.get() && written < 2_000; written++) {
                  own.with(UNDATED_EVIDENCE.formatted(written));
                  hasWritten.countDown();
                }
                return written;
              });
      hasWritten.await();
      Set<Integer> totals = new TreeSet<>();
      for (int i = 0; i < 20; i++) {
        Answer answer = own.get("/api/v1/gaps?limit=0&rule=own/undated&rule=gaps/evidence-undated");
        assertEquals(200, answer.status(), answer.body());
        JsonNode rules = answer.json().path("rules");
        assertEquals(2, rules.size());
        assertEquals(rules.path(0).path("gaps"), rules.path(1).path("gaps"));
        assertEquals(rules.path(0).path("gaps").asText(), answer.header("ControlGraph-Revision"));
        totals.add(answer.json().path("total").asInt());
      }
      isAsking.set(false);
      executor.shutdown();
      assertTrue(writer.get() > 0);
      assertTrue(totals.size() > 1, totals.toString());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "rule=gaps/nothing, 400, no-such-rule",
    "rule=coverage/by-framework, 400, no-such-rule",
    "severity=dire, 400, bad-parameter",
    "org=nobody, 400, bad-arguments",
    "day=yesterday, 400, bad-parameter",
    "colour=red, 400, unknown-parameter",
    "limit=99999999, 400, bad-parameter",
    "format=csv, 406, not-acceptable",
    "rule=gaps/tests-overdue&rule=gaps/never-tested&format=csv, 406, not-acceptable"
  })
  void refuses_what_it_does_not_know(String asked, int status, String kind) throws Exception {
    assertProblem(served.get("/api/v1/gaps?" + asked), status, kind);
  }
}
