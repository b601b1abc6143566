package io.controlgraph.sparql;

import static io.controlgraph.sparql.Documents.FORM;
import static io.controlgraph.sparql.Documents.ONE;
import static io.controlgraph.sparql.Documents.PREFIXES;
import static io.controlgraph.sparql.Documents.QUERY;
import static io.controlgraph.sparql.Documents.THREE;
import static io.controlgraph.sparql.Documents.TWO;
import static io.controlgraph.sparql.Documents.UPDATE;
import static io.controlgraph.sparql.Documents.parameters;
import static io.controlgraph.testing.ProblemShape.assertProblem;
import static io.controlgraph.testing.Served.sparql;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.Revision;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.RawAnswer;
import io.controlgraph.testing.Served;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SPARQL 1.1 Protocol, the update operation, section by section. */
@Timeout(60)
@DisplayName("SPARQL 1.1 Protocol, 2.2 update operation")
final class ProtocolUpdateConformanceTest {
  private static final String SEEN = "http://example.org/seen";
  private static final String INSERT =
      "INSERT DATA { GRAPH <%s> { <x:a> <x:b> 1 } }".formatted(SEEN);
  private static final String IS_THERE = "ASK { GRAPH <%s> { ?s ?p ?o } }".formatted(SEEN);

  /** Notes the documents of the default graph. */
  private static final String NOTE =
      PREFIXES
          + "INSERT { GRAPH <%s> { ?d dc:is 'seen' } } WHERE { ?d a foaf:Document }"
              .formatted(SEEN);

  /** Notes the documents of named graphs. */
  private static final String NOTE_NAMED =
      NOTE.replace("?d a foaf:Document", "GRAPH ?g { ?d a foaf:Document }");

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
  @DisplayName("2.2.1 update via POST with URL-encoded parameters")
  final class ByForm {
    @Test
    @DisplayName(
        "2.2.1 update via POST of a form: the parameter 'update' in the body is carried out")
    void theUpdateIsAParameter() throws Exception {
      assertEquals(204, post("/sparql", FORM, parameters("update", INSERT)).status());
      assertTrue(ask(IS_THERE));
    }

    @Test
    @DisplayName("2.2.1 update via POST of a form: the graphs stand in the body")
    void graphsStandInTheBody() throws Exception {
      assertEquals(
          204, post("/sparql", FORM, parameters("using-graph-uri", ONE, "update", NOTE)).status());
      assertTrue(seen(ONE));
      assertFalse(seen(TWO));
      assertProblem(
          post("/sparql?" + parameters("using-graph-uri", TWO), FORM, parameters("update", NOTE)),
          400,
          "bad-parameter");
    }

    @Test
    @DisplayName("2.2.1 update via POST of a form: exactly one update")
    void thereIsExactlyOneUpdate() throws Exception {
      assertProblem(
          post("/sparql", FORM, parameters("update", INSERT, "update", INSERT)),
          400,
          "repeated-parameter");
      assertProblem(post("/sparql", FORM, parameters("update", "")), 400, "missing-query");
      assertProblem(
          post("/sparql", FORM, parameters("using-graph-uri", ONE)), 400, "missing-query");
      assertFalse(ask(IS_THERE));
    }

    @Test
    @DisplayName("2.2.1 update via POST of a form: a query beside the update is an error")
    void noQueryBeside() throws Exception {
      assertProblem(
          post("/sparql", FORM, parameters("update", INSERT, "query", "ASK {}")),
          400,
          "bad-parameter");
      assertFalse(ask(IS_THERE));
    }
  }

  @Nested
  @DisplayName("2.2.2 update via POST directly")
  final class Directly {
    @Test
    @DisplayName("2.2.2 update via POST directly: the body is the update as it is")
    void theBodyIsTheUpdate() throws Exception {
      String insert = INSERT.replace("1", "'100%25+&'");
      assertEquals(204, post("/sparql", UPDATE, insert).status());
      assertTrue(ask("ASK { ?s ?p '100%25+&' }"));
    }

    @Test
    @DisplayName(
        "2.2.2 update via POST directly: several operations are one request, done or not done")
    void severalOperations() throws Exception {
      assertEquals(204, post("/sparql", UPDATE, INSERT + " ; DROP GRAPH <" + ONE + ">").status());
      assertTrue(ask(IS_THERE));
      assertFalse(ask("ASK { <" + ONE + "> ?p ?o }"));
      Revision before = served.store().revision();
      Answer half =
          post("/sparql", UPDATE, "DROP GRAPH <" + TWO + "> ; INSERT DATA { <x:a> <x:b> 2 }");
      assertProblem(half, 400, "bad-query");
      assertEquals(before, served.store().revision());
      assertTrue(ask("ASK { <" + TWO + "> ?p ?o }"));
    }

