package io.controlgraph.sparql;

import static io.controlgraph.testing.ProblemShape.assertProblem;
import static io.controlgraph.testing.Served.encode;
import static io.controlgraph.testing.Served.sparql;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SparqlEndpointTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String DIRECT = "application/sparql-query";
  private static final String NAMES =
      Fixture.PREFIXES + "SELECT ?s ?name WHERE { ?s ex:name ?name } ORDER BY ?s";
  private static final String KNOWS = Fixture.PREFIXES + "CONSTRUCT WHERE { ?s ex:knows ?o }";

  private static Served served;

  @BeforeAll
  static void serve(@TempDir Path folder) {
    served = Served.in(folder, Served.Recipe.PLAIN).with(Fixture.SMALL);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @Test
  void aQueryIsAnsweredByGetByFormAndDirectly() throws Exception {
    for (Answer answer :
        new Answer[] {
          served.get(sparql(NAMES)),
          served.post("/sparql", FORM, "query=" + encode(NAMES)),
          served.post("/sparql", FORM + "; charset=UTF-8", "query=" + encode(NAMES)),
          served.post("/sparql", DIRECT, NAMES),
          served.post("/sparql", DIRECT + ";charset=\"utf-8\"", NAMES)
        }) {
      assertEquals(200, answer.status(), answer.body());
      assertEquals("application/sparql-results+json", answer.contentType());
      assertEquals("1", answer.header("ControlGraph-Revision"));
      JsonNode rows = answer.json().at("/results/bindings");
      assertEquals(2, rows.size());
      assertEquals("A", rows.at("/0/name/value").asText());
      assertEquals("en", rows.at("/1/name/xml:lang").asText());
    }
  }

  @Test
  void rowsComeAsJsonXmlCsvAndTsv() throws Exception {
    assertTrue(served.get(sparql(NAMES, "format", "xml")).body().contains("<sparql"));
    Answer csv = served.get(sparql(NAMES), "Accept", "text/csv");
    assertEquals("text/csv; charset=utf-8", csv.contentType().toLowerCase(Locale.ROOT));
    assertEquals(
        String.join(
            "\r\n",
            "s,name",
            "http://example.org/a,A",
            "http://example.org/b,\"B, \"\"quoted\"\"\nand more\"",
            ""),
        csv.body());
    assertTrue(
        served
            .get(sparql(NAMES), "Accept", "text/tab-separated-values")
            .body()
            .startsWith("?s\t?name\n<http://example.org/a>\t\"A\"\n"));
  }

  @Test
  void anAskIsAnsweredWithYesOrNo() throws Exception {
    String ask = Fixture.PREFIXES + "ASK { ex:a ex:knows ex:b }";
    assertTrue(served.get(sparql(ask)).json().path("boolean").asBoolean());
    assertTrue(served.get(sparql(ask, "format", "xml")).body().contains("<boolean>true</boolean>"));
  }

  @ParameterizedTest
  @CsvSource({
    "text/turtle, TTL",
    "application/n-triples, NT",
    "application/ld+json, JSONLD11",
    "application/rdf+xml, RDFXML"
  })
  void aGraphComesInEveryFormat(String mediaType, String lang) throws Exception {
    Answer answer = served.get(sparql(KNOWS), "Accept", mediaType);
    assertEquals(200, answer.status(), answer.body());
    assertTrue(answer.contentType().startsWith(mediaType), answer.contentType());
    Graph graph = GraphFactory.createDefaultGraph();
    Lang syntax =
        switch (lang) {
          case "TTL" -> Lang.TTL;
          case "NT" -> Lang.NT;
          case "RDFXML" -> Lang.RDFXML;
          default -> Lang.JSONLD11;
        };
    RDFDataMgr.read(graph, new StringReader(answer.body()), null, syntax);
    assertEquals(1, graph.size(), answer.body());
  }

  @Test
  void aThingIsDescribed() throws Exception {
    Answer answer =
        served.get(sparql("DESCRIBE <http://example.org/b>"), "Accept", "application/n-triples");
    assertEquals(2, answer.body().lines().count(), answer.body());
  }

  @Test
  void theDatasetOfTheRequestReplacesTheOneOfTheQuery() throws Exception {
    String query = Fixture.PREFIXES + "SELECT ?s FROM ex:g2 WHERE { ?s ex:name ?name }";
    assertEquals(
        "s\r\nhttp://example.org/a\r\n",
        served
            .get(sparql(query, "default-graph-uri", "http://example.org/g1", "format", "csv"))
            .body());
    assertEquals(
        "s\r\nhttp://example.org/b\r\n", served.get(sparql(query, "format", "csv")).body());
  }

  @Test
  void aLongAnswerIsCompressedOnRequestAndWholeEitherWay() throws Exception {
    String numbers =
        "SELECT ?n { VALUES ?a {0 1 2 3 4 5 6 7 8 9} VALUES ?b {0 1 2 3 4 5 6 7 8 9}"
            + " VALUES ?c {0 1 2 3 4 5 6 7 8 9} VALUES ?d {0 1 2 3 4 5 6 7 8 9}"
            + " BIND(STR(?a*1000+?b*100+?c*10+?d) AS ?n) }";
    Answer plain = served.get(sparql(numbers, "format", "csv"));
    assertEquals(10_001, plain.body().lines().count());
    Answer packed = served.get(sparql(numbers, "format", "csv"), "Accept-Encoding", "gzip");
    assertEquals("gzip", packed.header("Content-Encoding"));
    assertEquals("Accept, Accept-Encoding, Origin", packed.header("Vary"));
  }

  @Test
  void aRequestWithoutAQueryIsBad() throws Exception {
    assertProblem(served.get("/sparql?q=1"), 400, "missing-query");
    assertProblem(served.get("/sparql?query="), 400, "missing-query");
    assertProblem(served.post("/sparql", FORM, "q=1"), 400, "missing-query");
    assertProblem(served.post("/sparql", DIRECT, ""), 400, "missing-query");
  }

  @Test
  void twoQueriesAreBad() throws Exception {
    String query = "query=" + encode(NAMES);
    assertProblem(served.get("/sparql?" + query + "&" + query), 400, "repeated-parameter");
    assertProblem(served.post("/sparql", FORM, query + "&" + query), 400, "repeated-parameter");
    assertProblem(served.post("/sparql?" + query, FORM, query), 400, "repeated-parameter");
    assertProblem(served.post("/sparql?" + query, DIRECT, NAMES), 400, "repeated-parameter");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/json", "multipart/form-data", "nonsense"})
  void aQueryInAnotherMediaTypeIsRefused(String contentType) throws Exception {
    Answer answer = served.post("/sparql", contentType, NAMES);
    assertProblem(answer, 415, "unsupported-media-type");
    assertEquals(DIRECT + ", application/sparql-update, " + FORM, answer.header("Accept-Post"));
  }

  @Test
  void aQueryInAnotherCharsetIsRefused() throws Exception {
    assertProblem(
        served.post("/sparql", DIRECT + "; charset=iso-8859-1", NAMES), 415, "unsupported-charset");
    assertProblem(
        served.post("/sparql", FORM + "; charset=utf-16", "query=" + encode(NAMES)),
        415,
        "unsupported-charset");
    assertProblem(
        served.send(
            served
                .request("/sparql")
                .header("Content-Type", DIRECT)
                .POST(
                    BodyPublishers.ofString(
                        "SELECT ('\u00e4' AS ?x) {}", StandardCharsets.ISO_8859_1))),
        400,
        "bad-encoding");
    assertProblem(served.get("/sparql?query=%E4"), 400, "bad-encoding");
    assertProblem(
        served.post("/sparql", DIRECT, NAMES, "Content-Encoding", "gzip"),
        415,
        "unsupported-coding");
  }

  @Test
  void aSyntaxErrorIsToldWithLineAndColumn() throws Exception {
    JsonNode problem =
        assertProblem(served.get(sparql("SELECT *\nWHERE { ?s ?p }")), 400, "bad-query");
    assertEquals(2, problem.path("line").asInt());
    assertEquals(15, problem.path("column").asInt(), "the brace that comes too early");
  }

  @Test
  void theErrorIsWhereTheTextGoesWrongAndNotBeforeIt() throws Exception {
    assertPlace(2, 1, "SELECT * { ?s ?p\n} LIMIT 3");
    assertPlace(1, 16, "SELECT * WHERE ~ { ?s ?p ?o }");
    assertPlace(1, 6, "SELCT ?s");
    assertPlace(2, 6, "SELECT * {\n  ?s nowhere:p ?o }");
  }

  private static void assertPlace(int line, int column, String query) throws Exception {
    JsonNode problem = assertProblem(served.get(sparql(query)), 400, "bad-query");
    assertEquals(line, problem.path("line").asInt(), problem.toString());
    assertEquals(column, problem.path("column").asInt(), problem.toString());
  }

  @Test
  void anUpdateIsRefusedSinceTheEndpointOnlyReads() throws Exception {
    String update = "INSERT DATA { <x:a> <x:b> <x:c> }";
    assertProblem(served.get(sparql(update)), 400, "not-a-query");
    assertProblem(served.get("/sparql?update=" + encode(update)), 400, "update-by-get");
    assertProblem(served.post("/sparql", FORM, "update=" + encode(update)), 403, "read-only");
    assertProblem(served.post("/sparql", "application/sparql-update", update), 403, "read-only");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { { SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } } }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } }",
        "SELECT * { ?s ?p ?o MINUS { SERVICE SILENT ?s { ?s ?p ?o } } }",
        "ASK { OPTIONAL { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } }",
        "SELECT (EXISTS { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } AS ?x) { }",
        "SELECT * { ?s ?p ?o } ORDER BY (EXISTS { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } })",
        "SELECT (SUM(IF(EXISTS { SERVICE <x:y> { ?s ?p ?o } }, 1, 0)) AS ?x) { ?a ?b ?c }",
        "SELECT * { BIND(EXISTS { SERVICE <x:y> { ?s ?p ?o } } AS ?x) }",
        "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING(EXISTS{SERVICE <http://127.0.0.1:1/> {?s ?p"
            + " ?o}})",
        "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"
      })
  void noOtherServerIsAsked(String query) throws Exception {
    assertProblem(served.get(sparql(query)), 403, "no-service");
  }

  @Test
  void aFormatThatCannotBeMadeIsRefusedWithTheList() throws Exception {
    JsonNode problem =
        assertProblem(served.get(sparql(NAMES), "Accept", "text/turtle"), 406, "not-acceptable");
    assertEquals(4, problem.path("available").size());
    assertProblem(served.get(sparql(KNOWS), "Accept", "text/csv"), 406, "not-acceptable");
    assertProblem(served.get(sparql(NAMES, "format", "xlsx")), 406, "not-acceptable");
  }

  @Test
  void anotherMethodIsRefusedWithThoseThatWork() throws Exception {
    Answer answer =
        served.send(
            served
                .request("/sparql")
                .header("Authorization", "Bearer " + served.secret())
                .PUT(BodyPublishers.ofString("x")));
    assertProblem(answer, 405, "method-not-allowed");
    assertTrue(answer.header("Allow").contains("GET"), answer.header("Allow"));
    assertTrue(answer.header("Allow").contains("POST"), answer.header("Allow"));
    assertFalse(answer.header("Allow").contains("PUT"), answer.header("Allow"));
  }

  @Test
  void aQueryThatIsTooLongIsRefused() throws Exception {
    String query = "SELECT * { } #" + "x".repeat(1 << 20);
    assertProblem(served.post("/sparql", DIRECT, query), 413, "query-too-large");
    assertProblem(served.post("/sparql", FORM, "query=" + encode(query)), 413, "query-too-large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "soon", "1e3", "", "0.0", "99999999999"})
  void aTimeoutThatIsNoTimeIsBad(String timeout) throws Exception {
    assertProblem(served.get(sparql(NAMES, "timeout", timeout)), 400, "bad-parameter");
  }

  @Test
  void anIriThatLooksLikeAShortFormIsWrittenAsItIs() throws Exception {
    String query =
        "CONSTRUCT { <cg:x> <prov:y> <skos:z> . <http://example.org/a> <rdfs:label> 1 } WHERE {}";
    Answer answer = served.get(sparql(query), "Accept", "application/ld+json");
    assertEquals(200, answer.status(), answer.body());
    Graph read = GraphFactory.createDefaultGraph();
    RDFParser.fromString(answer.body(), Lang.JSONLD11).parse(read);
    Graph expected = GraphFactory.createDefaultGraph();
    RDFParser.fromString(
            "<cg:x> <prov:y> <skos:z> . <http://example.org/a> <rdfs:label>"
                + " \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .",
            Lang.NTRIPLES)
        .parse(expected);
    assertTrue(expected.isIsomorphicWith(read), answer.body());
  }
}
