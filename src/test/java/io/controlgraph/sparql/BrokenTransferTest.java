package io.controlgraph.sparql;

import static io.controlgraph.testing.ProblemShape.assertProblem;
import static io.controlgraph.testing.Served.sparql;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.Revision;
import io.controlgraph.graph.View;
import io.controlgraph.testing.Served;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class BrokenTransferTest {
  private static final String ALL = "SELECT * { ?s ?p ?o }";
  private static final String TRIPLES = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }";
  private static final int STATEMENTS = 5000;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static Served served;
  private static final AtomicInteger FAIL_AFTER = new AtomicInteger();
  private static final AtomicBoolean AS_ERROR = new AtomicBoolean();

  @BeforeAll
  static void serve(@TempDir Path folder) throws Exception {
    Path questions = Files.createDirectories(folder.resolve("questions/test"));
    Files.writeString(
        questions.resolve("numbers.rq"),
        """
        #+ summary: Numbers
        #+ question: Which numbers are there?
        #+ tags: [test]
        #+ columns: { thing: iri, number: integer }
        SELECT ?thing ?number WHERE { ?thing <http://example.org/number> ?number }
        """);
    served =
        Served.in(
                folder.resolve("data"),
                Served.Recipe.PLAIN.withQuestions(folder.resolve("questions")),
                store -> new ReadsSeen(store).through(view -> new Failing(view, FAIL_AFTER.get())))
            .with(Fixture.many(STATEMENTS));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  /** Whatever is streamed. */
  static Stream<String> answers() {
    String graph = "/data?graph=http://example.org/many";
    Stream<String> rows =
        Stream.of("json", "xml", "csv", "tsv")
            .flatMap(
                format ->
                    Stream.of(
                        sparql(ALL, "format", format),
                        "/api/v1/queries/test/numbers?format=" + format));
    Stream<String> triples =
        Stream.of("ttl", "nt")
            .flatMap(
                format ->
                    Stream.of(
                        sparql(TRIPLES, "format", format),
                        graph + "&format=" + format,
                        "/data?default&format=" + format));
    Stream<String> quads =
        Stream.of("trig", "nq", "ttl").map(format -> "/api/v1/exports/rdf?format=" + format);
    return Stream.of(rows, triples, quads).flatMap(paths -> paths);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 3000})
  void anErrorOfTheMachineIsNoWholeAnswerEither(int after) throws Exception {
    FAIL_AFTER.set(after);
    AS_ERROR.set(true);
    try {
      HttpResponse<InputStream> response =
          CLIENT.send(served.request(sparql(ALL)).build(), BodyHandlers.ofInputStream());
      if (after == 10) {
        assertEquals(500, response.statusCode());
        assertEquals(
            "application/problem+json", response.headers().firstValue("Content-Type").get());
      } else {
        assertEquals(200, response.statusCode());
        assertThrows(IOException.class, () -> response.body().readAllBytes());
      }
    } finally {
      AS_ERROR.set(false);
    }
  }

  @ParameterizedTest
  @MethodSource("answers")
  void aFaultAfterTheFirstBytesBreaksTheConnection(String path) throws Exception {
    FAIL_AFTER.set(3000);
    HttpResponse<InputStream> response =
        CLIENT.send(served.request(path).build(), BodyHandlers.ofInputStream());
    assertEquals(200, response.statusCode());
    assertThrows(IOException.class, () -> response.body().readAllBytes());
    assertEquals(200, served.get("/health/live").status());
  }

  /** What was compressed by then may not have filled a block, so that nothing comes at all. */
  @ParameterizedTest
  @MethodSource("answers")
  void soItDoesInACompressedAnswer(String path) {
    FAIL_AFTER.set(3000);
    assertThrows(
        IOException.class,
        () ->
            CLIENT.send(
                served.request(path).header("Accept-Encoding", "gzip").build(),
                BodyHandlers.ofByteArray()));
  }

  /** There the end of the connection is the end of the answer (RFC 9112, section 6.3). */
  @ParameterizedTest
  @MethodSource("answers")
  void overHttp10TheConnectionIsReset(String path) throws Exception {
    for (String coding : List.of("identity", "gzip")) {
      FAIL_AFTER.set(3000);
      assertThrows(SocketException.class, () -> http10(path, coding), coding);
    }
    FAIL_AFTER.set(STATEMENTS + 1);
    byte[] whole = http10(path, "identity");
    assertTrue(new String(whole, 0, 12, StandardCharsets.US_ASCII).matches("HTTP/1.[01] 200"));
  }

  private static byte[] http10(String path, String coding) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
      socket
          .getOutputStream()
          .write(
              "GET %s HTTP/1.0\r\nHost: 127.0.0.1:%d\r\nAccept-Encoding: %s\r\n\r\n"
                  .formatted(path, served.port(), coding)
                  .getBytes(StandardCharsets.US_ASCII));
      return socket.getInputStream().readAllBytes();
    }
  }

  @Test
  void aFaultBeforeTheFirstBytesIsAProblem() throws Exception {
    FAIL_AFTER.set(2);
    assertProblem(served.get(sparql(ALL)), 500, "store-fault");
    assertProblem(served.get(sparql(ALL), "Accept-Encoding", "gzip"), 500, "store-fault");
  }

  @Test
  void anAnswerWithoutAFaultIsWhole() throws Exception {
    FAIL_AFTER.set(STATEMENTS + 1);
    String body = served.get(sparql(ALL, "format", "csv")).body();
    assertEquals(STATEMENTS + 1, body.lines().count());
    assertTrue(body.endsWith("\r\n"));
  }

  /** A view whose engine fails in the middle of its rows. */
  private record Failing(View view, int after) implements View {

    @Override
    public RowSet select(String sparql) {
      RowSet rows = view.select(sparql);
      return RowSetStream.create(rows.getResultVars(), new FailingRows(rows, after));
    }

    @Override
    public Revision revision() {
      return view.revision();
    }

    @Override
    public boolean ask(String sparql) {
      return view.ask(sparql);
    }

    @Override
    public void construct(String sparql, StreamRDF sink) {
      Countdown countdown = new Countdown(after);
      view.construct(
          sparql,
          new StreamRDFWrapper(sink) {
            @Override
            public void triple(Triple triple) {
              countdown.count();
              super.triple(triple);
            }
          });
    }

    @Override
    public Stream<Quad> quads(Node graph, Node subject, Node predicate, Node object) {
      Countdown countdown = new Countdown(after);
      return view.quads(graph, subject, predicate, object).peek(quad -> countdown.count());
    }
  }

  /** Fails after so many. */
  private static final class Countdown {
    private int left;

    Countdown(int left) {
      this.left = left;
    }

    void count() {
      if (left-- == 0 && AS_ERROR.get()) {
        throw new OutOfMemoryError("on purpose");
      }
      if (left == -1) {
        throw new GraphFailure.EngineFault("The disk is gone.", new IOException("gone"));
      }
    }
  }

  private static final class FailingRows implements Iterator<Binding> {
    private final RowSet rows;
    private final Countdown countdown;

    FailingRows(RowSet rows, int after) {
      this.rows = rows;
      this.countdown = new Countdown(after);
    }

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public Binding next() {
      countdown.count();
      return rows.next();
    }
  }
}
