package io.controlgraph.api;

import static io.controlgraph.testing.ProblemShape.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.controlgraph.graph.Quads;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import io.controlgraph.testing.ServedHospital;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
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
  private static Served served;

  @BeforeAll
  static void serve(@TempDir Path folder) throws Exception {
    served = ServedHospital.in(folder);
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

  @Test
  void tells_what_depends_on_a_dataset_and_what_rests_on_a_control() throws Exception {
    JsonNode dataset = served.get("/api/v1/impact?node=DS-CXR-TRAIN").json();
    assertEquals(
        rows("trace/depends-on?node=DS-CXR-TRAIN", "dependent"),
        texts(dataset.path("dependents"), "thing"));
    JsonNode control = served.get("/api/v1/impact?node=iso27001-2022/A.8.13").json();
    assertEquals(
        rows("trace/rests-on-control?requirement=iso27001-2022/A.8.13", "thing"),
        texts(control.path("resting"), "thing"));
    JsonNode points = served.get("/api/v1/impact/single-points?org=hospital&limit=3").json();
    assertEquals(3, points.path("points").size());
    int most = points.path("points").path(0).path("cells").asInt();
    assertTrue(most >= points.path("points").path(2).path("cells").asInt() && most > 0);
  }

  /** Every statement is in the graph, and together they lead to all that JSON tells of. */
  @Test
  void gives_the_statements_through_which_things_depend_and_rest() throws Exception {
    for (String node : List.of("DS-CXR-TRAIN", "ENV-LABEL", "iso27001-2022/A.8.13")) {
      String path = "/api/v1/impact?node=" + node;
      JsonNode json = served.get(path).json();
      Set<String> told = texts(json.path("dependents"), "thing");
      json.path("resting").forEach(row -> told.add(row.path("thing").path("iri").asText()));
      assertTrue(!told.isEmpty(), node);
      Graph statements = GraphFactory.createDefaultGraph();
      Answer turtle = served.get(path, "Accept", "text/turtle");
      assertEquals("text/turtle; charset=utf-8", turtle.header("Content-Type"));
      RDFParser.source(new ByteArrayInputStream(turtle.body().getBytes(StandardCharsets.UTF_8)))
          .lang(Lang.TURTLE)
          .parse(statements);
      Set<String> named = new TreeSet<>();
      Quads.read(
          served.store(),
          view -> {
            for (Triple each : statements.find().toList()) {
              try (Stream<Quad> quads =
                  view.quads(Node.ANY, each.getSubject(), each.getPredicate(), each.getObject())) {
                assertTrue(quads.findAny().isPresent(), () -> node + ": " + each);
              }
              named.add(each.getSubject().getURI());
              named.add(each.getObject().getURI());
            }
            return true;
          });
      assertTrue(named.containsAll(told), () -> node + ": " + told + " by " + statements);
      assertTrue(named.contains(json.path("node").path("iri").asText()));
      Graph again = GraphFactory.createDefaultGraph();
      RDFParser.source(
              new ByteArrayInputStream(
                  served.get(path + "&format=ntriples").body().getBytes(StandardCharsets.UTF_8)))
          .lang(Lang.NTRIPLES)
          .parse(again);
      assertTrue(statements.isIsomorphicWith(again));
      assertTrue(served.get(path + "&format=dot").body().startsWith("digraph trace {"));
      assertTrue(served.get(path + "&format=mermaid").body().startsWith("flowchart"));
    }
    assertProblem(served.get("/api/v1/impact?node=ENV-LABEL&format=png"), 406, "not-acceptable");
  }

  private static Set<String> rows(String question, String column) throws Exception {
    Set<String> found = new TreeSet<>();
    served
        .get("/api/v1/queries/" + question)
        .json()
        .path("results")
        .path("bindings")
        .forEach(row -> found.add(row.path(column).path("value").asText()));
    assertTrue(!found.isEmpty());
    return found;
  }

  private static Set<String> texts(JsonNode rows, String thing) {
    Set<String> found = new TreeSet<>();
    rows.forEach(row -> found.add(row.path(thing).path("iri").asText()));
    return found;
  }

  /** Really taking the backup of training sets away gives the cells that what-if says. */
  @Test
  void tells_what_would_be_lost_without_an_implementation() throws Exception {
    Answer answer = served.get("/api/v1/whatif?remove=hospital/IMP-027");
    assertEquals(200, answer.status(), answer.body());
    JsonNode loss = answer.json();
    assertTrue(loss.path("fallen").asInt() > 0);
    assertEquals(
        "IMP-027", loss.path("removed").path(0).path("iri").asText().replaceFirst(".*/", ""));
    Node gone = NodeFactory.createURI(loss.path("removed").path(0).path("iri").asText());
    List<Quad> about =
        Quads.read(
            served.store(),
            view -> {
              try (Stream<Quad> of = view.quads(Node.ANY, gone, Node.ANY, Node.ANY);
                  Stream<Quad> to = view.quads(Node.ANY, Node.ANY, Node.ANY, gone)) {
                return Stream.concat(of, to).toList();
              }
            });
    String cells = "/api/v1/coverage/cells?limit=10000&org=hospital";
    Set<String> before = standings(served.get(cells).json());
    served.store().write("test", "take away", transaction -> about.forEach(transaction::delete));
    Set<String> after = standings(served.get(cells).json());
    served.store().write("test", "put back", transaction -> about.forEach(transaction::add));
    Set<String> changed = new TreeSet<>(before);
    changed.removeAll(after);
    assertEquals(changed.size(), loss.path("cells").size());
    assertTrue(loss.path("duties").size() > 0, answer.body());
  }

  private static Set<String> standings(JsonNode page) {
    Set<String> found = new TreeSet<>();
    page.path("cells")
        .forEach(
            cell ->
                found.add(
                    cell.path("requirement").path("iri").asText()
                        + " "
                        + cell.path("target").path("iri").asText()
                        + " "
                        + cell.path("standing").asText()));
    assertEquals(page.path("total").asInt(), page.path("cells").size());
    return found;
  }

  @Test
  void leads_from_one_framework_to_another() throws Exception {
    Answer answer =
        served.get("/api/v1/crosswalk?from=iso27001-2022&to=iso27001-2013&org=hospital");
    assertEquals(200, answer.status(), answer.body());
    JsonNode crosswalk = answer.json();
    JsonNode carried = crosswalk.path("carryOver");
    assertEquals(
        crosswalk.path("requirements").size(),
        carried.path("answered").size()
            + carried.path("mayCarryOver").size()
            + carried.path("remediation").size());
    Set<String> standings = new TreeSet<>();
    crosswalk.path("requirements").forEach(row -> standings.add(row.path("standing").asText()));
    assertTrue(standings.contains("direct"), standings.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "impact?node=nobody, 404, no-such-thing",
    "whatif, 400, missing-parameter",
    "whatif?remove=nobody, 404, no-such-thing",
    "crosswalk?from=iso27001-2022, 400, missing-parameter",
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
