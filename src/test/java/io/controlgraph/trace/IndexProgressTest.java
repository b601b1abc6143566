package io.controlgraph.trace;

import static io.controlgraph.testing.ProblemShape.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.controlgraph.graph.Capability;
import io.controlgraph.graph.CommitListener;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Revision;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.rdf4j.MemoryEngine;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.ForwardingStore;
import io.controlgraph.testing.Served;
import io.controlgraph.testing.Served.Recipe;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is said of an index while it is built, and how old it is then. */
@Timeout(120)
final class IndexProgressTest {
  private static final String IMPACT = "/api/v1/impact?node=a/1";

  @Test
  void anAnswerSaysHowFarTheIndexIs(@TempDir Path folder) throws Exception {
    AtomicReference<HeldReading> held = new AtomicReference<>();
    try (Served served = HeldReading.served(folder, held::set)) {
      served.with(HeldReading.THINGS);
      // Nobody says how long to wait, so it is not long.
      Answer early = served.send(served.request(IMPACT));
      JsonNode problem = assertProblem(early, 503, "index-not-ready");
      assertEquals(3, problem.get("read").asLong());
      assertEquals(5, problem.get("of").asLong());
      assertEquals(
          "The trace index is being built; 3 of 5 statements are read.",
          problem.get("detail").asText());
      assertEquals("2", early.header("Retry-After"));
      JsonNode index = served.get("/api/v1/engine").json().get("index");
      assertEquals("{\"status\":\"building\",\"read\":3,\"of\":5}", index.toString());
      assertEquals(200, served.get("/health/ready").status());

      CompletableFuture<Answer> patient =
          CompletableFuture.supplyAsync(() -> get(served, IMPACT + "&timeout=100"));
      Objects.requireNonNull(held.get()).let();
      Answer answer = patient.get();
      assertEquals(200, answer.status(), answer.body());
      assertEquals("0", answer.header("ControlGraph-Index-Age"));
      assertEquals("", answer.header("ControlGraph-Index-Read"));
      assertEquals("1", answer.header("ControlGraph-Revision"));
      JsonNode standing = served.get("/api/v1/engine").json().get("index");
      assertEquals("standing", standing.get("status").asText());
      assertEquals(5, standing.get("statements").asLong());
      assertEquals(0, standing.get("ageSeconds").asLong());
    }
  }

  @Test
  void theRevisionOfAStoreElsewhereIsAskedForOnce(@TempDir Path folder) throws Exception {
    try (GraphStore memory = MemoryEngine.open(Served.BASE, GraphFactory::createDefaultGraph)) {
      add(memory, "g", "1");
      Elsewhere elsewhere = new Elsewhere(memory, true);
      try (Served served = Served.in(folder, Recipe.PLAIN, local -> elsewhere)) {
        Answer first = served.get(IMPACT);
        assertEquals(200, first.status(), first.body());
        elsewhere.asked.set(0);
        Answer again = served.get(IMPACT, "If-None-Match", first.header("ETag"));
        assertEquals(304, again.status());
        assertEquals(1, elsewhere.asked.get());
        assertEquals("0", again.header("ControlGraph-Index-Age"));
      }
    }
  }

  @Test
  void aStatementInTwoGraphsElsewhereOutlivesTheLossOfOne(@TempDir Path folder) throws Exception {
    try (GraphStore memory = MemoryEngine.open(Served.BASE, GraphFactory::createDefaultGraph)) {
      add(memory, "g", "1");
      add(memory, "h", "1");
      try (Served served = Served.in(folder, Recipe.PLAIN, local -> new Elsewhere(memory, true))) {
        assertEquals(200, served.get(IMPACT).status());
        memory.write("test", "One less", tx -> tx.delete(label("g", "1")));
        assertEquals(200, served.get(IMPACT).status());
        memory.write("test", "None left", tx -> tx.delete(label("h", "1")));
        assertProblem(served.get(IMPACT), 404, "no-such-thing");
      }
    }
  }

  /** What is written by somebody else while it is read makes another reading of it. */
  @Test
  void aStoreThatMovesWhileItIsReadIsReadAgain(@TempDir Path folder) throws Exception {
    try (GraphStore memory = MemoryEngine.open(Served.BASE, GraphFactory::createDefaultGraph)) {
      add(memory, "g", "1");
      HeldReading held = new HeldReading(new Elsewhere(memory, false), 0, 1);
      try (Served served = Served.in(folder, Recipe.PLAIN, local -> held)) {
        CompletableFuture<Answer> answer =
            CompletableFuture.supplyAsync(() -> get(served, "/api/v1/impact?node=a/2&timeout=100"));
        held.awaitHeld();
        add(memory, "g", "2");
        held.let();
        assertEquals(200, answer.get().status(), answer.get().body());
        assertEquals("2", answer.get().header("ControlGraph-Revision"));
      }
    }
  }

  private static Answer get(Served served, String path) {
    try {
      return served.get(path);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static Quad label(String graph, String id) {
    return Quad.create(
        NodeFactory.createURI(Served.BASE + "graph/" + graph),
        NodeFactory.createURI(Served.BASE + "id/a/" + id),
        RDFS.label.asNode(),
        NodeFactory.createLiteralString("a/" + id));
  }

  private static void add(GraphStore store, String graph, String id) {
    store.write("test", "Add", tx -> tx.add(label(graph, id)));
  }

  /** A store as one elsewhere is: each reading may be of another revision. */
  private static final class Elsewhere extends ForwardingStore {
    private final AtomicInteger asked = new AtomicInteger();
    private final boolean isHeard;

    /**
     * @param isHeard whether commits are made by way of it, and told
     */
    private Elsewhere(GraphStore store, boolean isHeard) {
      super(store);
      this.isHeard = isHeard;
    }

    @Override
    public Deadline.Registration listen(CommitListener listener) {
      return isHeard ? store.listen(listener) : () -> {};
    }

    @Override
    public Set<Capability> capabilities() {
      Set<Capability> fewer = EnumSet.copyOf(store.capabilities());
      fewer.remove(Capability.SNAPSHOTS);
      return fewer;
    }

    @Override
    public Revision revision() {
      asked.incrementAndGet();
      return store.revision();
    }

    @Override
    public <T extends @org.jspecify.annotations.Nullable Object, X extends Exception> T read(
        Scope scope, Deadline deadline, ReadWork<T, X> work) throws X {
      return store.read(scope, deadline, work);
    }
  }
}
