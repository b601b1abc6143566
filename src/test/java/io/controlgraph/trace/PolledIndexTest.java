package io.controlgraph.trace;

import static io.controlgraph.testing.ProblemShape.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The index of a federation, which has no revisions. */
@Timeout(120)
final class PolledIndexTest {
  private static final String AGE = "ControlGraph-Index-Age";
  private static final String READ = "ControlGraph-Index-Read";
  private static final String PROBLEM = "ControlGraph-Index-Problem";
  private static final String MISSING = "ControlGraph-Missing";
  private static final String NORTH = "/api/v1/impact?node=north/1";
  private static final String SOUTH = "/api/v1/impact?node=south/1";

  private Path folder;
  private Served north;
  private Served south;

  @BeforeEach
  void serve(@TempDir Path scratch) {
    folder = scratch;
    north = Served.in(scratch.resolve("north"), Recipe.PLAIN).with(thing("north/1"));
    south = Served.in(scratch.resolve("south"), Recipe.PLAIN).with(thing("south/1"));
  }

  @AfterEach
  void close() {
    north.close();
    south.close();
  }

  private static String thing(String id) {
    return """
    <http://localhost:7070/graph/g> {
      <http://localhost:7070/id/%1$s> a <https://w3id.org/controlgraph/ns#Asset> ;
        <http://www.w3.org/2000/01/rdf-schema#label> "%1$s" . }\
    """
        .formatted(id);
  }

  private Served hub(String whenDown, String pollEvery) throws IOException {
    Path file =
        Files.write(
            folder.resolve("members"),
            List.of(
                "local = hub",
                "when-down = " + whenDown,
                "poll-every = " + pollEvery,
                "member.north.query = " + north.at("/sparql"),
                "member.south.query = " + south.at("/sparql")));
    return Served.in(
        folder.resolve("hub"), Recipe.PLAIN, local -> FedxGraphStore.open(file, local));
  }

  /** Asks until an answer is so; the test's time-out bounds it. */
  private static Answer until(Served hub, String path, Predicate<Answer> isSo) throws Exception {
    Answer answer = hub.get(path);
    while (!isSo.test(answer)) {
      Thread.onSpinWait();
      answer = hub.get(path);
    }
    return answer;
  }

  @Test
  void anAnswerSaysWhenTheMembersWereRead() throws Exception {
    Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    try (Served hub = hub("error", "60s")) {
      Answer answer = hub.get(NORTH);
      assertEquals(200, answer.status(), answer.body());
      assertEquals(200, hub.get(SOUTH).status());
      Instant read = Instant.parse(answer.header(READ));
      assertFalse(read.isBefore(before) || read.isAfter(Instant.now()), read.toString());
      assertTrue(Long.parseLong(answer.header(AGE)) <= 60, answer.header(AGE));
      assertEquals("", answer.header("ControlGraph-Revision"));
      assertEquals("", answer.header("ETag"));
      assertEquals("", answer.header(MISSING));
      assertEquals("", answer.header(PROBLEM));
      assertEquals(
          "1", until(hub, NORTH, each -> !each.header(AGE).equals("0")).header(AGE), "it grows");
    }
  }

  @Test
  void aWriteAtAMemberShowsAfterTheNextPoll() throws Exception {
    try (Served hub = hub("error", "1s")) {
      Answer before = hub.get(NORTH);
      assertEquals(200, before.status());
      assertProblem(hub.get("/api/v1/impact?node=north/2"), 404, "no-such-thing");
      north.with(thing("north/2"));
      Answer after = until(hub, "/api/v1/impact?node=north/2", each -> each.status() == 200);
      assertNotEquals(before.header(READ), after.header(READ));
    }
  }

  /** With an interval that does not pass while the test runs. */
  @Test
  void aWriteMadeHereIsWaitedFor() throws Exception {
    try (Served hub = hub("error", "9999s")) {
      assertEquals(200, hub.get(NORTH).status());
      hub.with(thing("hub/1"));
      assertEquals(200, hub.get("/api/v1/impact?node=hub/1&timeout=60").status());
    }
  }

  @Test
  void aPollThatFailsKeepsTheIndexAndSaysSo() throws Exception {
    try (Served hub = hub("error", "1s")) {
      assertEquals(200, hub.get(SOUTH).status());
      south.close();
      Answer answer = until(hub, SOUTH, each -> !each.header(PROBLEM).isEmpty());
      assertEquals(200, answer.status());
      assertTrue(answer.header(PROBLEM).contains("'south'"), answer.header(PROBLEM));
      assertEquals("", answer.header(MISSING), "the index has all");
      assertTrue(Long.parseLong(answer.header(AGE)) >= 1, answer.header(AGE));
      JsonNode index = hub.get("/api/v1/engine").json().get("index");
      assertEquals("standing", index.get("status").asText());
      assertTrue(index.get("problem").asText().contains("'south'"), index.toString());
    }
  }

  @Test
  void withoutAMemberThatIsNeededThereIsNoAnswer() throws Exception {
    try (Served hub = hub("error", "60s")) {
      south.close();
      JsonNode problem = assertProblem(hub.get(NORTH), 502, "server-failed");
      assertTrue(problem.get("detail").asText().contains("'south'"), problem.toString());
    }
  }

  @Test
  void orTheAnswerNamesIt() throws Exception {
    try (Served hub = hub("partial", "1s")) {
      assertEquals("", hub.get(SOUTH).header(MISSING));
      south.close();
      Answer answer = until(hub, NORTH, each -> !each.header(MISSING).isEmpty());
      assertEquals("south", answer.header(MISSING));
      assertEquals(200, answer.status());
      assertEquals("", answer.header(PROBLEM));
      assertProblem(hub.get(SOUTH), 404, "no-such-thing");
    }
  }
}
