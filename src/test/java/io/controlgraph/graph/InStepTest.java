package io.controlgraph.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.controlgraph.graph.jena.StoreOptions;
import io.controlgraph.graph.jena.Tdb2GraphStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class InStepTest {
  @Test
  void theLongerItFailsTheLongerItWaitsUpToAMinute() {
    assertEquals(
        List.of(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L),
        IntStream.rangeClosed(1, 8).mapToObj(n -> InStep.pause(n).toSeconds()).toList());
    assertEquals(60, InStep.pause(1_000_000).toSeconds());
  }

  /** The thread that would build it waits for somebody, and not for a moment to pass. */
  @Test
  @Timeout(30)
  void whatIsNotToBeBuiltUnaskedIsBuiltOnceSomebodyWantsIt(@TempDir Path folder) throws Exception {
    try (Tdb2GraphStore store =
            Tdb2GraphStore.open(
                folder.resolve("store"),
                new StoreOptions("http://localhost:7070/", GraphFactory::createDefaultGraph));
        InStep<Long> kept =
            InStep.with(store, Capability.TRACE, false, view -> new Count(view.revision()))) {
      Thread builder =
          Thread.getAllStackTraces().keySet().stream()
              .filter(each -> each.getName().equals(InStep.threadOf(Capability.TRACE)))
              .findAny()
              .orElseThrow();
      while (builder.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      assertEquals(Optional.empty(), kept.latest());
      assertEquals(Optional.of(0L), kept.await(Deadline.after(Duration.ofSeconds(20))));
    }
  }

  /** Counts revisions. */
  private static final class Count implements InStep.Writer<Long> {
    private long revision;

    private Count(Revision first) {
      revision = first.number();
    }

    @Override
    public Long index() {
      return revision;
    }

    @Override
    public void take(CommitListener.Commit commit) {
      revision = commit.revision().number();
    }
  }
}
