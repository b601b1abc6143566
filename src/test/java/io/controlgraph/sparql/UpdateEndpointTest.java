package io.controlgraph.sparql;

import static io.controlgraph.testing.ProblemShape.assertProblem;
import static io.controlgraph.testing.Served.encode;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.controlgraph.graph.Revision;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The update operation of the SPARQL 1.1 Protocol, section 2.2. */
@Timeout(60)
final class UpdateEndpointTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String UPDATE = "application/sparql-update";
  private static final String INSERT =
      Fixture.PREFIXES + "INSERT DATA { GRAPH ex:g { ex:new ex:name 'New' } }";

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
  void anUpdateIsCarriedOutByFormAndDirectly() throws Exception {
    assertEquals(204, update(INSERT).status());
    assertTrue(ask("ASK { ex:new ex:name 'New' }"));
    String delete = Fixture.PREFIXES + "DELETE WHERE { GRAPH ex:g { ?s ?p ?o } }";
    assertEquals(204, post("/sparql/", FORM, "update=" + encode(delete)).status());
    assertFalse(ask("ASK { ex:new ex:name 'New' }"));
  }

  @Test
  void itIsOneRevisionByWhoAndWhyTheRequestSays() throws Exception {
    Revision before = served.store().revision();
    Answer answer = post("/sparql?author=ciso&message=Name+the+new+one", UPDATE, INSERT);
    Revision revision = served.store().revision();
    assertEquals(before.number() + 1, revision.number());
    assertEquals(Long.toString(revision.number()), answer.header("ControlGraph-Revision"));
    assertEquals("/api/v1/revisions/" + revision.number(), answer.header("Location"));
    assertEquals("ciso", revision.author());
    assertEquals("Name the new one", revision.message());
    assertEquals(204, update(INSERT).status());
    assertEquals(revision, served.store().revision(), "the same again changes nothing");
  }

  @Test
  void theRequestSaysWhichGraphsThePatternsSee() throws Exception {
    String copy =
        Fixture.PREFIXES + "INSERT { GRAPH ex:n { ?s ex:seen true } } WHERE { ?s ex:name ?name }";
    String using = "using-graph-uri=" + encode("http://example.org/g1");
    assertEquals(204, post("/sparql?" + using, UPDATE, copy).status());
    assertTrue(ask("ASK { ex:a ex:seen true }"));
    assertFalse(ask("ASK { ex:b ex:seen true }"));
    String named =
        Fixture.PREFIXES
            + "INSERT { GRAPH ex:n { ?s ex:seen 2 } } WHERE { GRAPH ?g { ?s ex:name ?name } }";
    assertEquals(
        204,
        post(
                "/sparql",
                FORM,
                "using-named-graph-uri="
                    + encode("http://example.org/g2")
                    + "&update="
                    + encode(named))
            .status());
    assertTrue(ask("ASK { ex:b ex:seen 2 }"));
    assertFalse(ask("ASK { ex:a ex:seen 2 }"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WITH ex:g DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "INSERT { GRAPH ex:g { ?s ?p ?o } } USING ex:g1 WHERE { ?s ?p ?o }",
        "INSERT { GRAPH ex:g { ?s ?p ?o } } USING NAMED ex:g1 WHERE { GRAPH ?g { ?s ?p ?o } }"
      })
  void aDatasetInBothRequestAndUpdateIsBad(String text) throws Exception {
    String using = "using-graph-uri=" + encode("http://example.org/g1");
    assertProblem(post("/sparql?" + using, UPDATE, Fixture.PREFIXES + text), 400, "bad-query");
  }

  @Test
  void malformedRequestsAreBad() throws Exception {
    String update = "update=" + encode(INSERT);
    assertProblem(served.get("/sparql?" + update), 400, "update-by-get");
    assertProblem(post("/sparql", FORM, update + "&" + update), 400, "repeated-parameter");
    assertProblem(post("/sparql?" + update, FORM, update), 400, "repeated-parameter");
    assertProblem(post("/sparql?" + update, UPDATE, INSERT), 400, "repeated-parameter");
    assertProblem(
        post("/sparql", FORM, update + "&query=" + encode("ASK {}")), 400, "bad-parameter");
    assertProblem(post("/sparql", FORM, update + "&default-graph-uri=x:y"), 400, "bad-parameter");
    assertProblem(post("/sparql?using-graph-uri=x:y", FORM, update), 400, "bad-parameter");
    assertProblem(post("/sparql", UPDATE, " "), 400, "missing-query");
    assertProblem(post("/sparql", "text/plain", INSERT), 415, "unsupported-media-type");
    assertProblem(
        post("/sparql", UPDATE + "; charset=iso-8859-1", INSERT), 415, "unsupported-charset");
    JsonNode problem = assertProblem(update("INSERT DATA {\n GRAPH }"), 400, "bad-query");
    assertEquals(2, problem.path("line").asInt());
    assertProblem(
        post("/sparql?using-graph-uri=x:y&query=", FORM, "query=ASK{}"), 400, "repeated-parameter");
    assertProblem(served.get("/sparql?query=ASK%7B%7D&using-graph-uri=x:y"), 400, "bad-parameter");
  }

  @Test
  void whatIsInsertedMustNameItsGraph() throws Exception {
    Answer answer = update(Fixture.PREFIXES + "INSERT DATA { ex:new ex:name 'New' }");
    assertTrue(
        assertProblem(answer, 400, "bad-query").path("detail").asText().contains("name its graph"));
  }

  @Test
  void noOtherServerOrFileIsRead() throws Exception {
    assertProblem(update("LOAD <http://127.0.0.1:1/> INTO GRAPH <x:g>"), 400, "bad-query");
    assertProblem(update("LOAD SILENT <file:///etc/hosts> INTO GRAPH <x:g>"), 400, "bad-query");
    assertProblem(
        update(
            "INSERT { GRAPH <x:g> { ?s ?p ?o } } WHERE { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o"
                + " } }"),
        403,
        "no-service");
  }

  @Test
  void whatWouldBreakAShapeIsRefusedWithTheReport() throws Exception {
    Revision before = served.store().revision();
    String thing = Fixture.PREFIXES + "INSERT DATA { GRAPH ex:g { ex:t a ex:Thing } }";
    JsonNode problem = assertProblem(update(thing), 422, "shapes-broken");
    JsonNode violation = problem.path("violations").path(0);
    assertEquals("http://example.org/t", violation.path("focus").asText());
    assertEquals("A thing has a name.", violation.path("message").asText());
    assertEquals(before, served.store().revision());
  }

  @Test
  void theReportComesAsRdfToo() throws Exception {
    String thing = Fixture.PREFIXES + "INSERT DATA { GRAPH ex:g { ex:t a ex:Thing } }";
    Answer answer =
        served.post(
            "/sparql",
            UPDATE,
            thing,
            "Accept",
            "text/turtle",
            "Authorization",
            "Bearer " + served.secret());
    assertEquals(422, answer.status());
    assertEquals("text/turtle", answer.contentType());
    Graph report = GraphFactory.createDefaultGraph();
    RDFParser.fromString(answer.body(), Lang.TURTLE).parse(report);
    String sh = "http://www.w3.org/ns/shacl#";
    assertTrue(
        report.contains(
            Node.ANY,
            NodeFactory.createURI(sh + "focusNode"),
            NodeFactory.createURI("http://example.org/t")));
    assertTrue(
        report.contains(
            Node.ANY,
            NodeFactory.createURI(sh + "resultPath"),
            NodeFactory.createURI("http://example.org/name")));
  }

  @Test
  void itTakesTheSecret() throws Exception {
    assertProblem(served.post("/sparql", UPDATE, INSERT), 401, "missing-secret");
    assertProblem(
        served.post("/sparql", UPDATE, INSERT, "Authorization", "Bearer 0123456789abcdef"),
        403,
        "wrong-secret");
    assertFalse(ask("ASK { ex:new ex:name 'New' }"));
  }

  @Test
  void anUpdateIsStoppedAtItsDeadline() throws Exception {
    served.with(Fixture.many(600));
    Revision before = served.store().revision();
    String endless =
        "INSERT { GRAPH <x:g> { <x:n> <x:is> ?n } } WHERE { "
            + Fixture.ENDLESS.replace("SELECT", "{ SELECT")
            + " } }";
    assertProblem(post("/sparql?timeout=0.3", UPDATE, endless), 503, "deadline-exceeded");
    assertEquals(before, served.store().revision());
    assertEquals(204, update(INSERT).status(), "the next writer has its turn");
  }

  @Test
  void theDescriptionTellsOfIt() throws Exception {
    assertTrue(served.get("/sparql", "Accept", "text/turtle").body().contains("SPARQL11Update"));
  }

  private Answer update(String text) throws Exception {
    return post("/sparql", UPDATE, text);
  }

  private Answer post(String path, String contentType, String body) throws Exception {
    return served.post(path, contentType, body, "Authorization", "Bearer " + served.secret());
  }

  private boolean ask(String query) throws Exception {
    return served.get(Served.sparql(Fixture.PREFIXES + query)).json().path("boolean").asBoolean();
  }
}
