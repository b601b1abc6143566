package io.controlgraph.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.jena.StoreOptions;
import io.controlgraph.graph.jena.Tdb2GraphStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A search index whose build fails. */
@Timeout(60)
final class LiveIndexTest {

  @Test
  void aBuildThatRunsOutOfMemoryIsTriedAgainAfterAMoment(@TempDir Path folder) throws Exception {
    AtomicInteger builds = new AtomicInteger();
    try (Tdb2GraphStore store =
            Tdb2GraphStore.open(
                folder.resolve("store"),
                new StoreOptions("http://localhost:7070/", GraphFactory::createDefaultGraph));
        LiveIndex live =
            LiveIndex.over(
                new BeforeIndexing(
                    store,
                    () -> {
                      if (builds.incrementAndGet() == 1) {
                        throw new OutOfMemoryError("on purpose");
                      }
                    }))) {
      long start = System.nanoTime();
      assertTrue(live.await(Deadline.after(Duration.ofSeconds(50))).isPresent());
      Duration taken = Duration.ofNanos(System.nanoTime() - start);
      assertTrue(taken.compareTo(Duration.ofMillis(900)) > 0, "whoever asks hastens no retry");
      assertEquals(2, builds.get());
    }
  }
}
