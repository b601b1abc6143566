package io.controlgraph.sparql;

import static io.controlgraph.sparql.Documents.ONE;
import static io.controlgraph.sparql.Documents.TWO;
import static io.controlgraph.testing.ProblemShape.assertProblem;
import static io.controlgraph.testing.Served.encode;
import static io.controlgraph.testing.Served.sparql;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.Revision;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.RawAnswer;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * SPARQL 1.1 Graph Store HTTP Protocol, section by section: how graphs are named (4), status codes
 * (5.1) and what reads them (5.2, 5.6).
 */
@Timeout(60)
@DisplayName("SPARQL 1.1 Graph Store HTTP Protocol, 4, 5.1, 5.2 and 5.6")
final class GraphStoreConformanceTest {
  private static final String TURTLE = "text/turtle";
  private static final String G1 = "/data?graph=" + encode(ONE);
  private static final String NONE = "/data?graph=" + encode("http://example.org/none");
  private static final String X = "<http://example.org/x> <http://example.org/p> 'X' .";

  private static Served served;
  private static GraphClient client;

  @BeforeAll
  static void serve(@TempDir Path folder) {
    served = Served.in(folder, Served.Recipe.PLAIN.withUpdates());
    client = new GraphClient(served);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @BeforeEach
  void restore() {
    Documents.restore(served);
  }

  @Nested
  @DisplayName("4.1 direct graph identification")
  final class Direct {
    @Test
    @DisplayName("4.1 direct: the URL of a request is the IRI of its graph")
    void theUrlIsTheGraph() throws Exception {
      assertEquals(201, client.put("/graph/acme/risks", TURTLE, X).status());
      assertEquals(1, client.triples("/graph/acme/risks"));
      String query = "ASK { GRAPH <%sgraph/acme/risks> { ?s ?p ?o } }".formatted(Served.BASE);
      assertTrue(Documents.yes(served.get(sparql(query))));
    }

    @Test
    @DisplayName("4.1 direct: all methods work on it")
    void allMethods() throws Exception {
      String path = "/graph/acme/all";
      assertEquals(201, client.post(path, TURTLE, X).status());
      assertEquals(204, client.put(path, TURTLE, X + X.replace("X", "Y")).status());
      String update = "DELETE DATA { <http://example.org/x> <http://example.org/p> 'Y' }";
      assertEquals(204, client.patch(path, update).status());
      assertEquals(1, client.triples(path));
      assertEquals(204, client.delete(path).status());
      assertEquals(404, served.get(path).status());
    }

    @Test
    @DisplayName("4.1 direct: escapes in the path belong to the IRI as they are (RFC 3986, 6.2.2)")
    void escapesBelongToIt() throws Exception {
      assertEquals(201, client.put("/graph/a%20b", TURTLE, X).status());
      assertEquals(1, client.triples("/data?graph=" + encode(Served.BASE + "graph/a%20b")));
    }
  }

  @Nested
  @DisplayName("4.2 indirect graph identification")
  final class Indirect {
    @Test
    @DisplayName("4.2 indirect: '?graph=' names a graph of any IRI, percent-encoded")
    void graphNamesOne() throws Exception {
      assertEquals(1, client.triples(G1));
      for (String iri : new String[] {"urn:x-graph:1", "http://example.org/\u00e4?a=b&c#d"}) {
        String path = "/data?graph=" + encode(iri);
        assertEquals(201, client.put(path, TURTLE, X).status(), iri);
        assertEquals(1, client.triples(path), iri);
        assertTrue(Documents.yes(served.get(sparql("ASK { GRAPH <" + iri + "> { ?s ?p ?o } }"))));
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"relative", "/absolute/path", "//host/path", "", "http://a b/", "<x:y>"})
    @DisplayName("4.2 indirect: 400 for a graph that is no absolute IRI")
    void anAbsoluteIri(String graph) throws Exception {
      String path = "/data?graph=" + encode(graph);
      assertProblem(served.get(path), 400, "bad-graph");
      assertProblem(client.put(path, TURTLE, X), 400, "bad-graph");
    }

    @Test
    @DisplayName("4.2 indirect: '?default' names the default graph, here the union of all")
    void defaultIsTheUnion() throws Exception {
      assertEquals(3, client.triples("/data?default"));
      assertEquals(3, client.triples("/data?default="));
      RawAnswer head =
          RawAnswer.to(served, "HEAD /data?default HTTP/1.1\r\nAccept: text/turtle\r\n\r\n");
      assertEquals(200, head.status());
    }

    // Section 4.2 lets '?default' be written. Here the default graph is the union of all graphs
    // (sd:UnionDefaultGraph in the service description): it has no place of its own to write to.
    @Test
    @DisplayName("4.2 indirect, by design: '?default' is a union, and writing it is refused by 403")
    void defaultIsNotWritten() throws Exception {
      Revision before = served.store().revision();
      assertProblem(client.put("/data?default", TURTLE, X), 403, "bad-graph");
      assertProblem(client.post("/data?default", TURTLE, X), 403, "bad-graph");
      assertProblem(client.delete("/data?default"), 403, "bad-graph");
      assertProblem(
          client.patch("/data?default", "INSERT DATA { <x:a> <x:b> 1 }"), 403, "bad-graph");
      assertEquals(before, served.store().revision());
    }

    @Test
    @DisplayName("4.2 indirect: one graph a request")
    void oneGraph() throws Exception {
      assertProblem(served.get(G1 + "&default"), 400, "bad-graph");
      assertProblem(served.get(G1 + "&graph=" + encode(TWO)), 400, "repeated-parameter");
      assertProblem(client.put("/graph/a?default", TURTLE, X), 400, "bad-graph");
    }

    @Test
    @DisplayName("4.2 indirect: the graph store itself is not a graph to read or replace")
    void theStoreIsNoGraph() throws Exception {
      assertProblem(served.get("/data"), 400, "bad-graph");
      assertProblem(client.put("/data", TURTLE, X), 400, "bad-graph");
      assertProblem(client.delete("/data"), 400, "bad-graph");
    }
  }

  @Nested
  @DisplayName("5.1 status codes")
  final class StatusCodes {
    @ParameterizedTest
    @CsvSource({
      "text/turtle, '<x:a> <x:b> .'",
      "application/n-triples, '<x:a> <x:b> 1 .'",
      "application/rdf+xml, '<rdf:RDF/>'",
      "application/ld+json, '{'",
      "application/rdf+xml, '<http://example.org/x> <http://example.org/p> 1 .'"
    })
    @DisplayName("5.1 status codes: 400 if the payload is not what its Content-Type says")
    void mismatchedPayload(String type, String body) throws Exception {
      assertProblem(client.put(G1, type, body), 400, "unreadable-rdf");
      assertProblem(client.post(G1, type, body), 400, "unreadable-rdf");
      assertEquals(1, client.triples(G1));
    }

    @Test
    @DisplayName("5.1 status codes: 404 if the graph must be there and is not")
    void notFound() throws Exception {
      assertProblem(served.get(NONE), 404, "no-such-graph");
      assertProblem(client.delete(NONE), 404, "no-such-graph");
      assertEquals(404, RawAnswer.to(served, "HEAD " + NONE + " HTTP/1.1\r\n\r\n").status());
    }

    @Test
    @DisplayName("5.1 status codes: 405 with Allow for a method that is not supported")
    void methodNotAllowed() throws Exception {
      RawAnswer answer =
          RawAnswer.to(
              served,
              "TRACE %s HTTP/1.1\r\nAuthorization: Bearer %s\r\n\r\n"
                  .formatted(G1, served.secret()));
      assertEquals(405, answer.status(), answer.head());
      for (String method : "GET HEAD PUT POST DELETE PATCH".split(" ", -1)) {
        assertTrue(answer.header("Allow").orElse("").contains(method), answer.head());
      }
    }

    @Test
    @DisplayName("5.1 status codes: 415 for a media type that is not understood, or none")
    void unsupportedMediaType() throws Exception {
      assertProblem(client.put(G1, "text/csv", "a,b"), 415, "unsupported-media-type");
      assertProblem(client.post(G1, "application/trig", X), 415, "unsupported-media-type");
      RawAnswer untyped =
          RawAnswer.to(
              served,
              "PUT %s HTTP/1.1\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n%s"
                  .formatted(G1, served.secret(), X.length(), X));
      assertEquals(415, untyped.status(), untyped.body());
      assertEquals(1, client.triples(G1));
    }

    @Test
    @DisplayName("5.1 status codes: 401 without credentials, before anything else is said")
    void unauthorized() throws Exception {
      assertProblem(served.post(G1, "text/csv", "a,b"), 401, "missing-secret");
    }
  }

  @Nested
  @DisplayName("5.2 HTTP GET")
  final class Get {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "text/turtle",
          "application/n-triples",
          "application/rdf+xml",
          "application/ld+json"
        })
    @DisplayName("5.2 GET: the graph in the format that is accepted, and nothing of other graphs")
    void inTheAcceptedFormat(String accept) throws Exception {
      Answer answer = served.get(G1, "Accept", accept);
      assertEquals(200, answer.status(), answer.body());
      assertEquals(accept, answer.contentType().split(";", 2)[0]);
      assertEquals(1, Documents.graph(answer).size());
      assertTrue(answer.header("Vary").contains("Accept"));
    }

