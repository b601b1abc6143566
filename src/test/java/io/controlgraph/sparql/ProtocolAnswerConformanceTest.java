package io.controlgraph.sparql;

import static io.controlgraph.sparql.Documents.FORM;
import static io.controlgraph.sparql.Documents.JSON_ROWS;
import static io.controlgraph.sparql.Documents.PREFIXES;
import static io.controlgraph.sparql.Documents.QUERY;
import static io.controlgraph.sparql.Documents.XML_ROWS;
import static io.controlgraph.sparql.Documents.parameters;
import static io.controlgraph.sparql.Documents.yes;
import static io.controlgraph.testing.ProblemShape.assertProblem;
import static io.controlgraph.testing.Served.sparql;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SPARQL 1.1 Protocol, the answers to queries, section by section. */
@Timeout(60)
@DisplayName("SPARQL 1.1 Protocol, 2.1.5 to 2.1.7")
final class ProtocolAnswerConformanceTest {
  private static final String DOCUMENTS = PREFIXES + "SELECT ?d WHERE { ?d a foaf:Document }";
  private static final String COPY = "CONSTRUCT WHERE { ?s ?p ?o }";

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
  @DisplayName("2.1.5 accepted response formats")
  final class Formats {
    @ParameterizedTest
    @CsvSource({
      "application/sparql-results+json, application/sparql-results+json",
      "application/sparql-results+xml, application/sparql-results+xml",
      "text/csv, text/csv",
      "text/tab-separated-values, text/tab-separated-values",
      "'application/sparql-results+xml;q=0.9, text/csv;q=0.1', application/sparql-results+xml",
      "'text/turtle, application/sparql-results+xml;q=0.1', application/sparql-results+xml",
      "'text/*', text/csv",
      "'*/*', application/sparql-results+json"
    })
    @DisplayName("2.1.5 formats: rows come as the Accept header says")
    void rowsComeAsAccepted(String accept, String given) throws Exception {
      Answer answer = served.get(sparql(DOCUMENTS), "Accept", accept);
      assertEquals(200, answer.status(), answer.body());
      assertEquals(given, answer.contentType().split(";", 2)[0]);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "text/turtle",
          "application/n-triples",
          "application/rdf+xml",
          "application/ld+json"
        })
    @DisplayName("2.1.5 formats: graphs come as the Accept header says")
    void graphsComeAsAccepted(String accept) throws Exception {
      Answer answer = served.get(sparql(COPY), "Accept", accept);
      assertEquals(accept, answer.contentType().split(";", 2)[0]);
      assertEquals(3, Documents.graph(answer).size());
    }

    @Test
    @DisplayName("2.1.5 formats: nothing that is accepted can be made: 406 with what can")
    void nothingAcceptable() throws Exception {
      assertProblem(served.get(sparql(DOCUMENTS), "Accept", "image/png"), 406, "not-acceptable");
      assertProblem(served.get(sparql(COPY), "Accept", XML_ROWS), 406, "not-acceptable");
    }

    @Test
    @DisplayName("2.1.5 formats: caches are told what the answer depends on")
    void cachesAreTold() throws Exception {
      assertTrue(served.get(sparql(DOCUMENTS)).header("Vary").contains("Accept"));
    }
  }

  @Nested
  @DisplayName("2.1.6 success responses")
  final class Success {
    @Test
    @DisplayName("2.1.6 success: SELECT gives a results document, ASK too")
    void selectAndAskGiveResults() throws Exception {
      Answer rows = served.get(sparql(DOCUMENTS));
      assertEquals(200, rows.status());
      assertEquals(JSON_ROWS, rows.contentType());
      assertEquals("d", rows.json().at("/head/vars/0").asText());
      Answer ask = served.get(sparql("ASK {}"));
      assertEquals(JSON_ROWS, ask.contentType());
      assertTrue(ask.json().has("head"), "section 3.1 of the results' JSON");
      assertTrue(yes(ask));
    }

    @Test
    @DisplayName("2.1.6 success: CONSTRUCT and DESCRIBE give an RDF graph, be it empty")
    void constructAndDescribeGiveAGraph() throws Exception {
      Answer graph = served.get(sparql(COPY));
      assertEquals("text/turtle", graph.contentType().split(";", 2)[0]);
      assertEquals(3, Documents.graph(graph).size());
      Answer empty = served.get(sparql("DESCRIBE <http://example.org/none>"));
      assertEquals(200, empty.status());
      assertTrue(Documents.graph(empty).isEmpty());
    }

    @Test
    @DisplayName("2.1.6 success: no rows are an answer, not an error")
    void noRowsAreAnAnswer() throws Exception {
      Answer none = served.get(sparql("SELECT * { <x:none> ?p ?o }"));
      assertEquals(200, none.status());
      assertEquals(0, none.json().at("/results/bindings").size());
    }
  }

  @Nested
  @DisplayName("2.1.7 failure responses")
  final class Failure {
    @ParameterizedTest
    @ValueSource(strings = {"ASK {", "SELECT", "SELECT ?x WHERE { ?y ?p }", "x"})
    @DisplayName("2.1.7 failure: 400 for what is no SPARQL query")
    void whatIsNoQuery(String query) throws Exception {
      assertProblem(served.get(sparql(query)), 400, "bad-query");
      assertProblem(served.post("/sparql", QUERY, query), 400, "bad-query");
      assertProblem(served.post("/sparql", FORM, parameters("query", query)), 400, "bad-query");
    }

    @Test
    @DisplayName("2.1.7 failure: a 5xx for what the service does not finish, and never half a 200")
    void whatIsNotFinished() throws Exception {
      String endless =
          "SELECT (COUNT(*) AS ?n) { VALUES ?a {UNDEF UNDEF UNDEF UNDEF UNDEF UNDEF UNDEF UNDEF} "
              + "?b ?p ?c . ?d ?q ?e . ?f ?r ?g . ?h ?s ?i . ?j ?t ?k . ?l ?u ?m . ?n1 ?v ?o ."
              + " ?o1 ?w ?p1 . ?q1 ?x ?r1 . ?s1 ?y ?t1 . ?u1 ?z ?v1 . ?w1 ?x1 ?y1 ."
              + " ?z1 ?a2 ?b2 . ?c2 ?d2 ?e2 . ?f2 ?g2 ?h2 . ?i2 ?j2 ?k2 . ?l2 ?m2 ?n2 }";
      assertProblem(served.get(sparql(endless, "timeout", "0.2")), 503, "deadline-exceeded");
    }

    @Test
    @DisplayName("2.1.7 failure: the body is a problem document, whatever is accepted (RFC 9457)")
    void theBodyIsAProblem() throws Exception {
      JsonNode problem =
          assertProblem(served.get(sparql("ASK {"), "Accept", "text/csv"), 400, "bad-query");
      assertEquals(1, problem.path("line").asInt());
    }
  }
}
