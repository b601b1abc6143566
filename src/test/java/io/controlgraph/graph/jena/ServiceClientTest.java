package io.controlgraph.graph.jena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.ServiceList;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ServiceClientTest {
  private static final byte[] ROWS =
      ("{\"head\":{\"vars\":[]},\"results\":{\"bindings\":[" + "{},".repeat(999) + "{}]}}")
          .getBytes(StandardCharsets.UTF_8);

  private final HttpServer server;
  private final Node endpoint;
  private final ServiceList allowed;

  ServiceClientTest() throws IOException {
    JenaSystem.init();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
            exchange.sendResponseHeaders(200, ROWS.length);
            exchange.getResponseBody().write(ROWS);
          }
        });
    String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    endpoint = NodeFactory.createURI(address);
    allowed = ServiceList.of(List.of(address));
  }

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static Deadline deadline() {
    return Deadline.after(Duration.ofSeconds(30));
  }

  private int rows(OtherServers others) {
    return others.until(deadline()).ask(endpoint, "SELECT * {}", UnaryOperator.identity()).size();
  }

  @Test
  void aClientThatTakesNoMoreWorkIsReplaced() {
    AtomicInteger made = new AtomicInteger();
    OtherServers others =
        new OtherServers(
            allowed,
            () ->
                made.incrementAndGet() > 1
                    ? HttpClient.newHttpClient()
                    : HttpClient.newBuilder()
                        .executor(
                            task -> {
                              throw new RejectedExecutionException("shut down");
                            })
                        .build());
    String message =
        assertThrows(GraphFailure.ServiceFailed.class, () -> rows(others)).getMessage();
    assertTrue(String.valueOf(message).contains("ask again"), message);
    assertEquals(1000, rows(others));
    assertEquals(1000, rows(others));
    assertEquals(2, made.get());
  }

  @Test
  void theDeadlineBoundsTheReadingOfRows() {
    Deadline deadline = deadline();
    AtomicInteger read = new AtomicInteger();
    assertThrows(
        GraphFailure.DeadlineExceeded.class,
        () ->
            new OtherServers(allowed)
                .until(deadline)
                .ask(
                    endpoint,
                    "SELECT * {}",
                    row -> {
                      if (read.incrementAndGet() == 10) {
                        deadline.cancel();
                      }
                      return row;
                    }));
    assertTrue(read.get() <= 256, read.get() + " rows");
  }

  @Test
  void anAnswerIsReadWhenItsTurnHasCome() {
    OtherServers others = new OtherServers(allowed);
    List<CompletableFuture<Void>> held =
        List.of(
            others.turns().take(),
            others.turns().take(),
            others.turns().take(),
            others.turns().take());
    assertThrows(
        GraphFailure.DeadlineExceeded.class,
        () ->
            others
                .until(Deadline.after(Duration.ofMillis(200)))
                .ask(endpoint, "SELECT * {}", UnaryOperator.identity()));
    CompletableFuture<Integer> rows = CompletableFuture.supplyAsync(() -> rows(others));
    held.forEach(others.turns()::end);
    assertEquals(1000, rows.join());
    assertTrue(others.turns().take().isDone());
  }
}
