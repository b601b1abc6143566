package io.controlgraph.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.controlgraph.testing.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Another server on this machine's loopback: it notes who came, and answers as it is told. */
final class Elsewhere implements AutoCloseable {
  static final String JSON = "application/sparql-results+json";

  /** Results with one row: {@code ?s} is {@code ex:a}. */
  static final String ONE_ROW =
      """
      {"head":{"vars":["s"]},"results":{"bindings":[
      {"s":{"type":"uri","value":"http://example.org/a"}}]}}
      """;

  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private volatile HttpHandler answer = exchange -> exchange.sendResponseHeaders(404, -1);

  Elsewhere() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          bodies.add(
              URLDecoder.decode(
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                  StandardCharsets.UTF_8));
          try (exchange) {
            answer.handle(exchange);
          }
        });
    server.start();
  }

  /** Answers so from now on, and forgets who came. */
  Elsewhere answer(HttpHandler handler) {
    answer = handler;
    requests.clear();
    bodies.clear();
    return this;
  }

  Elsewhere answer(int status, String contentType, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return answer(
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", contentType);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
        });
  }

  /** Sends those who come on to another place. */
  Elsewhere redirect(int status, String to) {
    return answer(
        exchange -> {
          exchange.getResponseHeaders().set("Location", to);
          exchange.sendResponseHeaders(status, -1);
        });
  }

  int port() {
    return server.getAddress().getPort();
  }

  String at(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  /** Method and target of each request. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  /** The bodies, each decoded as a form is. */
  List<String> bodies() {
    return List.copyOf(bodies);
  }

  /** Each row as the values of its variables, the ends of IRIs, and a dash for none; sorted. */
  static List<String> rows(Answer answer) {
    assertEquals(200, answer.status(), answer.body());
    List<String> variables = new ArrayList<>();
    answer.json().at("/head/vars").forEach(each -> variables.add(each.asText()));
    List<String> rows = new ArrayList<>();
    answer
        .json()
        .at("/results/bindings")
        .forEach(
            row ->
                rows.add(
                    String.join(
                        " ",
                        variables.stream()
                            .map(each -> row.path(each).path("value").asText("-"))
                            .map(each -> each.isEmpty() ? "-" : each)
                            .map(each -> each.replace("http://example.org/", ""))
                            .toList())));
    return rows.stream().sorted().toList();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