    @Test
    @DisplayName("2.2.2 update via POST directly: UTF-8 is the only charset")
    void utf8IsTheOnlyCharset() throws Exception {
      assertEquals(
          204,
          post("/sparql", UPDATE + "; charset=utf-8", INSERT.replace("1", "'\u00e4'")).status());
      assertTrue(ask("ASK { ?s ?p '\u00e4' }"));
      Answer latin =
          served.send(
              served
                  .request("/sparql")
                  .header("Authorization", "Bearer " + served.secret())
                  .header("Content-Type", UPDATE)
                  .POST(
                      BodyPublishers.ofString(
                          INSERT.replace("1", "'\u00e4'"), StandardCharsets.ISO_8859_1)));
      assertProblem(latin, 400, "bad-encoding");
      assertProblem(
          post("/sparql", UPDATE + "; charset=latin1", INSERT), 415, "unsupported-charset");
    }

    @Test
    @DisplayName(
        "2.2.2 update via POST directly: as a query it is refused, and a query as an update")
    void updatesAndQueriesAreKeptApart() throws Exception {
      assertProblem(post("/sparql", QUERY, INSERT), 400, "not-a-query");
      assertProblem(post("/sparql", UPDATE, "ASK {}"), 400, "bad-query");
      assertFalse(ask(IS_THERE));
    }

    @Test
    @DisplayName("2.2.2 update via POST directly: an update in the URL besides is an error")
    void noUpdateInTheUrl() throws Exception {
      assertProblem(
          post("/sparql?" + parameters("update", INSERT), UPDATE, INSERT),
          400,
          "repeated-parameter");
    }
  }

  @Nested
  @DisplayName("2.2 update operation: POST only")
  final class OnlyByPost {
    @Test
    @DisplayName("2.2 update: a GET changes nothing, and neither does a HEAD")
    void neverByGet() throws Exception {
      String path = "/sparql?" + parameters("update", INSERT);
      assertProblem(served.get(path), 400, "update-by-get");
      RawAnswer head =
          RawAnswer.to(
              served,
              "HEAD "
                  + path
                  + " HTTP/1.1\r\nAuthorization: Bearer "
                  + served.secret()
                  + "\r\n\r\n");
      assertEquals(400, head.status());
      assertFalse(ask(IS_THERE));
    }
  }

  @Nested
  @DisplayName("2.2.3 specifying an RDF dataset")
  final class Dataset {
    @Test
    @DisplayName("2.2.3 dataset: without one, patterns see the union of the named graphs")
    void withoutOne() throws Exception {
      assertEquals(204, post("/sparql", UPDATE, NOTE).status());
      assertTrue(seen(ONE) && seen(TWO) && seen(THREE));
    }

    @Test
    @DisplayName("2.2.3 dataset: using-graph-uri makes the default graph, as USING does")
    void usingGraphs() throws Exception {
      String graphs = parameters("using-graph-uri", ONE, "using-graph-uri", THREE);
      assertEquals(204, post("/sparql?" + graphs, UPDATE, NOTE).status());
      assertTrue(seen(ONE) && seen(THREE));
      assertFalse(seen(TWO));
    }

    @Test
    @DisplayName("2.2.3 dataset: using-named-graph-uri makes the named graphs, as USING NAMED does")
    void usingNamedGraphs() throws Exception {
      String graphs = parameters("using-named-graph-uri", TWO);
      assertEquals(204, post("/sparql?" + graphs, UPDATE, NOTE_NAMED).status());
      assertTrue(seen(TWO));
      assertFalse(seen(ONE) || seen(THREE));
    }

    @Test
    @DisplayName("2.2.3 dataset: with named graphs alone, the default graph is empty")
    void namedGraphsAlone() throws Exception {
      String graphs = parameters("using-named-graph-uri", TWO);
      assertEquals(204, post("/sparql?" + graphs, UPDATE, NOTE).status());
      assertFalse(ask(IS_THERE));
    }

