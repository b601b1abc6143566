package io.controlgraph.sparql;

import static io.controlgraph.sparql.Documents.ONE;
import static io.controlgraph.sparql.Documents.TWO;
import static io.controlgraph.testing.ProblemShape.assertProblem;
import static io.controlgraph.testing.Served.encode;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.Revision;
import io.controlgraph.testing.Answer;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * SPARQL 1.1 Graph Store HTTP Protocol, section by section: what changes graphs (5.3 to 5.5 and
 * 5.7), with the cases of the W3C's tests of it ({@code data-sparql11/http-rdf-update}).
 */
@Timeout(60)
@DisplayName("SPARQL 1.1 Graph Store HTTP Protocol, 5.3 to 5.5 and 5.7")
final class GraphStoreWriteConformanceTest {
  private static final String TURTLE = "text/turtle";
  private static final String G1 = "/data?graph=" + encode(ONE);
  private static final String G2 = "/data?graph=" + encode(TWO);
  private static final String NEW = "/data?graph=" + encode("http://example.org/new");
  private static final String X = "<http://example.org/x> <http://example.org/p> 'X' .";

  private static final String FORM =
      """
      --cut\r
      Content-Disposition: form-data; name="a"; filename="one.ttl"\r
      Content-Type: text/turtle\r
      \r
      %s\r
      --cut\r
      Content-Disposition: form-data; name="b"; filename="two"\r
      Content-Type: application/n-triples\r
      \r
      <http://example.org/y> <http://example.org/p> "Y" .\r
      --cut--\r
      """
          .formatted(X);

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
  @DisplayName("5.3 HTTP PUT")
  final class Put {
    @Test
    @DisplayName("5.3 PUT, initial state: 201 for a graph that is made; GET gives it")
    void makes() throws Exception {
      Answer made = client.put(NEW, TURTLE, X);
      assertEquals(201, made.status());
      assertEquals(1, client.triples(NEW));
      assertEquals(1, client.triples(made.header("Location")));
    }

    @Test
    @DisplayName("5.3 PUT, graph already in store: 200 or 204; what was there is gone")
    void replaces() throws Exception {
      assertEquals(204, client.put(G1, TURTLE, X).status());
      Answer graph = served.get(G1 + "&format=nt");
      assertEquals("<http://example.org/x> <http://example.org/p> \"X\" .\n", graph.body());
      assertEquals(1, client.triples(G2), "others are as they were");
    }

    // Section 5.3 would have a PUT of nothing leave an empty graph. A quad store does not record
    // empty graphs (SPARQL 1.1 Update, 3): a graph without a statement is one that is not there.
    @Test
    @DisplayName("5.3 PUT, empty graph, by design: an empty graph is one that is not there")
    void ofNothing() throws Exception {
      assertEquals(204, client.put(NEW, TURTLE, "").status());
      assertProblem(served.get(NEW), 404, "no-such-graph");
      assertEquals(204, client.put(G1, TURTLE, "").status());
      assertProblem(served.get(G1), 404, "no-such-graph");
      assertEquals(201, client.put(G1, TURTLE, X).status());
    }

