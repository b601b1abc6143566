package io.controlgraph.sparql;

import static io.controlgraph.sparql.Documents.FORM;
import static io.controlgraph.sparql.Documents.ONE;
import static io.controlgraph.sparql.Documents.PREFIXES;
import static io.controlgraph.sparql.Documents.QUERY;
import static io.controlgraph.sparql.Documents.THREE;
import static io.controlgraph.sparql.Documents.TWO;
import static io.controlgraph.sparql.Documents.documents;
import static io.controlgraph.sparql.Documents.parameters;
import static io.controlgraph.sparql.Documents.yes;
import static io.controlgraph.testing.ProblemShape.assertProblem;
import static io.controlgraph.testing.Served.sparql;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.testing.Answer;
import io.controlgraph.testing.RawAnswer;
import io.controlgraph.testing.Served;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SPARQL 1.1 Protocol, the query operation, section by section. */
@Timeout(60)
@DisplayName("SPARQL 1.1 Protocol, 2.1 query operation")
final class ProtocolConformanceTest {
  private static final String DOCUMENTS = PREFIXES + "SELECT ?d WHERE { ?d a foaf:Document }";
  private static final String IN_GRAPHS =
      PREFIXES + "SELECT ?d WHERE { GRAPH ?g { ?d a foaf:Document } }";

  private static Served served;