    @Test
    @DisplayName("5.2 GET: Turtle without an Accept header")
    void withoutAccept() throws Exception {
      RawAnswer answer = RawAnswer.to(served, "GET " + G1 + " HTTP/1.1\r\n\r\n");
      assertEquals(200, answer.status());
      assertEquals("text/turtle; charset=utf-8", answer.header("Content-Type").orElseThrow());
    }

    @Test
    @DisplayName("5.2 GET: 406 if nothing that is accepted can be made")
    void notAcceptable() throws Exception {
      assertProblem(served.get(G1, "Accept", "image/png"), 406, "not-acceptable");
    }

    @Test
    @DisplayName("5.2 GET: the same as the query CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ... }")
    void sameAsTheQuery() throws Exception {
      String query = "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <" + ONE + "> { ?s ?p ?o } }";
      assertTrue(
          Documents.graph(served.get(G1, "Accept", TURTLE))
              .isIsomorphicWith(Documents.graph(served.get(sparql(query)))));
    }

    @Test
    @DisplayName("5.2 GET: answers can be cached: 304 while nothing has changed (RFC 9110, 13.1.2)")
    void canBeCached() throws Exception {
      String tag = served.get(G1, "Accept", TURTLE).header("ETag");
      Answer again = served.get(G1, "Accept", TURTLE, "If-None-Match", "\"other\", W/" + tag);
      assertEquals(304, again.status());
      assertEquals("", again.body());
      assertEquals(tag, again.header("ETag"));
      assertEquals(204, client.post(G1, TURTLE, X).status());
      Answer changed = served.get(G1, "Accept", TURTLE, "If-None-Match", tag);
      assertEquals(200, changed.status());
      assertNotEquals(tag, changed.header("ETag"));
    }
  }

  @Nested
  @DisplayName("5.6 HTTP HEAD")
  final class Head {
    @Test
    @DisplayName("5.6 HEAD: the status and headers of GET, and no body")
    void likeGetWithoutABody() throws Exception {
      RawAnswer get =
          RawAnswer.to(served, "GET " + G1 + " HTTP/1.1\r\nAccept: text/turtle\r\n\r\n");
      RawAnswer head =
          RawAnswer.to(served, "HEAD " + G1 + " HTTP/1.1\r\nAccept: text/turtle\r\n\r\n");
      assertEquals(200, head.status());
      for (String header : new String[] {"Content-Type", "ETag", "Vary", "Cache-Control"}) {
        assertTrue(head.header(header).isPresent(), header);
        assertEquals(get.header(header), head.header(header), header);
      }
      assertFalse(get.body().isEmpty());
      assertEquals("", head.body());
    }

    @Test
    @DisplayName("5.6 HEAD: 404 without a body for a graph that is not there")
    void notFound() throws Exception {
      RawAnswer head = RawAnswer.to(served, "HEAD " + NONE + " HTTP/1.1\r\n\r\n");
      assertEquals(404, head.status());
      assertEquals("", head.body());
    }

    @Test
    @DisplayName("5.6 HEAD: conditions hold for it as for GET")
    void conditions() throws Exception {
      String tag = served.get(G1).header("ETag");
      RawAnswer head =
          RawAnswer.to(served, "HEAD %s HTTP/1.1\r\nIf-None-Match: %s\r\n\r\n".formatted(G1, tag));
      assertEquals(304, head.status());
    }
  }
}
