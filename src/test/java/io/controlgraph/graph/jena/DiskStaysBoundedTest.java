package io.controlgraph.graph.jena;

import static io.controlgraph.graph.Quads.iri;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.Quads;
import io.controlgraph.graph.Revision;
import io.controlgraph.graph.RevisionLog;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.WriteOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compaction runs by itself, and neither readers nor the writer notice. */
class DiskStaysBoundedTest {
  private static final int COMMITS = 10_000;
  private static final int READERS = 2;

  /** An empty TDB2 takes 200 MB of (mostly unwritten) files; copies stand beside it for a while. */
  private static final long BOUND = 1500L << 20;

  private static final CompactionPolicy OFTEN = new CompactionPolicy(300L << 20, 1.5);

  private final Path data;

  DiskStaysBoundedTest(@TempDir(factory = MemoryFolder.class) Path directory) {
    this.data = directory.resolve("data");
  }

  @Test
  void tenThousandSmallCommitsUnderReadersStayBoundedOnTheDisk() throws IOException {
    AtomicBoolean done = new AtomicBoolean();
    long largest = 0;
    try (Tdb2GraphStore store = open()) {
      List<CompletableFuture<Long>> readers = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        readers.add(CompletableFuture.supplyAsync(() -> readUntil(store, done)));
      }
      Path first = store(1);
      for (int i = 1; i <= COMMITS; i++) {
        commit(store, i);
        if (i % 250 == 0) {
          largest = Math.max(largest, DurableFiles.size(data.resolve("store")));
        }
      }
      done.set(true);
      for (CompletableFuture<Long> reader : readers) {
        assertTrue(reader.join() > 0);
      }
      assertTrue(Files.notExists(first), "the first database was replaced");
      assertTrue(largest < BOUND, "the store grew to " + largest);
      assertEquals(COMMITS, Quads.all(store).size());
    }
    assertEquals(1, generations(), "what is obsolete is deleted");
    try (Tdb2GraphStore store = open()) {
      assertEquals(COMMITS, store.revision().number());
      assertEquals(COMMITS, Quads.all(store).size());
      assertInstanceOf(RevisionLog.Verification.Intact.class, store.log().verify());
    }
  }

  /**
   * The graph at revision n holds the numbers 1 to n, so each view can be checked against itself.
   */
  private static void commit(Tdb2GraphStore store, int number) {
    WriteOutcome outcome =
        store.write("tester", "number " + number, transaction -> transaction.add(quad(number)));
    Revision revision = assertInstanceOf(WriteOutcome.Committed.class, outcome).revision();
    assertEquals(number, revision.number());
  }

  private static Quad quad(int number) {
    return Quad.create(
        iri("g" + number % 10),
        iri("n" + number),
        iri("number"),
        NodeFactory.createLiteralString(Integer.toString(number)));
  }

  private static long readUntil(Tdb2GraphStore store, AtomicBoolean done) {
    long reads = 0;
    while (!done.get()) {
      store.read(
          Scope.ALL,
          Deadline.after(Duration.ofMinutes(2)),
          view -> {
            int number = (int) view.revision().number();
            assertTrue(
                number == 0 || holds(view.quads(Node.ANY, iri("n" + number), Node.ANY, Node.ANY)));
            assertTrue(!holds(view.quads(Node.ANY, iri("n" + (number + 1)), Node.ANY, Node.ANY)));
            return 0;
          });
      reads++;
    }
    return reads;
  }

  private static boolean holds(Stream<Quad> quads) {
    return quads.findAny().isPresent();
  }

  private long generations() throws IOException {
    try (Stream<Path> paths = Files.list(data.resolve("store"))) {
      return paths.count();
    }
  }

  private Path store(int generation) {
    return data.resolve("store").resolve(Integer.toString(generation));
  }

  private Tdb2GraphStore open() {
    return Tdb2GraphStore.open(
        data, new StoreOptions("http://localhost/", GraphFactory::createDefaultGraph, OFTEN));
  }
}
