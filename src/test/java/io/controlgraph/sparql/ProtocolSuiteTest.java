package io.controlgraph.sparql;

import static io.controlgraph.sparql.Documents.FORM;
import static io.controlgraph.sparql.Documents.JSON_ROWS;
import static io.controlgraph.sparql.Documents.ONE;
import static io.controlgraph.sparql.Documents.PREFIXES;
import static io.controlgraph.sparql.Documents.QUERY;
import static io.controlgraph.sparql.Documents.THREE;
import static io.controlgraph.sparql.Documents.TWO;
import static io.controlgraph.sparql.Documents.UPDATE;
import static io.controlgraph.sparql.Documents.XML_ROWS;
import static io.controlgraph.sparql.Documents.assertType;
import static io.controlgraph.sparql.Documents.parameters;
import static io.controlgraph.sparql.Documents.yes;
import static io.controlgraph.testing.Served.sparql;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The requests that the W3C's test suite of the SPARQL 1.1 Protocol wants carried out, one test a
 * case, each by the name it has in the suite's manifest ({@code
 * data-sparql11/protocol/manifest.ttl}).
 */
@Timeout(60)
@DisplayName("W3C test suite, SPARQL 1.1 Protocol")
final class ProtocolSuiteTest {
  private static final String ASK = "ASK {}";
  private static final String TARGET = "http://example.org/protocol-update-dataset-test/";
  private static final String NOTED = "<http://purl.org/dc/terms/BibliographicResource>";

  private static Served served;

  @BeforeAll
  static void serve(@TempDir Path folder) {
    served = Served.in(folder, Served.Recipe.PLAIN.withUpdates());
  }

