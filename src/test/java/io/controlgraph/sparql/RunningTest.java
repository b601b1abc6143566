package io.controlgraph.sparql;

import static io.controlgraph.testing.ProblemShape.assertProblem;
import static io.controlgraph.testing.Served.sparql;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.controlgraph.graph.Deadline;
import io.controlgraph.security.Limits;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One query runs at a time here, and one may wait. */
@Timeout(60)
final class RunningTest {
  private static final String PATH = "/api/v1/running";

  private final BlockingQueue<Deadline> started = new LinkedBlockingQueue<>();

  private Served served;

  @BeforeEach
  void serve(@TempDir Path folder) {
    served =
        Served.in(
                folder,
                Served.Recipe.PLAIN.withLimits(Limits.DEFAULT.withQueries(1, 1)),
                store -> new ReadsSeen(store).whenRead(started::add, () -> {}))
            .with(Fixture.many(600));
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void aQueryIsListedWhileItRunsAndCanBeStopped() throws Exception {
    CompletableFuture<Answer> answer = ask(sparql(Fixture.ENDLESS));
    started.take();
    JsonNode entry = served.get(PATH).json().path("running").path(0);
    assertEquals("running", entry.path("state").asText());
    assertEquals(Fixture.ENDLESS, entry.path("query").asText());
    assertEquals(30_000, entry.path("timeoutMs").asInt());
    assertEquals(204, delete(entry.path("id").asText()).status());
    JsonNode problem = assertProblem(answer.get(10, TimeUnit.SECONDS), 503, "stopped");
    assertEquals(entry.path("id"), problem.path("queryId"));
    assertEquals(0, served.get(PATH).json().path("running").size());
  }

  @Test
  void aQuestionIsListedByItsName() throws Exception {
    CompletableFuture<Answer> first = ask(sparql(Fixture.ENDLESS));
    started.take();
    CompletableFuture<Answer> question = ask("/api/v1/queries/coverage/by-framework");
    JsonNode waiting = waiting();
    assertEquals("coverage/by-framework", waiting.path("query").asText());
    stopAll();
    assertEquals(503, first.get(10, TimeUnit.SECONDS).status());
    assertEquals(503, question.get(10, TimeUnit.SECONDS).status());
  }

  @Test
  void oneMoreWaitsForItsTurnAndTheNextIsRefused() throws Exception {
    CompletableFuture<Answer> first = ask(sparql(Fixture.ENDLESS));
    started.take();
    CompletableFuture<Answer> second = ask(sparql("ASK { ?s ?p ?o }"));
    waiting();
    Answer third = served.get(sparql("ASK { ?s ?p ?o }"));
    assertProblem(third, 503, "busy");
    assertEquals("1", third.header("Retry-After"));
    delete(served.get(PATH).json().path("running").path(0).path("id").asText());
    assertProblem(first.get(10, TimeUnit.SECONDS), 503, "stopped");
    assertEquals(200, second.get(10, TimeUnit.SECONDS).status());
  }

  @Test
  void whoWaitsLongerThanGivenIsRefused() throws Exception {
    CompletableFuture<Answer> first = ask(sparql(Fixture.ENDLESS));
    started.take();
    assertProblem(served.get(sparql("ASK { ?s ?p ?o }", "timeout", "0.2")), 503, "busy");
    stopAll();
    first.get(10, TimeUnit.SECONDS);
  }

  @Test
  void whoWaitsCanBeStoppedToo() throws Exception {
    CompletableFuture<Answer> first = ask(sparql(Fixture.ENDLESS));
    started.take();
    CompletableFuture<Answer> second = ask(sparql("ASK { ?s ?p ?o }"));
    delete(waiting().path("id").asText());
    assertProblem(second.get(10, TimeUnit.SECONDS), 503, "stopped");
    stopAll();
    first.get(10, TimeUnit.SECONDS);
  }

  @Test
  void whatDoesNotRunCannotBeStopped() throws Exception {
    assertProblem(delete("7"), 404, "no-such-query");
  }

  @Test
  void stoppingTakesTheSecret() throws Exception {
    assertProblem(served.send(served.request(PATH + "/1").DELETE()), 401, "missing-secret");
  }

  private CompletableFuture<Answer> ask(String path) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return served.get(path);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private Answer delete(String id) throws Exception {
    return served.send(
        served
            .request(PATH + "/" + id)
            .header("Authorization", "Bearer " + served.secret())
            .DELETE());
  }

  /** The query that waits, as soon as one does. */
  private JsonNode waiting() throws Exception {
    while (true) {
      for (JsonNode entry : served.get(PATH).json().path("running")) {
        if (entry.path("state").asText().equals("waiting")) {
          return entry;
        }
      }
      Thread.onSpinWait();
    }
  }

  private void stopAll() throws Exception {
    JsonNode running = served.get(PATH).json().path("running");
    assertTrue(running.size() > 0);
    for (JsonNode entry : running) {
      delete(entry.path("id").asText());
    }
  }
}