  @BeforeAll
  static void serve(@TempDir Path folder) {
    served = Served.in(folder, Served.Recipe.PLAIN).with(Documents.TRIG);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @Nested
  @DisplayName("2.1.1 query via GET")
  final class ByGet {
    @Test
    @DisplayName("2.1.1 query via GET: the parameter 'query' is the query, percent-encoded")
    void theQueryIsAParameter() throws Exception {
      assertEquals(List.of(ONE, TWO, THREE), documents(served.get(sparql(DOCUMENTS))));
    }

    @Test
    @DisplayName("2.1.1 query via GET: percent-encoding is of UTF-8; a plus sign is a space")
    void percentEncodingIsOfUtf8() throws Exception {
      Answer answer = served.get("/sparql?query=SELECT+('%C3%A4%F0%9D%84%9E+%2B'+AS%20?x)+%7B%7D");
      assertEquals(
          "\u00e4\ud834\udd1e +", answer.json().at("/results/bindings/0/x/value").asText());
    }

    @Test
    @DisplayName("2.1.1 query via GET: exactly one query; none but other parameters is an error")
    void thereIsExactlyOneQuery() throws Exception {
      assertProblem(
          served.get("/sparql?" + parameters("query", "ASK {}", "query", "ASK {}")),
          400,
          "repeated-parameter");
      assertProblem(
          served.get("/sparql?" + parameters("default-graph-uri", ONE)), 400, "missing-query");
    }

    @Test
    @DisplayName("2.1.1 query via GET: any number of default-graph-uri and named-graph-uri")
    void anyNumberOfGraphs() throws Exception {
      String query =
          PREFIXES + "SELECT ?d WHERE { { ?d a foaf:Document } UNION { GRAPH ?g { ?d ?p ?o } } }";
      assertEquals(
          List.of(ONE, TWO, THREE),
          documents(
              served.get(
                  sparql(
                      query,
                      "default-graph-uri",
                      ONE,
                      "named-graph-uri",
                      TWO,
                      "default-graph-uri",
                      THREE))));
    }

    @Test
    @DisplayName("2.1.1 query via GET: HEAD gives the same headers and no body (RFC 9110, 9.3.2)")
    void headHasNoBody() throws Exception {
      RawAnswer head =
          RawAnswer.to(
              served, "HEAD " + sparql(DOCUMENTS) + " HTTP/1.1\r\nAccept: text/csv\r\n\r\n");
      assertEquals(200, head.status(), head.head());
      assertEquals("text/csv; charset=utf-8", head.header("Content-Type").orElseThrow());
      assertEquals("", head.body());
    }
  }

  @Nested
  @DisplayName("2.1.2 query via POST with URL-encoded parameters")
  final class ByForm {
    @Test
    @DisplayName("2.1.2 query via POST of a form: the parameters stand in the body")
    void parametersStandInTheBody() throws Exception {
      String form = parameters("default-graph-uri", ONE, "query", DOCUMENTS);
      assertEquals(List.of(ONE), documents(served.post("/sparql", FORM, form)));
    }

    @Test
    @DisplayName("2.1.2 query via POST of a form: parameters of the media type do not matter")
    void mediaTypesAreReadLoosely() throws Exception {
      String form = parameters("query", "ASK {}");
      for (String type : List.of(FORM + ";charset=UTF-8", FORM.toUpperCase(Locale.ROOT))) {
        assertTrue(yes(served.post("/sparql", type, form)), type);
      }
    }

    @Test
    @DisplayName(
        "2.1.2 query via POST of a form: exactly one query, in the body and not in the URL")
    void thereIsExactlyOneQuery() throws Exception {
      String form = parameters("query", "ASK {}");
      assertProblem(served.post("/sparql", FORM, form + "&" + form), 400, "repeated-parameter");
      assertProblem(served.post("/sparql?" + form, FORM, form), 400, "repeated-parameter");
      assertProblem(served.post("/sparql", FORM, ""), 400, "missing-query");
    }

    @Test
    @DisplayName("2.1.2 query via POST of a form: graphs given in the URL are not passed over")
    void graphsInTheUrlAreAnError() throws Exception {
      assertProblem(
          served.post(
              "/sparql?" + parameters("default-graph-uri", ONE),
              FORM,
              parameters("query", DOCUMENTS)),
          400,
          "bad-parameter");
    }

    @Test
    @DisplayName("2.1.2 query via POST of a form: a form without its media type is no form")
    void aFormHasItsMediaType() throws Exception {
      RawAnswer answer =
          RawAnswer.to(
              served, "POST /sparql HTTP/1.1\r\nContent-Length: 15\r\n\r\nquery=ASK%7B%7D");
      assertEquals(415, answer.status(), answer.body());
    }
  }

  @Nested
  @DisplayName("2.1.3 query via POST directly")
  final class Directly {
    @Test
    @DisplayName("2.1.3 query via POST directly: the body is the query as it is")
    void theBodyIsTheQuery() throws Exception {
      assertEquals(
          "100%25+&",
          served
              .post("/sparql", QUERY, "SELECT ('100%25+&' AS ?x) {}")
              .json()
              .at("/results/bindings/0/x/value")
              .asText());
    }

    @Test
    @DisplayName("2.1.3 query via POST directly: the graphs stand in the URL")
    void graphsStandInTheUrl() throws Exception {
      assertEquals(
          List.of(ONE, TWO),
          documents(
              served.post(
                  "/sparql?" + parameters("default-graph-uri", TWO, "default-graph-uri", ONE),
                  QUERY,
                  DOCUMENTS)));
    }

    @Test
    @DisplayName("2.1.3 query via POST directly: a query in the URL besides is an error")
    void noQueryInTheUrl() throws Exception {
      assertProblem(
          served.post("/sparql?" + parameters("query", "ASK {}"), QUERY, "ASK {}"),
          400,
          "repeated-parameter");
    }

    @Test
    @DisplayName("2.1.3 query via POST directly: UTF-8 is the only charset")
    void utf8IsTheOnlyCharset() throws Exception {
      assertEquals(
          "\u00e4",
          served
              .post("/sparql", QUERY + ";charset=utf-8", "SELECT ('\u00e4' AS ?x) {}")
              .json()
              .at("/results/bindings/0/x/value")
              .asText());
      assertProblem(
          served.post("/sparql", QUERY + ";charset=UTF-16", "ASK {}"), 415, "unsupported-charset");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json", "application/sparql-results+json"})
    @DisplayName("2.1.3 query via POST directly: another media type is refused")
    void anotherMediaTypeIsRefused(String type) throws Exception {
      assertProblem(served.post("/sparql", type, "ASK {}"), 415, "unsupported-media-type");
    }
  }

  @Nested
  @DisplayName("2.1.4 specifying an RDF dataset")
  final class Dataset {
    @Test
    @DisplayName("2.1.4 dataset: without one, the service's own: the union of its named graphs")
    void withoutOneItIsTheServicesOwn() throws Exception {
      assertEquals(List.of(ONE, TWO, THREE), documents(served.get(sparql(DOCUMENTS))));
      assertEquals(List.of(ONE, TWO, THREE), documents(served.get(sparql(IN_GRAPHS))));
    }

    @Test
    @DisplayName("2.1.4 dataset: by the query itself, with FROM and FROM NAMED")
    void byTheQuery() throws Exception {
      assertEquals(
          List.of(ONE), documents(served.get(sparql(from(DOCUMENTS, "FROM <" + ONE + ">")))));
      assertEquals(
          List.of(TWO), documents(served.get(sparql(from(IN_GRAPHS, "FROM NAMED <" + TWO + ">")))));
    }

    @Test
    @DisplayName("2.1.4 dataset: the request's replaces the whole of the query's")
    void theRequestsReplacesTheQuerys() throws Exception {
      String both = "FROM <" + ONE + "> FROM NAMED <" + ONE + ">";
      assertEquals(
          List.of(TWO),
          documents(served.get(sparql(from(DOCUMENTS, both), "default-graph-uri", TWO))));
      assertEquals(
          List.of(),
          documents(served.get(sparql(from(IN_GRAPHS, both), "default-graph-uri", TWO))));
      assertEquals(
          List.of(THREE),
          documents(served.get(sparql(from(IN_GRAPHS, both), "named-graph-uri", THREE))));
      assertEquals(
          List.of(),
          documents(served.get(sparql(from(DOCUMENTS, both), "named-graph-uri", THREE))));
    }

    @Test
    @DisplayName("2.1.4 dataset: a graph that is not there is empty, and nothing is fetched for it")
    void aGraphThatIsNotThereIsEmpty() throws Exception {
      assertEquals(
          List.of(),
          documents(served.get(sparql(DOCUMENTS, "default-graph-uri", "http://127.0.0.1:1/none"))));
    }

    @Test
    @DisplayName("2.1.4 dataset: of an update is not one of a query")
    void usingIsForUpdates() throws Exception {
      assertProblem(served.get(sparql(DOCUMENTS, "using-graph-uri", ONE)), 400, "bad-parameter");
      assertProblem(
          served.get(sparql(DOCUMENTS, "using-named-graph-uri", ONE)), 400, "bad-parameter");
    }

    private String from(String query, String dataset) {
      return query.replace("WHERE", dataset + " WHERE");
    }
  }
}
