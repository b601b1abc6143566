package io.controlgraph.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.controlgraph.graph.jena.StoreOptions;
import io.controlgraph.graph.jena.Tdb2GraphStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class InStepTest {
  /** The thread that would build it waits for somebody, and not for a moment to pass. */
  @Test
  @Timeout(30)
  void whatIsNotToBeBuiltUnaskedIsBuiltOnceSomebodyWantsIt(@TempDir Path folder) throws Exception {
    try (Tdb2GraphStore store =
            Tdb2GraphStore.open(
                folder.resolve("store"),
                new StoreOptions("http://localhost:7070/", GraphFactory::createDefaultGraph));
        InStep<Long> kept =
            InStep.with(
                store,
                Capability.TRACE,
                InStep.First.WANTED,
                (view, progress) -> new Count(view.revision()))) {
      Thread builder =
          Thread.getAllStackTraces().keySet().stream()
              .filter(each -> each.getName().equals(InStep.threadOf(Capability.TRACE)))
              .findAny()
              .orElseThrow();
      while (builder.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      assertEquals(Optional.empty(), kept.aged());
      assertEquals(
          Optional.of(0L), kept.await(Deadline.after(Duration.ofSeconds(20))).map(Aged::index));
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