    @Test
    @DisplayName("5.3 PUT, mismatched payload: 400, and the graph is as it was")
    void mismatched() throws Exception {
      assertProblem(client.put(G1, "application/rdf+xml", X), 400, "unreadable-rdf");
      assertEquals(1, client.triples(G1));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "text/turtle; charset=utf-8 | <x:a> <x:b> 1 .",
          "application/n-triples | <x:a> <x:b> \"1\" .",
          "application/ld+json | {\"@id\": \"x:a\", \"x:b\": 1}",
          "application/rdf+xml | <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
              + " xmlns:x=\"x:\"><rdf:Description rdf:about=\"x:a\"><x:b>1</x:b></rdf:Description>"
              + "</rdf:RDF>"
        })
    @DisplayName("5.3 PUT: in every format that GET gives")
    void inEveryFormat(String type, String body) throws Exception {
      assertEquals(201, client.put(NEW, type, body).status());
      assertEquals(1, client.triples(NEW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/turtle; charset=iso-8859-1", "text/turtle;charset=\"UTF-16\""})
    @DisplayName("5.3 PUT: 415 for a charset that is not read, instead of wrong letters")
    void inAnotherCharset(String type) throws Exception {
      assertProblem(client.put(NEW, type, X), 415, "unsupported-charset");
      String form = FORM.replaceFirst("text/turtle", type);
      assertProblem(
          client.post(NEW, "multipart/form-data; boundary=cut", form), 415, "unsupported-charset");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "text/turtle",
          "application/n-triples",
          "application/ld+json",
          "application/rdf+xml"
        })
    @DisplayName("5.3 PUT: 400 for what is not UTF-8, instead of wrong letters")
    void notUtf8(String type) throws Exception {
      String body =
          switch (type) {
            case "application/ld+json" -> "{\"@id\": \"x:a\", \"x:b\": \"\u00e4\"}";
            case "application/rdf+xml" ->
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
                    + " xmlns:x='x:'><rdf:Description"
                    + " rdf:about='x:a'><x:b>\u00e4</x:b></rdf:Description></rdf:RDF>";
            default -> "<x:a> <x:b> \"\u00e4\" .";
          };
      Answer answer =
          served.send(
              served
                  .request(NEW)
                  .header("Authorization", "Bearer " + served.secret())
                  .header("Content-Type", type)
                  .PUT(BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1)));
      assertProblem(answer, 400, "unreadable-rdf");
    }

    @Test
    @DisplayName("5.3 PUT: relative IRIs are resolved by the IRI of the graph, not of the request")
    void relativeIris() throws Exception {
      assertEquals(201, client.put(NEW, TURTLE, "<part> <#p> <> .").status());
      assertEquals(
          "<http://example.org/part> <http://example.org/new#p> <http://example.org/new> .\n",
          served.get(NEW + "&format=nt").body());
    }

    @Test
    @DisplayName("5.3 PUT: the same again changes nothing (RFC 9110, 9.2.2)")
    void isIdempotent() throws Exception {
      assertEquals(201, client.put(NEW, TURTLE, X).status());
      Revision once = served.store().revision();
      assertEquals(204, client.put(NEW, TURTLE, X).status());
      assertEquals(once, served.store().revision());
    }

    @Test
    @DisplayName("5.3 PUT: If-Match and If-None-Match are kept (RFC 9110, 13.1)")
    void conditions() throws Exception {
      String tag = served.get(G1, "Accept", TURTLE).header("ETag");
      assertProblem(client.put(G1, TURTLE, X, "If-None-Match", "*"), 412, "precondition-failed");
      assertProblem(client.put(NEW, TURTLE, X, "If-Match", "*"), 412, "precondition-failed");
      assertProblem(client.put(G1, TURTLE, X, "If-Match", "\"other\""), 412, "precondition-failed");
      assertEquals(204, client.put(G1, TURTLE, X, "If-Match", tag).status());
      assertProblem(client.put(G1, TURTLE, "", "If-Match", tag), 412, "precondition-failed");
      assertEquals(201, client.put(NEW, TURTLE, X, "If-None-Match", "*").status());
    }

    @Test
    @DisplayName("5.3 PUT: If-Match compares strongly: a weak tag never matches (RFC 9110, 13.1.1)")
    void weakTags() throws Exception {
      String tag = served.get(G1, "Accept", TURTLE).header("ETag");
      assertProblem(client.put(G1, TURTLE, X, "If-Match", "W/" + tag), 412, "precondition-failed");
    }
  }

  @Nested
  @DisplayName("5.4 HTTP DELETE")
  final class Delete {
    @Test
    @DisplayName("5.4 DELETE, existing graph: 200 or 204; GET of it: 404")
    void existing() throws Exception {
      assertEquals(204, client.delete(G1).status());
      assertProblem(served.get(G1), 404, "no-such-graph");
      assertEquals(1, client.triples(G2), "others are as they were");
    }

    @Test
    @DisplayName("5.4 DELETE, graph that is not there: 404")
    void notThere() throws Exception {
      assertProblem(client.delete(NEW), 404, "no-such-graph");
      assertEquals(204, client.delete(G1).status());
      assertProblem(client.delete(G1), 404, "no-such-graph");
    }

    @Test
    @DisplayName("5.4 DELETE: If-Match is kept (RFC 9110, 13.1.1)")
    void conditions() throws Exception {
      String tag = served.get(G1).header("ETag");
      assertEquals(204, client.post(G1, TURTLE, X).status());
      assertProblem(client.delete(G1, "If-Match", tag), 412, "precondition-failed");
      String now = served.get(G1).header("ETag");
      assertEquals(204, client.delete(G1, "If-Match", now).status());
    }
  }

  @Nested
  @DisplayName("5.5 HTTP POST")
  final class Post {
    @Test
    @DisplayName("5.5 POST, existing graph: what is sent is merged into it")
    void existing() throws Exception {
      assertEquals(204, client.post(G1, TURTLE, X).status());
      assertEquals(2, client.triples(G1));
    }

    @Test
    @DisplayName("5.5 POST, graph that is not there: 201, as PUT makes it")
    void notThere() throws Exception {
      assertEquals(201, client.post(NEW, TURTLE, X).status());
      assertEquals(1, client.triples(NEW));
    }

    @Test
    @DisplayName(
        "5.5 POST, create new graph: to the graph store: 201, Location, a new name each time")
    void toTheStore() throws Exception {
      Answer first = client.post("/data", TURTLE, X);
      Answer second = client.post("/data", TURTLE, X);
      assertEquals(201, first.status());
      assertTrue(first.header("Location").startsWith("/graph/"), first.header("Location"));
      assertNotEquals(first.header("Location"), second.header("Location"));
      assertEquals(1, client.triples(first.header("Location")));
      String iri = Served.BASE + first.header("Location").substring(1);
      assertEquals(1, client.triples("/data?graph=" + encode(iri)));
    }

    @Test
    @DisplayName("5.5 POST, empty graph to existing graph: nothing changes")
    void ofNothing() throws Exception {
      Revision before = served.store().revision();
      assertEquals(204, client.post(G1, TURTLE, "").status());
      assertEquals(before, served.store().revision());
      assertEquals(1, client.triples(G1));
    }

    @Test
    @DisplayName("5.5 POST, multipart/form-data: all parts are merged, each by its own media type")
    void multipart() throws Exception {
      assertEquals(204, client.post(G1, "multipart/form-data; boundary=cut", FORM).status());
      assertEquals(3, client.triples(G1));
    }

    @Test
    @DisplayName("5.5 POST, multipart/form-data to the graph store: one new graph of all parts")
    void multipartToTheStore() throws Exception {
      Answer made = client.post("/data", "multipart/form-data; boundary=cut", FORM);
      assertEquals(201, made.status(), made.body());
      assertEquals(2, client.triples(made.header("Location")));
    }

    @Test
    @DisplayName("5.5 POST, multipart/form-data: one bad part, and nothing is merged")
    void multipartWithABadPart() throws Exception {
      Answer answer =
          client.post(G1, "multipart/form-data; boundary=cut", FORM.replace("\"Y\"", "Y"));
      assertProblem(answer, 400, "unreadable-rdf");
      assertEquals(1, client.triples(G1));
    }

    // RDF 1.1 Concepts, 3.5: the server gives blank nodes IRIs, so a merge keeps them apart too.
    @Test
    @DisplayName("5.5 POST: a merge keeps blank nodes of one name in two payloads apart")
    void blankNodes() throws Exception {
      String blank = "_:b <http://example.org/p> 'same' .";
      assertEquals(201, client.post(NEW, TURTLE, blank).status());
      assertEquals(204, client.post(NEW, TURTLE, blank).status());
      assertEquals(2, client.triples(NEW));
    }

    @Test
    @DisplayName("5.5 POST: conditions are kept (RFC 9110, 13.1)")
    void conditions() throws Exception {
      assertProblem(client.post(NEW, TURTLE, X, "If-Match", "*"), 412, "precondition-failed");
      assertProblem(client.post(G1, TURTLE, X, "If-None-Match", "*"), 412, "precondition-failed");
      assertEquals(204, client.post(G1, TURTLE, X, "If-Match", "*").status());
    }
  }

  @Nested
  @DisplayName("5.7 HTTP PATCH")
  final class Patch {
    @Test
    @DisplayName("5.7 PATCH: a SPARQL update is carried out on the graph, and on no other")
    void anUpdate() throws Exception {
      String update = "DELETE { ?s ?p ?o } WHERE { ?s ?p ?o } ; INSERT DATA { <x:a> <x:b> 1, 2 }";
      assertEquals(204, client.patch(G1, update).status());
      assertEquals(2, client.triples(G1));
      assertEquals(1, client.triples(G2));
    }

    @Test
    @DisplayName("5.7 PATCH: 201 for a graph that it makes")
    void makes() throws Exception {
      assertEquals(201, client.patch(NEW, "INSERT DATA { <x:a> <x:b> 1 }").status());
      assertEquals(1, client.triples(NEW));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "INSERT DATA { GRAPH <x:other> { <x:a> <x:b> 1 } }",
          "DROP GRAPH <http://example.org/data2.rdf>",
          "CLEAR ALL",
          "COPY <http://example.org/data1.rdf> TO <x:other>"
        })
    @DisplayName("5.7 PATCH: an update that would change another graph is refused")
    void ofAnotherGraph(String update) throws Exception {
      Revision before = served.store().revision();
      assertProblem(client.patch(G1, update), 400, "bad-query");
      assertEquals(before, served.store().revision());
    }

    @Test
    @DisplayName("5.7 PATCH: 415 with Accept-Patch for another media type (RFC 5789, 2.2)")
    void anotherMediaType() throws Exception {
      Answer answer =
          served.send(
              served
                  .request(G1)
                  .header("Authorization", "Bearer " + served.secret())
                  .header("Content-Type", TURTLE)
                  .method("PATCH", BodyPublishers.ofString(X)));
      assertProblem(answer, 415, "unsupported-media-type");
      assertEquals(Documents.UPDATE, answer.header("Accept-Patch"));
    }

    @Test
    @DisplayName("5.7 PATCH: If-Match is kept, so that nobody's change is lost (RFC 5789, 2)")
    void conditions() throws Exception {
      String tag = served.get(G1).header("ETag");
      String update = "INSERT DATA { <x:a> <x:b> 1 }";
      assertEquals(204, client.patch(G1, update, "If-Match", tag).status());
      assertProblem(client.patch(G1, update, "If-Match", tag), 412, "precondition-failed");
    }
  }
}
