package io.controlgraph.sparql;

import static io.controlgraph.testing.ProblemShape.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.controlgraph.security.Limits;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Updates that come while another writer, such as an import, is at work. */
@Timeout(60)
final class WaitingWriterTest {
  private static final String PATH = "/api/v1/running";
  private static final String INSERT =
      Fixture.PREFIXES + "INSERT DATA { GRAPH ex:g { ex:new ex:name 'New' } }";

  private final CountDownLatch release = new CountDownLatch(1);
  private final ExecutorService clients = Executors.newCachedThreadPool();
  private Served served;
  private CompletableFuture<Void> writer;
  private long before;

  @BeforeEach
  void write(@TempDir Path folder) throws Exception {
    served = Served.in(folder, Served.Recipe.PLAIN.withUpdates());
    before = served.store().revision().number();
    CountDownLatch writes = new CountDownLatch(1);
    writer =
        CompletableFuture.runAsync(
            () ->
                served
                    .store()
                    .write(
                        "test",
                        "A long import",
                        transaction -> {
                          writes.countDown();
                          awaitRelease();
                        }));
    writes.await();
  }

  @AfterEach
  void stop() throws Exception {
    release.countDown();
    writer.get(10, TimeUnit.SECONDS);
    clients.shutdown();
    served.close();
  }

  @Test
  void anUpdateWaitsUntilItsDeadline() throws Exception {
    JsonNode problem =
        assertProblem(served.send(update("/sparql?timeout=0.3")), 503, "deadline-exceeded");
    assertEquals(300, problem.path("timeoutMs").asInt());
    assertFalse(writer.isDone());
    assertEquals(before, served.store().revision().number());
  }

  @Test
  void itHasItsTurnWhenTheOtherIsDone() throws Exception {
    CompletableFuture<Answer> answer = ask();
    waiting();
    release.countDown();
    assertEquals(204, answer.get(20, TimeUnit.SECONDS).status());
    assertEquals(before + 1, served.store().revision().number());
  }

  @Test
  void itCanBeStopped() throws Exception {
    CompletableFuture<Answer> answer = ask();
    served.send(
        served
            .request(PATH + "/" + waiting().path("id").asText())
            .header("Authorization", "Bearer " + served.secret())
            .DELETE());
    assertProblem(answer.get(20, TimeUnit.SECONDS), 503, "stopped");
    assertFalse(writer.isDone());
  }

  @Test
  void itIsGivenUpWhenItsClientGoesAway() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
      socket
          .getOutputStream()
          .write(
              ("POST /sparql HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer %s\r\n"
                      + "Content-Type: application/sparql-update\r\nContent-Length: %d\r\n\r\n%s")
                  .formatted(served.port(), served.secret(), INSERT.length(), INSERT)
                  .getBytes(StandardCharsets.US_ASCII));
      waiting();
    }
    while (served.get(PATH).json().path("running").size() > 0) {
      Thread.onSpinWait();
    }
    assertFalse(writer.isDone());
    release.countDown();
    writer.get(10, TimeUnit.SECONDS);
    clients.shutdown();
    assertEquals(before, served.store().revision().number(), "nobody waits for it any more");
  }

  @Test
  void updatesThatWaitKeepNoQueryWaiting() throws Exception {
    int many = Limits.DEFAULT.concurrentQueries() + 1;
    List<CompletableFuture<Answer>> answers = Stream.generate(this::ask).limit(many).toList();
    while (served.get(PATH).json().path("running").size() < many) {
      Thread.onSpinWait();
    }
    assertEquals(200, served.get(Served.sparql("ASK {}", "timeout", "5")).status());
    assertFalse(writer.isDone());
    release.countDown();
    for (CompletableFuture<Answer> answer : answers) {
      assertEquals(204, answer.get(20, TimeUnit.SECONDS).status());
    }
  }

  private CompletableFuture<Answer> ask() {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return served.send(update("/sparql"));
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        },
        clients);
  }

  private HttpRequest.Builder update(String path) {
    return served
        .request(path)
        .header("Authorization", "Bearer " + served.secret())
        .header("Content-Type", "application/sparql-update")
        .POST(BodyPublishers.ofString(INSERT));
  }

  /** The update, as soon as it is there. */
  private JsonNode waiting() throws Exception {
    while (true) {
      JsonNode running = served.get(PATH).json().path("running");
      if (running.size() > 0) {
        return running.path(0);
      }
      Thread.onSpinWait();
    }
  }

  private void awaitRelease() {
    try {
      release.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
