package io.controlgraph.trace;

import io.controlgraph.graph.Capability;
import io.controlgraph.graph.CommitListener.Commit;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.InStep;
import io.controlgraph.graph.View;
import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.index.IndexBuilder;
import io.controlgraph.trace.index.NextIndex;
import io.controlgraph.trace.index.TraceIndex;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/** Keeps the trace index of a store in step with it, and what was worked out on it lately. */
public final class LiveTrace implements AutoCloseable {
  private static final int DAYS_KEPT = 4;

  private final InStep<TraceIndex> kept;
  private final Map<Key, Coverage> coverages =
      new LinkedHashMap<>(DAYS_KEPT * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Coverage> eldest) {
          return size() > DAYS_KEPT;
        }
      };

  private record Key(TraceIndex index, LocalDate day) {}

  private LiveTrace(InStep<TraceIndex> kept) {
    this.kept = kept;
  }

  /** Follows a store from now on; does not wait for the index. */
  public static LiveTrace over(GraphStore store) {
    return new LiveTrace(InStep.with(store, Capability.TRACE, LiveTrace::read));
  }

  /**
   * The index of the latest revision; waits for the first one to be built.
   *
   * @return nothing if it is not there by the deadline
   * @throws GraphFailure.NotCapable if the store has no index
   */
  public Optional<TraceIndex> await(Deadline until) throws InterruptedException {
    return kept.await(until);
  }

  /** Coverage on a day, of which what was worked out before is kept. */
  public Coverage coverage(TraceIndex index, LocalDate day) {
    synchronized (coverages) {
      return coverages.computeIfAbsent(
          new Key(index, day), key -> new Coverage(key.index(), key.day()));
    }
  }

  private static InStep.Writer<TraceIndex> read(View view) {
    IndexBuilder builder = new IndexBuilder();
    try (Stream<Quad> quads = view.quads(Node.ANY, Node.ANY, Node.ANY, Node.ANY)) {
      quads.forEach(builder::add);
    }
    return new Writer(builder.build(view.revision().number()));
  }

  private static final class Writer implements InStep.Writer<TraceIndex> {
    private TraceIndex index;

    private Writer(TraceIndex index) {
      this.index = index;
    }

    @Override
    public TraceIndex index() {
      return index;
    }

    @Override
    public void take(Commit commit) {
      index = NextIndex.after(index, commit.revision().number(), commit.added(), commit.deleted());
    }
  }

  @Override
  public void close() {
    kept.close();
  }
}