  @BeforeEach
  void restore() {
    Documents.restore(served);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @Nested
  @DisplayName("query")
  final class Queries {
    @Test
    @DisplayName("query_get: query via GET")
    void query_get() throws Exception {
      assertTrue(yes(served.get(sparql(ASK))));
    }

    @Test
    @DisplayName("query_post_form: query via URL-encoded POST")
    void query_post_form() throws Exception {
      assertTrue(yes(post("/sparql/", FORM, parameters("query", ASK))));
    }

    @Test
    @DisplayName("query_post_direct: query via POST directly")
    void query_post_direct() throws Exception {
      assertTrue(yes(post("/sparql/", QUERY, ASK)));
    }

    @Test
    @DisplayName("query_dataset_default_graph: query with protocol-specified default graph")
    void query_dataset_default_graph() throws Exception {
      assertTrue(yes(post("/sparql/?" + defaults(ONE), QUERY, "ASK { <" + ONE + "> ?p ?o }")));
    }

    @Test
    @DisplayName("query_dataset_default_graphs_get: GET with protocol-specified default graphs")
    void query_dataset_default_graphs_get() throws Exception {
      String query = "ASK { <" + ONE + "> a ?type . <" + TWO + "> a ?type }";
      assertTrue(
          yes(served.get(sparql(query, "default-graph-uri", ONE, "default-graph-uri", TWO))));
    }

    @Test
    @DisplayName("query_dataset_default_graphs_post: POST with protocol-specified default graphs")
    void query_dataset_default_graphs_post() throws Exception {
      String query = "ASK { <" + ONE + "> ?p ?o . <" + TWO + "> ?p ?o }";
      assertTrue(yes(post("/sparql/?" + defaults(ONE, TWO), QUERY, query)));
    }

    @Test
    @DisplayName("query_dataset_named_graphs_get: GET with protocol-specified named graphs")
    void query_dataset_named_graphs_get() throws Exception {
      String query =
          "ASK { GRAPH ?g1 { <" + ONE + "> a ?type } GRAPH ?g2 { <" + TWO + "> a ?type } }";
      assertTrue(yes(served.get(sparql(query, "named-graph-uri", ONE, "named-graph-uri", TWO))));
    }

    @Test
    @DisplayName("query_dataset_named_graphs_post: POST with protocol-specified named graphs")
    void query_dataset_named_graphs_post() throws Exception {
      String graphs = parameters("named-graph-uri", ONE, "named-graph-uri", TWO);
      assertTrue(yes(post("/sparql/?" + graphs, QUERY, "ASK { GRAPH ?g { ?s ?p ?o } }")));
    }

    @Test
    @DisplayName("query_dataset_full: query with protocol-specified default and named graphs")
    void query_dataset_full() throws Exception {
      String graphs =
          parameters("default-graph-uri", THREE, "named-graph-uri", ONE, "named-graph-uri", TWO);
      String rows = "SELECT ?g ?x ?s { ?x ?y ?o  GRAPH ?g { ?s ?p ?o } } ORDER BY ?g";
      Answer answer = post("/sparql/?" + graphs, QUERY, rows);
      assertEquals(2, answer.json().at("/results/bindings").size(), answer.body());
      assertEquals(THREE, answer.json().at("/results/bindings/0/x/value").asText());
      assertEquals(ONE, answer.json().at("/results/bindings/0/s/value").asText());
      assertEquals(TWO, answer.json().at("/results/bindings/1/s/value").asText());
    }

    @Test
    @DisplayName("query_multiple_dataset: the protocol's dataset outweighs the query's")
    void query_multiple_dataset() throws Exception {
      String query = "ASK FROM <" + ONE + "> { <" + TWO + "> ?p ?o }";
      assertTrue(yes(post("/sparql/?" + defaults(TWO), QUERY, query)));
    }

    @Test
    @DisplayName("query_content_type_select: SELECT in XML, JSON, CSV or TSV")
    void query_content_type_select() throws Exception {
      Answer answer = post("/sparql/", QUERY, "SELECT (1 AS ?value) {}");
      assertType(answer, XML_ROWS, JSON_ROWS, "text/tab-separated-values", "text/csv");
    }

    @Test
    @DisplayName("query_content_type_ask: ASK in XML or JSON")
    void query_content_type_ask() throws Exception {
      assertType(post("/sparql/", QUERY, ASK), XML_ROWS, JSON_ROWS);
    }

    @Test
    @DisplayName("query_content_type_describe: DESCRIBE in RDF/XML, RDF/JSON or Turtle")
    void query_content_type_describe() throws Exception {
      assertType(
          post("/sparql/", QUERY, "DESCRIBE <http://example.org/>"),
          "application/rdf+xml",
          "application/rdf+json",
          "text/turtle");
    }

    @Test
    @DisplayName("query_content_type_construct: CONSTRUCT in RDF/XML, RDF/JSON or Turtle")
    void query_content_type_construct() throws Exception {
      assertType(
          post("/sparql/", QUERY, "CONSTRUCT { <s> <p> 1 } WHERE {}"),
          "application/rdf+xml",
          "application/rdf+json",
          "text/turtle");
    }
  }

  @Nested
  @DisplayName("update")
  final class Updates {
    @Test
    @DisplayName("update_post_form: update via URL-encoded POST")
    void update_post_form() throws Exception {
      assertDone(post("/sparql/", FORM, parameters("update", "CLEAR ALL")));
      assertTrue(xml("ASK { FILTER NOT EXISTS { ?s ?p ?o } }"));
    }

    @Test
    @DisplayName("update_post_direct: update via POST directly")
    void update_post_direct() throws Exception {
      assertDone(post("/sparql/", UPDATE, "CLEAR ALL"));
      assertTrue(xml("ASK { FILTER NOT EXISTS { ?s ?p ?o } }"));
    }

    @Test
    @DisplayName("update_dataset_default_graph: update with protocol-specified default graph")
    void update_dataset_default_graph() throws Exception {
      assertDone(post("/sparql?" + using(ONE), UPDATE, note("?s a foaf:Document")));
      assertTrue(xml(noted(ONE)));
    }

    @Test
    @DisplayName("update_dataset_default_graphs: update with protocol-specified default graphs")
    void update_dataset_default_graphs() throws Exception {
      String graphs = using(ONE) + "&" + using(TWO);
      assertDone(post("/sparql?" + graphs, UPDATE, note("?s a foaf:Document")));
      assertTrue(xml(noted(ONE)) && xml(noted(TWO)) && !xml(noted(THREE)));
    }

    @Test
    @DisplayName("update_dataset_named_graphs: update with protocol-specified named graphs")
    void update_dataset_named_graphs() throws Exception {
      String graphs = parameters("using-named-graph-uri", ONE, "using-named-graph-uri", TWO);
      assertDone(post("/sparql?" + graphs, UPDATE, note("GRAPH ?g { ?s a foaf:Document }")));
      assertTrue(xml(noted(ONE)) && xml(noted(TWO)) && !xml(noted(THREE)));
    }

    @Test
    @DisplayName("update_dataset_full: update with protocol-specified default and named graphs")
    void update_dataset_full() throws Exception {
      String graphs = using(ONE) + "&" + parameters("using-named-graph-uri", TWO);
      String where = "GRAPH <" + THREE + "> { ?s a foaf:Document }";
      String either =
          "{ GRAPH ?g { ?s a foaf:Document } } UNION { ?s a foaf:Document } UNION { "
              + where
              + " }";
      assertDone(post("/sparql?" + graphs, UPDATE, note(either)));
      assertTrue(xml(noted(ONE)) && xml(noted(TWO)) && !xml(noted(THREE)));
    }

    @Test
    @DisplayName("update_base_uri: a relative IRI is resolved by the service's base")
    void update_base_uri() throws Exception {
      String graph = "http://example.org/protocol-base-test/";
      assertDone(
          post(
              "/sparql/",
              UPDATE,
              "CLEAR SILENT GRAPH <%1$s> ; INSERT DATA { GRAPH <%1$s> { <x:s> <x:p> <test> } }"
                  .formatted(graph)));
      String object =
          served
              .get(sparql("SELECT ?o { GRAPH <" + graph + "> { <x:s> <x:p> ?o } }"))
              .json()
              .at("/results/bindings/0/o/value")
              .asText();
      assertEquals(Served.BASE + "test", object);
    }

    /** As the suite has it: all is cleared, then made anew in the same request. */
    private String note(String where) {
      return PREFIXES
          + "DROP ALL ; INSERT DATA { GRAPH <%1$s> { <%1$s> a foaf:Document } }".formatted(ONE)
          + " ; INSERT DATA { GRAPH <%1$s> { <%1$s> a foaf:Document } }".formatted(TWO)
          + " ; INSERT DATA { GRAPH <%1$s> { <%1$s> a foaf:Document } }".formatted(THREE)
          + " ; INSERT { GRAPH <%s> { ?s a dc:BibliographicResource } } WHERE { %s }"
              .formatted(TARGET, where);
    }

    private String noted(String document) {
      return "ASK { GRAPH <%s> { <%s> a %s } }".formatted(TARGET, document, NOTED);
    }

    private boolean xml(String query) throws Exception {
      Answer answer = served.post("/sparql", QUERY, query, "Accept", XML_ROWS);
      assertType(answer, XML_ROWS);
      return answer.body().contains("<boolean>true</boolean>");
    }
  }

  private static String defaults(String... graphs) {
    StringBuilder text = new StringBuilder();
    for (String graph : graphs) {
      text.append(text.isEmpty() ? "" : "&").append(parameters("default-graph-uri", graph));
    }
    return text.toString();
  }

  private static String using(String graph) {
    return parameters("using-graph-uri", graph);
  }

  private Answer post(String path, String contentType, String body) throws Exception {
    return served.post(path, contentType, body, "Authorization", "Bearer " + served.secret());
  }

  private static void assertDone(Answer answer) {
    assertEquals(204, answer.status(), answer.body());
  }
}