    @Test
    @DisplayName("2.2.3 dataset: it is that of every operation of the request")
    void ofEveryOperation() throws Exception {
      String graphs = parameters("using-graph-uri", ONE);
      String twice = NOTE + " ; " + NOTE.replace("'seen'", "'again'");
      assertEquals(204, post("/sparql?" + graphs, UPDATE, twice).status());
      assertTrue(ask("ASK { <%s> ?p 'again' }".formatted(ONE)));
      assertFalse(ask("ASK { <%s> ?p 'again' }".formatted(TWO)));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "WITH <x:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
          "DELETE { GRAPH <x:g> { ?s ?p ?o } } USING <x:g> WHERE { ?s ?p ?o }",
          "DELETE { GRAPH <x:g> { ?s ?p ?o } } USING NAMED <x:g> WHERE { GRAPH ?g { ?s ?p ?o } }"
        })
    @DisplayName("2.2.3 dataset: 400 if the update has USING, USING NAMED or WITH besides")
    void inBoth(String update) throws Exception {
      for (String name : new String[] {"using-graph-uri", "using-named-graph-uri"}) {
        assertProblem(post("/sparql?" + parameters(name, ONE), UPDATE, update), 400, "bad-query");
        assertProblem(
            post("/sparql", FORM, parameters(name, ONE, "update", update)), 400, "bad-query");
      }
    }

    @Test
    @DisplayName("2.2.3 dataset: of a query is not one of an update")
    void ofAQuery() throws Exception {
      for (String name : new String[] {"default-graph-uri", "named-graph-uri"}) {
        assertProblem(post("/sparql?" + parameters(name, ONE), UPDATE, NOTE), 400, "bad-parameter");
      }
    }

    // SPARQL 1.1 Update, 3.1.1: data without GRAPH go to the default graph. Here that is the union
    // of all graphs, into which nothing can be put, so such an update is refused with the reason.
    @ParameterizedTest
    @ValueSource(
        strings = {
          "INSERT DATA { <x:a> <x:b> 1 }",
          "DELETE DATA { <x:a> <x:b> 1 }",
          "INSERT { ?s <x:b> 1 } WHERE { ?s ?p ?o }",
          "DELETE WHERE { ?s ?p ?o }",
          "COPY DEFAULT TO <x:g>"
        })
    @DisplayName(
        "2.2.3 dataset, by design: the default graph is a union, which updates cannot write")
    void theDefaultGraphIsNotWritten(String update) throws Exception {
      Revision before = served.store().revision();
      assertProblem(post("/sparql", UPDATE, update), 400, "bad-query");
      assertEquals(before, served.store().revision());
    }
  }

  @Nested
  @DisplayName("2.2.4 success responses")
  final class Success {
    @Test
    @DisplayName("2.2.4 success: a 2xx, once the update is carried out; the next query sees it")
    void once() throws Exception {
      Answer done = post("/sparql", UPDATE, INSERT);
      assertEquals(204, done.status());
      assertEquals("", done.body());
      assertTrue(ask(IS_THERE));
    }

    @Test
    @DisplayName("2.2.4 success: whatever is accepted, since the answer has no body")
    void whateverIsAccepted() throws Exception {
      Answer done =
          served.post(
              "/sparql",
              UPDATE,
              INSERT,
              "Accept",
              "image/png",
              "Authorization",
              "Bearer " + served.secret());
      assertEquals(204, done.status());
    }

    @Test
    @DisplayName("2.2.4 success: an update that finds nothing to do")
    void nothingToDo() throws Exception {
      Revision before = served.store().revision();
      assertEquals(204, post("/sparql", UPDATE, "DROP SILENT GRAPH <x:none>").status());
      assertEquals(before, served.store().revision());
    }
  }

  @Nested
  @DisplayName("2.2.5 failure responses")
  final class Failure {
    @ParameterizedTest
    @ValueSource(strings = {"INSERT", "CLEAR XYZ", "INSERT DATA { GRAPH <x:g> { ?s ?p 1 } }", "x"})
    @DisplayName("2.2.5 failure: 400 for what is no SPARQL update")
    void whatIsNoUpdate(String update) throws Exception {
      assertProblem(post("/sparql", UPDATE, update), 400, "bad-query");
      assertProblem(post("/sparql", FORM, parameters("update", update)), 400, "bad-query");
    }

    @Test
    @DisplayName("2.2.5 failure: 401 and 403 for who may not; nothing is changed")
    void whoMayNot() throws Exception {
      assertProblem(served.post("/sparql", UPDATE, INSERT), 401, "missing-secret");
      assertFalse(ask(IS_THERE));
    }
  }

  private Answer post(String path, String contentType, String body) throws Exception {
    return served.post(path, contentType, body, "Authorization", "Bearer " + served.secret());
  }

  private boolean seen(String document) throws Exception {
    return ask("ASK { GRAPH <%s> { <%s> ?p 'seen' } }".formatted(SEEN, document));
  }

  private boolean ask(String query) throws Exception {
    return served.get(sparql(query)).json().path("boolean").asBoolean();
  }
}
