package io.controlgraph.sparql;

import static io.controlgraph.testing.ProblemShape.assertProblem;
import static io.controlgraph.testing.Served.sparql;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.security.Limits;
import io.controlgraph.testing.Served;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class DeadlineTest {
  private static final Limits LIMITS =
      Limits.DEFAULT.withTimes(Duration.ofMillis(400), Duration.ofMillis(800));

  private static Served served;

  @BeforeAll
  static void serve(@TempDir Path folder) {
    served = Served.in(folder, Served.Recipe.PLAIN.withLimits(LIMITS)).with(Fixture.many(600));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @Test
  void aQueryIsStoppedAtTheUsualDeadline() throws Exception {
    JsonNode problem = assertProblem(served.get(sparql(Fixture.ENDLESS)), 503, "deadline-exceeded");
    assertEquals(400, problem.path("timeoutMs").asInt());
  }

  @Test
  void aRequestMayAskForLessTime() throws Exception {
    JsonNode problem =
        assertProblem(
            served.get(sparql(Fixture.ENDLESS, "timeout", "0.1")), 503, "deadline-exceeded");
    assertEquals(100, problem.path("timeoutMs").asInt());
  }

  @Test
  void aRequestMayAskForMoreTimeUpToACap() throws Exception {
    JsonNode problem =
        assertProblem(
            served.get(sparql(Fixture.ENDLESS, "timeout", "3600")), 503, "deadline-exceeded");
    assertEquals(800, problem.path("timeoutMs").asInt());
  }

  @Test
  void aClientThatGoesAwayCancelsItsQuery(@TempDir Path folder) throws Exception {
    CompletableFuture<Deadline> deadline = new CompletableFuture<>();
    CompletableFuture<Boolean> ended = new CompletableFuture<>();
    try (Served patient =
        Served.in(
                folder,
                Served.Recipe.PLAIN,
                (GraphStore store) ->
                    new ReadsSeen(store).whenRead(deadline::complete, () -> ended.complete(true)))
            .with(Fixture.many(600))) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), patient.port())) {
        send(socket, patient, sparql(Fixture.ENDLESS));
        assertTrue(deadline.get(20, TimeUnit.SECONDS).left().toSeconds() > 10);
      }
      assertTrue(ended.get(10, TimeUnit.SECONDS));
      assertTrue(deadline.join().hasPassed(), "cancelled");
    }
  }

  @Test
  void aClientThatSendsItsNextRequestEarlyGetsBothAnswers(@TempDir Path folder) throws Exception {
    CompletableFuture<Deadline> deadline = new CompletableFuture<>();
    try (Served slow =
            Served.in(
                    folder,
                    Served.Recipe.PLAIN.withLimits(LIMITS),
                    store -> new ReadsSeen(store).whenRead(deadline::complete, () -> {}))
                .with(Fixture.many(600));
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), slow.port())) {
      send(socket, slow, sparql(Fixture.ENDLESS));
      deadline.get(20, TimeUnit.SECONDS);
      send(socket, slow, "/health/live");
      socket.shutdownOutput();
      String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(answers.startsWith("HTTP/1.1 503"), answers);
      assertTrue(answers.contains("HTTP/1.1 200"), answers);
      assertTrue(answers.contains("{\"status\":\"live\"}"), answers);
    }
  }

  private static void send(Socket socket, Served to, String path) throws Exception {
    OutputStream out = socket.getOutputStream();
    out.write(
        "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n"
            .formatted(path, to.port())
            .getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
