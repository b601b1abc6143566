package io.controlgraph.api;

import static io.controlgraph.testing.ProblemShape.assertProblem;
import static io.controlgraph.testing.Served.sparql;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.controlgraph.graph.rdf4j.fedx.FedxGraphStore;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import io.controlgraph.testing.Served.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a server says that sees two others as one graph, over HTTP. */
@Timeout(120)
final class FederationAnswersTest {
  private static final String NAMES =
      sparql("SELECT ?s ?name { ?s <http://example.org/name> ?name } ORDER BY ?name");

  private Path folder;
  private Served north;
  private Served south;

  @BeforeEach
  void serve(@TempDir Path scratch) {
    folder = scratch;
    north =
        Served.in(scratch.resolve("north"), Recipe.PLAIN)
            .with(
                "<http://example.org/g> { <http://example.org/n> <http://example.org/name> 'N' }");
    south =
        Served.in(scratch.resolve("south"), Recipe.PLAIN)
            .with(
                "<http://example.org/g> { <http://example.org/s> <http://example.org/name> 'S' }");
  }

  @AfterEach
  void close() {
    north.close();
    south.close();
  }

  private Served hub(String whenDown) throws IOException {
    Path file =
        Files.write(
            folder.resolve("members"),
            List.of(
                "when-down = " + whenDown,
                "member.north.query = " + north.at("/sparql"),
                "member.south.query = " + south.at("/sparql")));
    return Served.in(
        folder.resolve("hub"), Recipe.PLAIN, local -> FedxGraphStore.open(file, local));
  }

  @Test
  void rows_say_which_member_they_came_from() throws Exception {
    try (Served hub = hub("error")) {
      Answer answer = hub.get(NAMES + "&format=csv&origins=true");
      assertEquals(
          "s,name,members\r\nhttp://example.org/n,N,north\r\nhttp://example.org/s,S,south\r\n",
          answer.body());
      assertEquals("", answer.header("ControlGraph-Missing"));
      assertEquals("", answer.header("ControlGraph-Revision"));
    }
  }

  @Test
  void a_store_without_members_cannot_tell_origins() throws Exception {
    JsonNode problem = assertProblem(north.get(NAMES + "&origins=true"), 501, "not-capable");
    assertEquals("row-origins", problem.get("capability").asText());
  }

  @Test
  void no_answer_is_taken_for_current() throws Exception {
    try (Served hub = hub("error")) {
      Answer first = hub.get(NAMES);
      Answer second = hub.get(NAMES, "If-None-Match", first.header("ETag"));
      assertEquals(200, second.status());
      assertNotEquals(first.header("ETag"), second.header("ETag"));
    }
  }

  @Test
  void a_member_that_is_down_is_an_error() throws Exception {
    try (Served hub = hub("error")) {
      south.close();
      JsonNode problem = assertProblem(hub.get(NAMES), 502, "server-failed");
      assertTrue(problem.get("detail").asText().contains("'south'"), problem.toString());
    }
  }

  @Test
  void or_it_is_named_before_the_rows_of_the_others() throws Exception {
    try (Served hub = hub("partial")) {
      assertEquals("", hub.get(NAMES + "&format=csv").header("ControlGraph-Missing"));
      south.close();
      Answer answer = hub.get(NAMES + "&format=csv");
      assertEquals(200, answer.status());
      assertEquals("south", answer.header("ControlGraph-Missing"));
      assertEquals("s,name\r\nhttp://example.org/n,N\r\n", answer.body());
    }
  }

  @Test
  void a_gate_and_a_look_up_do_not_answer_from_a_part() throws Exception {
    try (Served hub = hub("partial")) {
      south.close();
      assertProblem(hub.get("/api/v1/check"), 502, "server-failed");
      assertProblem(hub.get("/id/nobody/nothing/at-all"), 502, "server-failed");
    }
  }

  @Test
  void what_a_federation_cannot_do_is_named() throws Exception {
    try (Served hub = hub("error")) {
      assertEquals(
          "search",
          assertProblem(hub.get("/api/v1/search?q=n"), 501, "not-capable")
              .get("capability")
              .asText());
      JsonNode engine = hub.get("/api/v1/engine").json();
      assertEquals("fedx", engine.get("engine").asText());
      Set<String> lacking = new TreeSet<>();
      for (JsonNode each : engine.get("capabilities")) {
        if (!each.get("available").asBoolean()) {
          lacking.add(each.get("id").asText());
        }
      }
      assertEquals(
          Set.of("partial-answers", "revisions", "scopes", "search", "services", "snapshots"),
          lacking);
    }
  }
}
