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
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.StreamRDF;
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
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class BrokenTransferTest {
  private static final String ALL = "SELECT * { ?s ?p ?o }";
  private static final int STATEMENTS = 5000;

  private static Served served;
  private static final AtomicInteger FAIL_AFTER = new AtomicInteger();

  @BeforeAll
  static void serve(@TempDir Path folder) {
    served =
        Served.in(
                folder,
                Served.Recipe.PLAIN,
                store -> new ReadsSeen(store).through(view -> new Failing(view, FAIL_AFTER.get())))
            .with(Fixture.many(STATEMENTS));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "xml", "csv", "tsv"})
  void aFaultAfterTheFirstBytesBreaksTheConnection(String format) throws Exception {
    FAIL_AFTER.set(3000);
    HttpResponse<InputStream> response =
        HttpClient.newHttpClient()
            .send(
                served.request(sparql(ALL, "format", format)).build(),
                BodyHandlers.ofInputStream());
    assertEquals(200, response.statusCode());
    assertThrows(IOException.class, () -> response.body().readAllBytes());
    assertEquals(200, served.get("/health/live").status());
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
      view.construct(sparql, sink);
    }

    @Override
    public Stream<Quad> quads(Node graph, Node subject, Node predicate, Node object) {
      return view.quads(graph, subject, predicate, object);
    }
  }

  private static final class FailingRows implements Iterator<Binding> {
    private final RowSet rows;
    private int left;

    FailingRows(RowSet rows, int after) {
      this.rows = rows;
      this.left = after;
    }

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public Binding next() {
      if (left-- == 0) {
        throw new GraphFailure.EngineFault("The disk is gone.", new IOException("gone"));
      }
      return rows.next();
    }
  }
}
