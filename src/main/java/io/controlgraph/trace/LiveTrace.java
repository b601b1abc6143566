package io.controlgraph.trace;

import io.controlgraph.graph.Capability;
import io.controlgraph.graph.CommitListener.Commit;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.InStep;
import io.controlgraph.graph.Revision;
import io.controlgraph.graph.View;
import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.gaps.Gaps;
import io.controlgraph.trace.index.IndexBuilder;
import io.controlgraph.trace.index.IndexFile;
import io.controlgraph.trace.index.NextIndex;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.whatif.WhatIf;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the trace index of a store in step with it, and what was worked out on it lately.
 *
 * <p>A copy of the index can lie in a file between runs: it is read if it is of the store's
 * revision, and written when the index was built or the run ends.
 */
public final class LiveTrace implements AutoCloseable {
  private static final int DAYS_KEPT = 4;

  private final Copies copies;
  private final InStep<Standing> kept;
  private final Map<Key, Known> known =
      new LinkedHashMap<>(DAYS_KEPT * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Known> eldest) {
          return size() > DAYS_KEPT;
        }
      };

  /** An index, and the hash of the revision it stands at. */
  private record Standing(TraceIndex index, String hash) {}

  private record Key(TraceIndex index, LocalDate day) {}

  /** What is asked of an index on a day; each keeps what it has worked out. */
  private record Known(WhatIf whatIf, Gaps gaps) {
    static Known of(Key key) {
      WhatIf whatIf = new WhatIf(key.index(), key.day());
      return new Known(whatIf, new Gaps(whatIf.coverage()));
    }
  }

  private LiveTrace(GraphStore store, @Nullable IndexFile file) {
    this.copies = new Copies(file);
    // All of a store elsewhere would come over the network, for a command of a few seconds too.
    this.kept = InStep.with(store, Capability.TRACE, store.can(Capability.SNAPSHOTS), this::read);
  }

  /**
   * Follows a store from now on; does not wait for the index.
   *
   * @param file where a copy of the index lies between runs; null for none
   */
  public static LiveTrace over(GraphStore store, @Nullable IndexFile file) {
    return new LiveTrace(store, file);
  }

  /**
   * The index of the latest revision; waits for the first one to be built.
   *
   * @return nothing if it is not there by the deadline
   * @throws GraphFailure.NotCapable if the store has no index
   */
  public Optional<TraceIndex> await(Deadline until) throws InterruptedException {
    return kept.await(until).map(Standing::index);
  }

  /** Coverage on a day, of which what was worked out before is kept. */
  public Coverage coverage(TraceIndex index, LocalDate day) {
    return whatIf(index, day).coverage();
  }

  /** What-if on a day, of which what was worked out before is kept. */
  public WhatIf whatIf(TraceIndex index, LocalDate day) {
    return known(index, day).whatIf();
  }

  /** The gaps on a day, of which what was worked out before is kept. */
  public Gaps gaps(TraceIndex index, LocalDate day) {
    return known(index, day).gaps();
  }

  private Known known(TraceIndex index, LocalDate day) {
    synchronized (known) {
      return known.computeIfAbsent(new Key(index, day), Known::of);
    }
  }

  private InStep.Writer<Standing> read(View view) {
    Revision revision = view.revision();
    TraceIndex index = copies.read(revision).orElseGet(() -> built(view));
    copies.write(index, revision.hash());
    return new Writer(new Standing(index, revision.hash()));
  }

  private static TraceIndex built(View view) {
    IndexBuilder builder = new IndexBuilder();
    view.all(builder::add);
    return builder.build(view.revision().number());
  }

  private static final class Writer implements InStep.Writer<Standing> {
    private Standing standing;

    private Writer(Standing standing) {
      this.standing = standing;
    }

    @Override
    public Standing index() {
      return standing;
    }

    @Override
    public void take(Commit commit) {
      Revision revision = commit.revision();
      standing =
          new Standing(
              NextIndex.after(
                  standing.index(), revision.number(), commit.added(), commit.deleted()),
              revision.hash());
    }
  }

  @Override
  public void close() {
    kept.close();
    kept.latest().ifPresent(latest -> copies.write(latest.index(), latest.hash()));
  }
}
