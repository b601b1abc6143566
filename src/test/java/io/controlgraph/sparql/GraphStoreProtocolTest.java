package io.controlgraph.sparql;

import static io.controlgraph.testing.ProblemShape.assertProblem;
import static io.controlgraph.testing.Served.encode;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.Revision;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The SPARQL 1.1 Graph Store HTTP Protocol, section by section. */
@Timeout(60)
final class GraphStoreProtocolTest {
  private static final String TURTLE = "text/turtle";
  private static final String G1 = "/data?graph=" + encode("http://example.org/g1");
  private static final String NEW = "/data?graph=" + encode("http://example.org/new");
  private static final String ONE = "<http://example.org/x> <http://example.org/name> 'X' .";

  private Served served;

  @BeforeEach
  void serve(@TempDir Path folder) {
    served =
        Served.in(folder, Served.Recipe.PLAIN.withUpdates().withShapes(Fixture.shapes()))
            .with(Fixture.SMALL);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void section_4_1_the_path_of_a_graph_identifies_it() throws Exception {
    assertEquals(201, send("PUT", "/graph/acme/assets", TURTLE, ONE).status());
    assertEquals(1, triples(served.get("/graph/acme/assets", "Accept", TURTLE)));
    String indirect = "/data?graph=" + encode(Served.BASE + "graph/acme/assets");
    assertEquals(1, triples(served.get(indirect, "Accept", TURTLE)));
  }

  @Test
  void section_4_2_a_parameter_identifies_it() throws Exception {
    assertEquals(2, triples(served.get(G1, "Accept", TURTLE)));
    assertEquals(4, triples(served.get("/data?default", "Accept", TURTLE)));
    assertProblem(served.get("/data"), 400, "bad-graph");
    assertProblem(served.get(G1 + "&default"), 400, "bad-graph");
    assertProblem(served.get(G1 + "&graph=x:y"), 400, "repeated-parameter");
    assertProblem(served.get("/data?graph=relative"), 400, "bad-graph");
    assertProblem(served.get("/data?graph=" + encode("a b")), 400, "bad-graph");
    assertProblem(served.get("/graph/acme/assets?default"), 400, "bad-graph");
  }

  @Test
  void section_5_2_get_is_negotiated_and_a_graph_that_is_not_there_is_not_found() throws Exception {
    assertEquals("application/rdf+xml", served.get(G1 + "&format=rdfxml").contentType());
    assertProblem(served.get(G1, "Accept", "text/csv"), 406, "not-acceptable");
    assertProblem(served.get(NEW), 404, "no-such-graph");
  }

  @Test
  void section_5_3_put_makes_a_graph_or_replaces_it() throws Exception {
    Answer made = send("PUT", NEW, TURTLE, ONE);
    assertEquals(201, made.status());
    assertEquals(1, triples(served.get(made.header("Location"), "Accept", TURTLE)));
    assertEquals(204, send("PUT", G1, TURTLE, ONE).status());
    assertEquals(1, triples(served.get(G1, "Accept", TURTLE)));
    Revision before = served.store().revision();
    assertEquals(204, send("PUT", G1, TURTLE, ONE).status());
    assertEquals(before, served.store().revision(), "the same again changes nothing");
  }

  @Test
  void section_5_4_delete_takes_a_graph_away() throws Exception {
    assertEquals(204, send("DELETE", G1, null, "").status());
    assertProblem(served.get(G1), 404, "no-such-graph");
    assertProblem(send("DELETE", G1, null, ""), 404, "no-such-graph");
  }

  @Test
  void section_5_5_post_adds_to_a_graph_or_makes_one() throws Exception {
    assertEquals(204, send("POST", G1, TURTLE, ONE).status());
    assertEquals(3, triples(served.get(G1, "Accept", TURTLE)));
    assertEquals(201, send("POST", NEW, "application/n-triples", ONE.replace("'", "\"")).status());
  }

  @Test
  void section_5_5_post_to_the_store_mints_a_graph() throws Exception {
    Answer first = send("POST", "/data", TURTLE, ONE);
    Answer second = send("POST", "/data", TURTLE, ONE);
    assertEquals(201, first.status());
    assertFalse(first.header("Location").equals(second.header("Location")));
    assertEquals(1, triples(served.get(first.header("Location"), "Accept", TURTLE)));
  }

  @Test
  void section_5_5_post_takes_files_of_a_form() throws Exception {
    String form =
        """
        --cut\r
        Content-Disposition: form-data; name="a"; filename="one.ttl"\r
        Content-Type: text/turtle\r
        \r
        %s\r
        --cut\r
        Content-Disposition: form-data; name="b"; filename="two.nt"\r
        \r
        <http://example.org/y> <http://example.org/name> "Y" .\r
        --cut--\r
        """
            .formatted(ONE);
    assertEquals(201, send("POST", NEW, "multipart/form-data; boundary=cut", form).status());
    assertEquals(2, triples(served.get(NEW, "Accept", TURTLE)));
  }

  @Test
  void section_5_6_head_is_get_without_a_body() throws Exception {
    Answer head = send("HEAD", G1, null, "", "Accept", TURTLE);
    assertEquals(200, head.status());
    assertEquals("", head.body());
    assertEquals(served.get(G1, "Accept", TURTLE).header("ETag"), head.header("ETag"));
    assertEquals(404, send("HEAD", NEW, null, "").status());
  }

  @Test
  void section_5_7_patch_is_an_update_on_the_graph() throws Exception {
    String update =
        Fixture.PREFIXES
            + "INSERT DATA { ex:c ex:name 'C' } ;"
            + " DELETE { ?s ex:name ?n } INSERT { ?s ex:called ?n } WHERE { ?s ex:name ?n } ;"
            + " DELETE WHERE { ?s ex:knows ?o }";
    assertEquals(204, send("PATCH", G1, "application/sparql-update", update).status());
    String body = served.get(G1 + "&format=ntriples").body();
    assertEquals(2, body.lines().count(), body);
    assertTrue(body.contains("<http://example.org/c> <http://example.org/called> \"C\""), body);
    assertEquals(
        3,
        triples(served.get(G1.replace("g1", "g2"), "Accept", TURTLE)),
        "others are as they were");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INSERT DATA { GRAPH <x:g> { <x:a> <x:b> <x:c> } }",
        "WITH <x:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "INSERT { GRAPH ?p { ?s ?p ?o } } WHERE { ?s ?p ?o }",
        "CLEAR ALL",
        "LOAD <http://example.org/>"
      })
  void section_5_7_patch_changes_nothing_else(String update) throws Exception {
    assertProblem(send("PATCH", G1, "application/sparql-update", update), 400, "bad-query");
  }

