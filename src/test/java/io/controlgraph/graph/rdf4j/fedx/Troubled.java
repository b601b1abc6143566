package io.controlgraph.graph.rdf4j.fedx;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A member that is well, until it is told to be otherwise. */
final class Troubled implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch released = new CountDownLatch(1);
  private final List<String> queries = new CopyOnWriteArrayList<>();
  private final AtomicLong answered = new AtomicLong();
  private final HttpHandler well;
  private volatile HttpHandler handler;

  /** One that passes requests on to a server. */
  Troubled(URI behind) throws IOException {
    HttpClient client = HttpClient.newHttpClient();
    well = exchange -> pass(client, behind, exchange);
    handler = well;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> handler.handle(exchange));
    server.setExecutor(threads);
    server.start();
  }

  private void pass(HttpClient client, URI behind, HttpExchange exchange) throws IOException {
    try {
      String asked = exchange.getRequestURI().getRawQuery();
      byte[] form = exchange.getRequestBody().readAllBytes();
      String text = new String(form, StandardCharsets.UTF_8) + (asked == null ? "" : asked);
      queries.add(URLDecoder.decode(text, StandardCharsets.UTF_8));
      HttpResponse<byte[]> answer =
          client.send(
              HttpRequest.newBuilder(asked == null ? behind : URI.create(behind + "?" + asked))
                  .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                  .header("Accept", "application/sparql-results+json")
                  .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(form))
                  .build(),
              BodyHandlers.ofByteArray());
      answered.addAndGet(answer.body().length);
      send(
          exchange,
          answer.statusCode(),
          answer.headers().firstValue("Content-Type").orElse("text/plain"),
          answer.body());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  String line(String name) {
    return "member.%s.query = http://127.0.0.1:%d/sparql"
        .formatted(name, server.getAddress().getPort());
  }

  /** What it was asked while it was well. */
  List<String> queries() {
    return List.copyOf(queries);
  }

  /** How many bytes it has answered with while it was well, uncompressed. */
  long answered() {
    return answered.get();
  }

  void isWell() {
    handler = well;
  }

  void answers(int status, String type, String body) {
    handler = exchange -> send(exchange, status, type, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Answers once something has happened. */
  void answersAfter(CountDownLatch event, int status) {
    handler =
        exchange -> {
          try {
            event.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          send(exchange, status, "text/plain", new byte[0]);
        };
  }

  /** Says where to go instead. */
  void sendsElsewhere(URI place) {
    handler =
        exchange -> {
          exchange.getResponseHeaders().set("Location", place.toString());
          send(exchange, 307, "text/plain", new byte[0]);
        };
  }

  /** Says half of an answer, and ends. */
  void breaksOff(String half) {
    handler =
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
          exchange.sendResponseHeaders(200, half.length() + 1000L);
          OutputStream out = exchange.getResponseBody();
          out.write(half.getBytes(StandardCharsets.UTF_8));
          out.flush();
          exchange.close();
        };
  }

  /** Takes requests and says nothing, until it is closed. */
  CountDownLatch hangs() {
    CountDownLatch asked = new CountDownLatch(1);
    handler =
        exchange -> {
          asked.countDown();
          try {
            released.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        };
    return asked;
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
    exchange.close();
  }

  @Override
  public void close() {
    released.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
