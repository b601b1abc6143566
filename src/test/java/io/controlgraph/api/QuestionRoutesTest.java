package io.controlgraph.api;

import static io.controlgraph.testing.ProblemShape.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QuestionRoutesTest {
  private static final String THINGS =
      """
      PREFIX ex: <http://example.org/>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      ex:g {
        ex:a rdfs:label "Thing A" ; dcterms:identifier "A-1" ; ex:size 1 ; ex:due "2026-03-31"^^xsd:date .
        ex:b rdfs:label "Thing B" ; dcterms:identifier "B-1" ; ex:size 2 ; ex:due "2026-03-30"^^xsd:date .
        ex:c rdfs:label "Thing C" ; dcterms:identifier "C-1" ; ex:size 3 .
      }
      """;
  private static final String NAMED = "/api/v1/queries/test/named";
  private static final String HEADER = "thing,thingLabel,size\r\n";

  private static Served served;

  @BeforeAll
  static void serve(@TempDir Path data, @TempDir Path questions) throws Exception {
    served =
        Served.in(data, Served.Recipe.PLAIN.withQuestions(Questions.in(questions))).with(THINGS);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @Test
  void theCatalogueListsEveryQuestionWithItsParametersAndColumns() throws Exception {
    Answer answer = served.get("/api/v1/queries");
    assertEquals("2026-03-31", answer.json().path("day").asText());
    assertEquals("2026-03-31", answer.header("ControlGraph-Day"));
    JsonNode named = question(answer, "test/named");
    assertEquals("Things with a name", named.path("summary").asText());
    assertEquals("select", named.path("form").asText());
    assertEquals(NAMED, named.path("href").asText());
    assertEquals("iri", named.at("/parameters/0/type").asText());
    assertEquals("A-1", named.at("/parameters/0/example").asText());
    assertEquals("0", named.at("/parameters/1/default").asText());
    assertEquals("thingLabel", named.at("/columns/1/name").asText());
    assertFalse(named.has("severity"));
    assertEquals("high", question(answer, "test/due").path("severity").asText());
    assertEquals("Renew it.", question(answer, "test/due").path("mend").asText());
    assertEquals("construct", question(answer, "test/sizes").path("form").asText());
    question(answer, "coverage/by-framework");
  }

  @Test
  void anAnswerThatChangesByItselfHasNoTag() throws Exception {
    Answer chance = served.get("/api/v1/queries/test/chance");
    assertEquals(200, chance.status(), chance.body());
    assertEquals("", chance.header("ETag"));
    assertFalse(served.get(NAMED).header("ETag").isEmpty());
  }

  @Test
  void aQuestionIsAnsweredInTheFormatAskedFor() throws Exception {
    Answer json = served.get(NAMED);
    assertEquals("application/sparql-results+json", json.contentType());
    assertEquals(3, json.json().at("/results/bindings").size());
    assertEquals("1", json.header("ControlGraph-Revision"));
    assertEquals("2026-03-31", json.header("ControlGraph-Day"));
    assertEquals(
        HEADER + "http://example.org/c,Thing C,3\r\n",
        served.get(NAMED + "?least=3&format=csv").body());
    Answer graph = served.get("/api/v1/queries/test/sizes", "Accept", "application/ld+json");
    assertEquals("application/ld+json", graph.contentType());
    assertProblem(
        served.get("/api/v1/queries/test/sizes", "Accept", "text/csv"), 406, "not-acceptable");
  }

  @Test
  void theTextOfAQuestionHasItsArgumentsPutIn() throws Exception {
    Answer text = served.get(NAMED + "?thing=B-1", "Accept", "application/sparql-query");
    assertEquals("application/sparql-query", text.contentType());
    assertTrue(text.body().contains("<http://example.org/b>"), text.body());
    assertEquals(
        HEADER + "http://example.org/b,Thing B,2\r\n",
        served.get(Served.sparql(text.body(), "format", "csv")).body());
    String due = served.get("/api/v1/queries/test/due?format=sparql&day=2026-03-31").body();
    assertTrue(due.contains("\"2026-03-31\"^^"), due);
    assertProblem(served.get(NAMED + "?format=sparql&thing=nobody"), 400, "bad-arguments");
  }

  @Test
  void theTextOfAQuestionCanBeHadWithoutWhatItNeeds() throws Exception {
    assertProblem(served.get("/api/v1/queries/framework/bare-id"), 400, "bad-arguments");
    Answer text = served.get("/api/v1/queries/framework/bare-id?format=sparql");
    assertEquals(200, text.status(), text.body());
    assertTrue(text.body().contains("?id"), text.body());
  }

  @Test
  void aThingIsNamedByIdLabelOrIri() throws Exception {
    for (String name : new String[] {"B-1", "Thing%20B", "http://example.org/b"}) {
      assertEquals(
          HEADER + "http://example.org/b,Thing B,2\r\n",
          served.get(NAMED + "?format=csv&thing=" + name).body());
    }
  }

  @Test
  void theDayIsTheEffectiveOneUnlessGiven() throws Exception {
    assertEquals(
        "thing,due\r\nhttp://example.org/b,2026-03-30\r\n",
        served.get("/api/v1/queries/test/due?format=csv").body());
    Answer later = served.get("/api/v1/queries/test/due?format=csv&day=2026-04-01");
    assertEquals(3, later.body().lines().count());
    assertEquals("2026-04-01", later.header("ControlGraph-Day"));
    assertEquals(200, served.get(NAMED + "?day=2026-04-01").status());
    assertProblem(served.get("/api/v1/queries/test/due?day=tomorrow"), 400, "bad-parameter");
  }

  @Test
  void aPageOfRowsIsCutOut() throws Exception {
    assertEquals(
        HEADER + "http://example.org/b,Thing B,2\r\n",
        served.get(NAMED + "?format=csv&offset=1&limit=1").body());
    assertEquals(HEADER, served.get(NAMED + "?format=csv&limit=0").body());
    assertProblem(served.get(NAMED + "?limit=-1"), 400, "bad-parameter");
  }

  @Test
  void wrongArgumentsAreAllNamed() throws Exception {
    JsonNode problem =
        assertProblem(
            served.get(NAMED + "?thing=nobody&least=many&colour=red"), 400, "bad-arguments");
    assertEquals(
        Set.of("thing", "least", "colour"),
        Set.copyOf(problem.path("errors").findValuesAsText("parameter")));
    assertFalse(problem.at("/errors/0/message").asText().isBlank());
  }

  @Test
  void anArgumentCannotChangeTheQuestion() throws Exception {
    assertProblem(served.get(NAMED + "?thing=%3Chttp://x%3E%20%7D%20%23"), 400, "bad-arguments");
  }

  @Test
  void anUnknownQuestionIsNotFound() throws Exception {
    assertProblem(served.get("/api/v1/queries/test/other"), 404, "no-such-question");
  }

  @Test
  void theCheckAsksEveryRuleAndNamesWhatBreaksIt() throws Exception {
    JsonNode report = served.get("/api/v1/check?rules=test/due&rules=test/small").json();
    assertFalse(report.path("passed").asBoolean());
    assertEquals("high", report.path("failOn").asText());
    assertEquals("2026-03-31", report.path("day").asText());
    JsonNode due = report.at("/rules/0");
    assertEquals("test/due", due.path("name").asText());
    assertEquals(1, due.path("count").asInt());
    assertTrue(due.path("breaks").asBoolean());
    assertEquals("Thing B", due.at("/rows/0/thing/label").asText());
    assertEquals("2026-03-30", due.at("/rows/0/due/value").asText());
    JsonNode small = report.at("/rules/1");
    assertEquals(0, small.path("count").asInt());
    assertFalse(small.path("breaks").asBoolean());
  }

  @Test
  void theCheckPassesBelowTheSeverityThatFails() throws Exception {
    Answer mild = served.get("/api/v1/check?failOn=critical&rules=test/due");
    assertTrue(mild.json().path("passed").asBoolean());
    assertProblem(served.get("/api/v1/check?failOn=severe"), 400, "bad-parameter");
    assertProblem(served.get("/api/v1/check?rules=test/named"), 400, "no-such-rule");
  }

  @Test
  void aPostedProfileChoosesRulesAndTheirSeverity() throws Exception {
    Answer answer =
        served.post(
            "/api/v1/check",
            "application/yaml",
            "summary: s\nrules:\n  test/due: { severity: low }\n");
    assertEquals(1, answer.json().path("rules").size());
    assertEquals("low", answer.json().at("/rules/0/severity").asText());
    assertTrue(answer.json().path("passed").asBoolean());
  }

  @Test
  void aProfileThatIsFaultyOrMissingIsRefused() throws Exception {
    assertProblem(
        served.post("/api/v1/check", "application/yaml", "rules: {}"), 400, "bad-profile");
    assertProblem(
        served.post("/api/v1/check", "application/yaml", "summary: s\nrules: { test/no: null }"),
        400,
        "bad-profile");
    assertProblem(
        served.post("/api/v1/check", "text/plain", "summary: s"), 415, "unsupported-media-type");
    assertProblem(served.get("/api/v1/check?profile=lax"), 400, "no-such-profile");
  }

  private static JsonNode question(Answer list, String name) {
    for (JsonNode each : list.json().path("queries")) {
      if (each.path("name").asText().equals(name)) {
        return each;
      }
    }
    throw new AssertionError(name + " is not listed");
  }
}