  @Test
  void whatCannotBeReadChangesNothing() throws Exception {
    Revision before = served.store().revision();
    assertProblem(send("PUT", G1, TURTLE, ONE + " and more"), 400, "unreadable-rdf");
    assertProblem(send("PUT", G1, "text/csv", "a,b"), 415, "unsupported-media-type");
    assertProblem(send("PUT", G1, "application/trig", ONE), 415, "unsupported-media-type");
    assertProblem(send("PATCH", G1, TURTLE, ONE), 415, "unsupported-media-type");
    assertProblem(
        send("PUT", G1, TURTLE, ONE, "Content-Encoding", "gzip"), 415, "unsupported-coding");
    assertProblem(send("PUT", "/data?default", TURTLE, ONE), 403, "bad-graph");
    assertProblem(send("DELETE", "/data", null, ""), 400, "bad-graph");
    assertEquals(before, served.store().revision());
  }

  @Test
  void aFormWithoutAFileChangesNothing() throws Exception {
    String form =
        "--cut\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n" + ONE + "\r\n--cut--\r\n";
    assertProblem(send("PUT", G1, "multipart/form-data; boundary=cut", form), 400, "missing-file");
    assertEquals(2, triples(served.get(G1, "Accept", TURTLE)));
  }

  @Test
  void whatMakesNoStatementMakesNoGraph() throws Exception {
    Answer empty = send("PUT", NEW, TURTLE, "# nothing");
    assertEquals(204, empty.status());
    assertEquals("", empty.header("Location"));
    assertEquals(
        204,
        send("PATCH", NEW, "application/sparql-update", "DELETE DATA { <x:a> <x:b> 1 }").status());
    assertProblem(served.get(NEW, "If-None-Match", "*"), 404, "no-such-graph");
  }

  @Test
  void aGraphHasOnePath() throws Exception {
    for (String path : new String[] {"/graph/a/../b", "/graph/a//b", "/graph/a/./b"}) {
      Answer answer = send("PUT", path, TURTLE, ONE);
      assertTrue(answer.status() == 400 || answer.status() == 404, path + ": " + answer.status());
    }
    String odd = Served.BASE + "graph/a%3Fv=1";
    Answer made = send("PUT", "/data?graph=" + encode(odd), TURTLE, ONE);
    assertEquals(1, triples(served.get(made.header("Location"), "Accept", TURTLE)));
  }

