package io.controlgraph.graph.rdf4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Quads;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.View;
import io.controlgraph.graph.jena.MemoryFolder;
import io.controlgraph.testing.Interceptor;
import io.controlgraph.testing.Interceptor.Deed;
import io.controlgraph.testing.servers.FusekiServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server answers that is no answer is told of, and never taken for one. */
@Timeout(60)
class RemoteAnswersTest {
  private static final String JSON = "application/sparql-results+json";
  private static final String PASSWORD = "s3cret-of-the-test";

  private static FusekiServer server;
  private static Interceptor between;
  private static GraphStore store;

  @BeforeAll
  static void start(@TempDir(factory = MemoryFolder.class) Path folder) throws Exception {
    server = FusekiServer.start(folder, FusekiServer.Setup.USUAL);
    between = Interceptor.before(server.query());
    store =
        RemoteGraphStore.open(
            new ServerAddress(between.seen(server.query()), between.seen(server.update())),
            new Credentials.Basic("tester", PASSWORD),
            Patience.DEFAULT,
            null,
            GraphFactory::createDefaultGraph);
    Quads.add(store, Quads.quad("g", "a", "p", "b"));
  }

  @AfterAll
  static void stop() throws Exception {
    store.close();
    between.close();
    server.close();
  }

  @AfterEach
  void recovers() {
    between.plan(request -> Deed.PASS);
    assertEquals("1 row", select());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "200 OK; text/html; <html><h1>Welcome</h1></html>; text/html",
        "200 OK; application/json+unknown; {}; application/json+unknown",
        "200 OK; '' ; {}; ",
        "200 OK; JSON; ; ",
        "200 OK; JSON; {}; ",
        "200 OK; JSON; []; ",
        "200 OK; JSON; nonsense; ",
        "200 OK; application/json; '{\"error\":\"quota\"}'; without columns",
        "200 OK; JSON; '{\"head\":{\"vars\":[\"a\"]},\"results\":{\"bindings\":['; ",
        "200 OK; JSON;"
            + " '{\"head\":{\"vars\":[\"a\"]},\"results\":{\"bindings\":[{\"a\":{\"type\":\"uri\",\"value\":\"urn:x\"}}';"
            + " ",
        "200 OK; JSON;"
            + " '{\"head\":{\"vars\":[\"a\"]},\"results\":{\"bindings\":[{\"a\":{\"type\":\"uri\",\"value\":\"urn:x\"}}]';"
            + " ",
        "200 OK; JSON;"
            + " '{\"head\":{\"vars\":[\"a\"]},\"results\":{\"bindings\":[{\"a\":{\"type\":\"what\",\"value\":\"urn:x\"}}]}}';"
            + " ",
        "200 OK; JSON;"
            + " '{\"head\":{\"vars\":[\"a\"]},\"results\":{\"bindings\":[{\"a\":{\"value\":\"urn:x\"}}]}}';"
            + " ",
        "200 OK; JSON; '{\"head\":{},\"boolean\":true}'; ",
        "500 Internal Server Error; text/html; '<html><style>p {}</style><p>It   broke</p></html>';"
            + " answered 500: It broke",
        "500 Internal Server Error; text/plain; ; answered 500: it did not say why",
        "400 Bad Request; text/plain; Parse error at line 1; answered 400: Parse error at line 1",
        "401 Unauthorized; text/plain; no; credentials do not suffice",
        "403 Forbidden; text/plain; no; credentials do not suffice",
        "404 Not Found; text/plain; no; no such endpoint",
        "503 Busy; text/plain; come back; answered 503: come back",
      })
  void no_answer(String status, String type, String body, String gist) {
    String text = body == null ? "" : body;
    String contentType =
        type == null || type.isEmpty()
            ? ""
            : "Content-Type: %s\r\n".formatted(type.equals("JSON") ? JSON : type);
    between.plan(
        request ->
            request.head().contains("notes")
                ? Deed.PASS
                : new Deed.Say(
                    "HTTP/1.1 %s\r\n%sContent-Length: %d\r\n\r\n%s"
                        .formatted(status, contentType, text.length(), text)));
    GraphFailure.ServerFailed failed =
        assertThrows(GraphFailure.ServerFailed.class, RemoteAnswersTest::select);
    assertMessage(failed, gist == null ? "" : gist);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Transfer-Encoding: chunked\r\n\r\n40\r\n"
            + "{\"head\":{\"vars\":[\"a\"]},\"results\":{\"bindings\":[",
        "Transfer-Encoding: chunked\r\n\r\n4\r\n{\"he\r\n",
        "Content-Length: 900\r\n\r\n{\"head\":{\"vars\":[\"a\"]},\"results\":{\"bindings\":[]}}",
        "Content-Length: 900\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
      })
  void an_answer_that_breaks_off(String rest) {
    between.plan(
        request -> new Deed.Say("HTTP/1.1 200 OK\r\nContent-Type: " + JSON + "\r\n" + rest));
    assertMessage(assertThrows(GraphFailure.ServerFailed.class, RemoteAnswersTest::select), "");
    assertMessage(
        assertThrows(GraphFailure.ServerFailed.class, () -> read(view -> view.ask("ASK {}"))), "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{\"error\":\"quota\"}", "{\"head\":{}}"})
  void neither_true_nor_false(String body) {
    between.plan(
        request ->
            request.head().contains("ASK")
                ? new Deed.Say(
                    "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(JSON, body.length(), body))
                : Deed.PASS);
    assertMessage(
        assertThrows(GraphFailure.ServerFailed.class, () -> read(view -> view.ask("ASK {}"))), "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/turtle|<urn:a> <urn:b> <urn:c> . <urn:a",
        "application/n-triples|<urn:a> <urn:b> <urn:c> .\n<urn:a> <urn",
        "application/rdf+xml|<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>",
        "text/html|<html>",
        "application/ld+json|{",
      })
  void triples_that_break_off(String answer) {
    String type = answer.substring(0, answer.indexOf('|'));
    String body = answer.substring(answer.indexOf('|') + 1);
    between.plan(
        request ->
            request.head().contains("CONSTRUCT")
                ? new Deed.Say(
                    "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(type, body.length(), body))
                : Deed.PASS);
    assertMessage(
        assertThrows(
            GraphFailure.ServerFailed.class,
            () ->
                read(
                    view -> {
                      view.construct(
                          "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", StreamRDFLib.sinkNull());
                      return true;
                    })),
        "");
  }

  /** So deep that the parser's stack overflows, which RDF4J takes for the end of the answer. */
  @Test
  void an_answer_that_no_parser_can_follow() {
    String nested = "<urn:a> <urn:b> " + "[ <urn:c> ".repeat(100_000);
    between.plan(
        request ->
            request.head().contains("CONSTRUCT") ? answer("text/turtle", nested) : Deed.PASS);
    GraphFailure.DeadlineExceeded deep =
        assertThrows(
            GraphFailure.DeadlineExceeded.class,
            () ->
                read(
                    view -> {
                      view.construct(
                          "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", StreamRDFLib.sinkNull());
                      return true;
                    }));
    assertTrue(String.valueOf(deep.getMessage()).contains("too deep"), deep.getMessage());
  }

  private static Deed answer(String type, String body) {
    return new Deed.Say(
        "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(type, body.length(), body));
  }

  /** Some servers take RDF4J's seconds for milliseconds, and answer with a part. */
  @Test
  void no_time_is_asked_for() {
    read(
        view -> {
          view.construct("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", StreamRDFLib.sinkNull());
          return view.ask("ASK {}");
        });
    assertTrue(
        between.requests().stream()
            .noneMatch(request -> (request.head() + request.body()).contains("timeout=")));
  }

  @ParameterizedTest
  @ValueSource(ints = {502, 503, 504})
  void a_server_that_is_busy_for_a_moment_is_asked_again(int status) {
    AtomicInteger refused = new AtomicInteger();
    between.plan(
        request ->
            refused.incrementAndGet() <= 2
                ? new Deed.Say(
                    "HTTP/1.1 %d Busy\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n"
                        .formatted(status))
                : Deed.PASS);
    long begun = System.nanoTime();
    assertEquals("1 row", select());
    assertTrue(Duration.ofNanos(System.nanoTime() - begun).toMillis() >= 2000, "as it asked for");
  }

  @Test
  void a_server_that_stays_busy_is_asked_three_times() {
    int before = between.requests().size();
    between.plan(
        request ->
            new Deed.Say("HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n"));
    assertThrows(GraphFailure.ServerFailed.class, RemoteAnswersTest::select);
    assertEquals(3, between.requests().size() - before, "asked three times");
  }

  @Test
  void a_wait_that_is_asked_for_ends_at_the_deadline() {
    between.plan(
        request ->
            new Deed.Say("HTTP/1.1 503 Busy\r\nRetry-After: 9999\r\nContent-Length: 0\r\n\r\n"));
    long begun = System.nanoTime();
    assertThrows(
        GraphFailure.DeadlineExceeded.class,
        () ->
            store.<Boolean, RuntimeException>read(
                Scope.ALL, Deadline.after(Duration.ofSeconds(1)), view -> view.ask("ASK {}")));
    assertTrue(Duration.ofNanos(System.nanoTime() - begun).toMillis() < 4000);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void nothing_is_sent_where_a_redirect_points_to(int status) throws Exception {
    try (Interceptor elsewhere = Interceptor.before(server.query())) {
      between.plan(
          request ->
              new Deed.Say(
                  "HTTP/1.1 %d Moved\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n"
                      .formatted(status, elsewhere.seen(server.query()))));
      assertMessage(
          assertThrows(GraphFailure.ServerFailed.class, RemoteAnswersTest::select),
          "it is elsewhere now");
      assertEquals(0, elsewhere.requests().size());
    }
  }

  @Test
  void a_secret_is_sent_and_not_told() {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(both);
    System.setErr(both);
    try {
      between.plan(
          request ->
              new Deed.Say(
                  "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n"));
      GraphFailure.ServerFailed failed =
          assertThrows(GraphFailure.ServerFailed.class, RemoteAnswersTest::select);
      for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
        assertFalse(String.valueOf(cause).contains(PASSWORD));
      }
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertFalse(printed.toString(StandardCharsets.UTF_8).contains(PASSWORD));
    String sent = new Credentials.Basic("tester", PASSWORD).authorization().orElseThrow();
    assertTrue(between.requests().stream().allMatch(request -> request.head().contains(sent)));
  }

  private static String select() {
    return read(
        view -> {
          RowSet rows = view.select("SELECT ?a { ?a <http://example.org/p> ?b }");
          int count = 0;
          while (rows.hasNext()) {
            rows.next();
            count++;
          }
          return count + (count == 1 ? " row" : " rows");
        });
  }

  private static <T> T read(Function<View, T> work) {
    return Quads.read(store, work::apply);
  }

  private static void assertMessage(GraphFailure.ServerFailed failed, String gist) {
    String message = String.valueOf(failed.getMessage());
    assertTrue(message.startsWith(between.seen(server.query()) + " "), message);
    assertTrue(message.contains(gist), message);
    assertTrue(message.length() < 500, message);
    assertFalse(message.contains(PASSWORD), message);
  }
}
