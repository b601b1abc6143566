package io.controlgraph.api;

import static io.controlgraph.testing.ProblemShape.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.controlgraph.ingest.ImportOptions;
import io.controlgraph.ingest.ImportOutcome;
import io.controlgraph.ingest.Progress;
import io.controlgraph.ingest.SourceFile;
import io.controlgraph.ingest.csv.CsvImporter;
import io.controlgraph.ingest.reference.ReferenceData;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths and traces over HTTP. */
@Timeout(120)
final class TraceRoutesTest {
  private static final Path HOSPITAL = Path.of("ontology/examples/hospital");
  private static Served served;

  @BeforeAll
  static void serve(@TempDir Path folder) throws Exception {
    served = Served.in(folder, Served.Recipe.PLAIN);
    ReferenceData.bringUpToDate(served.store(), Clock.systemUTC());
    ImportOutcome outcome =
        new CsvImporter(served.store(), Clock.systemUTC())
            .run(
                SourceFile.at(List.of(HOSPITAL), null, null),
                ImportOptions.of("test", "Import the hospital"),
                Progress.NONE);
    assertTrue(outcome instanceof ImportOutcome.Imported, outcome.toString());
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static final String FROM_TO =
      "/api/v1/paths?from=iso27001-2022/A.8.24&to=hospital/INC-2026-01&k=2";

  @Test
  void leads_from_a_control_to_an_incident() throws Exception {
    Answer answer = served.get(FROM_TO);
    assertEquals(200, answer.status(), answer.body());
    JsonNode paths = answer.json().path("paths");
    assertEquals(2, paths.size());
    assertTrue(paths.path(0).path("cost").asDouble() <= paths.path(1).path("cost").asDouble());
    for (JsonNode path : paths) {
      String at = "https://w3id.org/controlgraph/id/iso27001-2022/annex-a/A.8.24";
      for (JsonNode edge : path.path("edges")) {
        boolean backwards = edge.path("backwards").asBoolean();
        assertEquals(at, edge.path(backwards ? "object" : "subject").path("iri").asText());
        at = edge.path(backwards ? "subject" : "object").path("iri").asText();
        assertTrue(!edge.path("reading").asText().isEmpty());
        assertTrue(
            served
                .get(
                    Served.sparql(
                        "ASK { <%s> <%s> <%s> }"
                            .formatted(
                                edge.path("subject").path("iri").asText(),
                                edge.path("property").asText(),
                                edge.path("object").path("iri").asText())))
                .json()
                .path("boolean")
                .asBoolean());
      }
      assertTrue(at.endsWith("/INC-2026-01"), at);
    }
  }

  @Test
  void is_had_as_statements_and_as_drawings() throws Exception {
    JsonNode json = served.get(FROM_TO).json();
    List<Triple> statements = new ArrayList<>();
    for (String format : List.of("turtle", "ntriples")) {
      Answer answer = served.get(FROM_TO + "&format=" + format);
      Graph graph = GraphFactory.createDefaultGraph();
      RDFParser.source(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)))
          .lang(format.equals("turtle") ? Lang.TURTLE : Lang.NTRIPLES)
          .parse(graph);
      statements.addAll(graph.find().toList());
    }
    long edges = 0;
    for (JsonNode path : json.path("paths")) {
      edges += path.path("edges").size();
    }
    assertTrue(statements.size() > 2 && statements.size() <= 2 * edges);
    Answer dot = served.get(FROM_TO, "Accept", "text/vnd.graphviz");
    assertEquals("text/vnd.graphviz; charset=utf-8", dot.header("Content-Type"));
    assertTrue(dot.body().startsWith("digraph trace {"), dot.body());
    Answer mermaid = served.get(FROM_TO + "&format=mermaid");
    assertEquals("application/vnd.mermaid", mermaid.header("Content-Type"));
    assertTrue(mermaid.body().startsWith("flowchart"), mermaid.body());
  }

  @Test
  void traces_an_incident_through_its_lanes() throws Exception {
    Answer answer = served.get("/api/v1/trace?node=hospital/INC-2026-01");
    assertEquals(200, answer.status(), answer.body());
    JsonNode trace = answer.json();
    assertEquals("incident", trace.path("kind").asText());
    List<String> lanes = new ArrayList<>();
    trace.path("lanes").forEach(lane -> lanes.add(lane.path("name").asText()));
    assertTrue(
        lanes.containsAll(List.of("findings", "controls", "implementations", "posts", "persons")),
        lanes.toString());
    assertEquals(
        304,
        served
            .get("/api/v1/trace?node=hospital/INC-2026-01", "If-None-Match", answer.header("ETag"))
            .status());
    assertTrue(
        served
            .get("/api/v1/trace?node=hospital/INC-2026-01&format=dot")
            .body()
            .startsWith("digraph"));
  }

  @ParameterizedTest
  @CsvSource({
    "paths?from=SYS-CXR, 400, missing-parameter",
    "paths?from=SYS-CXR&to=nobody, 404, no-such-thing",
    "paths?from=6.1.2&to=SYS-CXR, 409, ambiguous-name",
    "paths?from=SYS-CXR&to=SYS-CXR&k=51, 400, bad-parameter",
    "paths?from=SYS-CXR&to=SYS-CXR&maxHops=0, 400, bad-parameter",
    "paths?from=SYS-CXR&to=SYS-CXR&direction=up, 400, bad-parameter",
    "paths?from=SYS-CXR&to=SYS-CXR&format=png, 406, not-acceptable",
    "trace, 400, missing-parameter",
    "trace?node=nobody, 404, no-such-thing",
    "trace?node=iso27001-2022, 422, not-traceable",
    "trace?node=SYS-CXR&depth=3, 400, unknown-parameter"
  })
  void refuses_what_it_cannot_answer(String asked, int status, String kind) throws Exception {
    assertProblem(served.get("/api/v1/" + asked), status, kind);
  }
}