  @Test
  void relativeIrisBeginWithTheGraph() throws Exception {
    assertEquals(201, send("PUT", NEW, TURTLE, "<> <http://example.org/name> 'N' .").status());
    assertTrue(served.get(NEW + "&format=nt").body().startsWith("<http://example.org/new> "));
  }

  @Test
  void aPatchIsUtf8AndNotEmpty() throws Exception {
    String update = "INSERT DATA { <x:a> <x:b> 1 }";
    assertProblem(
        send("PATCH", G1, "application/sparql-update; charset=latin1", update),
        415,
        "unsupported-charset");
    assertProblem(
        send("PATCH", G1, "application/sparql-update-x", update), 415, "unsupported-media-type");
    assertProblem(send("PATCH", G1, "application/sparql-update", " "), 400, "missing-query");
    assertEquals(204, send("PATCH", G1, "Application/SPARQL-Update", update).status());
  }

  @Test
  void aTimeoutThatIsNoTimeIsBad() throws Exception {
    assertProblem(send("PUT", G1 + "&timeout=soon", TURTLE, ONE), 400, "bad-parameter");
  }

  @Test
  void aBlankNodeGetsAnIri() throws Exception {
    assertEquals(201, send("PUT", NEW, TURTLE, "[] <http://example.org/name> 'B' .").status());
    assertTrue(
        served
            .get(NEW + "&format=ntriples")
            .body()
            .startsWith("<" + Served.BASE + ".well-known/genid/"));
  }

  @Test
  void whatBreaksAShapeIsRefused() throws Exception {
    Revision before = served.store().revision();
    assertProblem(
        send("POST", G1, TURTLE, "<x:t> a <http://example.org/Thing> ."), 422, "shapes-broken");
    assertEquals(before, served.store().revision());
  }

  @Test
  void conditionsAreKept() throws Exception {
    String tag = served.get(G1, "Accept", TURTLE).header("ETag");
    assertEquals(304, served.get(G1, "Accept", TURTLE, "If-None-Match", tag).status());
    assertEquals(200, served.get(G1 + "&format=nt", "If-None-Match", tag).status());
    assertEquals(204, send("PUT", G1, TURTLE, ONE, "If-Match", tag).status());
    assertProblem(send("PUT", G1, TURTLE, "", "If-Match", tag), 412, "precondition-failed");
    assertProblem(send("DELETE", G1, null, "", "If-Match", tag), 412, "precondition-failed");
    assertProblem(send("PUT", NEW, TURTLE, ONE, "If-Match", "*"), 412, "precondition-failed");
    assertProblem(send("PUT", G1, TURTLE, "", "If-None-Match", "*"), 412, "precondition-failed");
    assertEquals(201, send("PUT", NEW, TURTLE, ONE, "If-None-Match", "*").status());
    assertEquals(200, served.get(G1, "Accept", TURTLE, "If-None-Match", tag).status());
  }

  @Test
  void writingTakesTheSecret() throws Exception {
    assertProblem(
        served.send(
            served.request(G1).header("Content-Type", TURTLE).PUT(BodyPublishers.ofString(ONE))),
        401,
        "missing-secret");
  }

  @Test
  void aServerThatOnlyAnswersRefuses(@TempDir Path folder) throws Exception {
    try (Served reader = Served.in(folder, Served.Recipe.PLAIN)) {
      assertProblem(
          reader.send(
              reader
                  .request(NEW)
                  .header("Authorization", "Bearer " + reader.secret())
                  .header("Content-Type", TURTLE)
                  .PUT(BodyPublishers.ofString(ONE))),
          403,
          "read-only");
    }
  }

  private Answer send(
      String method, String path, @Nullable String contentType, String body, String... headers)
      throws Exception {
    var request =
        served
            .request(path)
            .method(
                method,
                body.isEmpty() && contentType == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(body))
            .header("Authorization", "Bearer " + served.secret());
    if (contentType != null) {
      request.header("Content-Type", contentType);
    }
    return served.send(headers.length == 0 ? request : request.headers(headers));
  }

  private static long triples(Answer answer) {
    assertEquals(200, answer.status(), answer.body());
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(answer.body(), Lang.TURTLE).parse(graph);
    return graph.size();
  }
}
