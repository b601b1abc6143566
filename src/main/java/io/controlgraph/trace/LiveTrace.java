package io.controlgraph.trace;

import io.controlgraph.graph.Aged;
import io.controlgraph.graph.BuildProgress;
import io.controlgraph.graph.Capability;
import io.controlgraph.graph.CommitListener.Commit;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.InStep;
import io.controlgraph.graph.Revision;
import io.controlgraph.graph.View;
import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.Touched;
import io.controlgraph.trace.gaps.Gaps;
import io.controlgraph.trace.index.IndexFile;
import io.controlgraph.trace.index.IndexIntake;
import io.controlgraph.trace.index.NextIndex;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.whatif.WhatIf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the trace index of a store in step with it, and what was worked out on it lately.
 *
 * <p>A copy of the index can lie in a file between runs: it is read if it is of the store's
 * revision, and written when the index was built or the run ends.
 */
public final class LiveTrace implements AutoCloseable {
  private static final int INDEXES_KEPT = 3;

  private final Copies copies;
  private final InStep<Standing> kept;
  private final Settling settling;
  private final Map<TraceIndex, WorkedOut> known =
      new LinkedHashMap<>(INDEXES_KEPT * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TraceIndex, WorkedOut> eldest) {
          return size() > INDEXES_KEPT;
        }
      };

  /**
   * An index, and what it was made of.
   *
   * @param revision what it stands at; says nothing where the store has no revisions
   * @param readAt when the store was last read for it
   * @param missing the members of a federation whose statements it lacks
   */
  public record Standing(TraceIndex index, Revision revision, Instant readAt, Set<String> missing) {
    public Standing {
      missing = Set.copyOf(missing);
    }

    private Standing at(TraceIndex next, Revision nextRevision) {
      return new Standing(next, nextRevision, readAt, missing);
    }
  }

  private LiveTrace(GraphStore store, @Nullable IndexFile file, boolean atOnce, Settling settling) {
    this.copies = new Copies(store.can(Capability.SNAPSHOTS) ? file : null);
    this.settling = settling;
    // All of a store elsewhere would come over the network, for a command of a few seconds too.
    this.kept = InStep.with(store, Capability.TRACE, first(store, atOnce), this::read);
  }

  /**
   * Follows a store from now on; does not wait for the index.
   *
   * @param file where a copy of the index lies between runs; null for none
   */
  public static LiveTrace over(GraphStore store, @Nullable IndexFile file) {
    return new LiveTrace(store, file, false, Settling.onItsThread());
  }

  /** The same, where an index that can be had without asking a server elsewhere is made at once. */
  public static LiveTrace atOnce(GraphStore store, @Nullable IndexFile file) {
    return new LiveTrace(store, file, true, Settling.onItsThread());
  }

  /** The same, where the index is settled by another executor. */
  static LiveTrace over(GraphStore store, @Nullable IndexFile file, Settling settling) {
    return new LiveTrace(store, file, false, settling);
  }

  private static InStep.First first(GraphStore store, boolean atOnce) {
    if (!store.can(Capability.SNAPSHOTS)) {
      return InStep.First.WANTED;
    }
    return atOnce ? InStep.First.AT_ONCE : InStep.First.IN_A_MOMENT;
  }

  /**
   * The index of the latest revision, as {@link InStep#await} has it; waits for the first one to be
   * built.
   *
   * @return nothing if it is not there by the deadline
   * @throws GraphFailure.NotCapable if the store has no index
   * @throws GraphFailure.ServerFailed if there is none because a server did not answer
   */
  public Optional<Aged<Standing>> await(Deadline until) throws InterruptedException {
    return kept.await(until);
  }

  /** The index as it stands; nothing while there is none. Asks nobody for it. */
  public Optional<Aged<Standing>> standing() {
    return kept.aged();
  }

  /** How far the index is that is being built now; nothing while none is. */
  public Optional<BuildProgress> progress() {
    return kept.progress();
  }

  /** Why the index could not be built at the last try; nothing if it could. */
  public Optional<String> problem() {
    return kept.problem();
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

  private WorkedOut.Known known(TraceIndex index, LocalDate day) {
    synchronized (known) {
      return known.computeIfAbsent(index, WorkedOut::new).on(day);
    }
  }

  /** Carries on what was worked out and is not touched by a commit. */
  private void carryOn(TraceIndex before, TraceIndex after, Supplier<Touched> touched) {
    synchronized (known) {
      WorkedOut sofar = known.get(before);
      if (sofar != null && !sofar.isEmpty()) {
        known.put(after, sofar.next(after, touched.get()));
      }
    }
  }

  private void give() {
    kept.give();
  }

  private InStep.Writer<Standing> read(View view, BuildProgress progress) {
    Instant now = Instant.now();
    Revision revision = view.revision();
    TraceIndex index = copies.read(revision).orElseGet(() -> IndexIntake.read(view, progress));
    copies.write(index, revision.hash());
    return new Writer(new Standing(index, revision, now, view.missing()));
  }

  private final class Writer implements InStep.Writer<Standing> {
    private Standing standing;

    private Writer(Standing standing) {
      this.standing = standing;
    }

    @Override
    public Standing index() {
      TraceIndex before = standing.index();
      TraceIndex settled = settling.applied(before);
      if (settled != before) {
        carryOn(before, settled, () -> Touched.NOBODY);
        standing = standing.at(settled, standing.revision());
      }
      return standing;
    }

    @Override
    public void take(Commit commit) {
      TraceIndex before = standing.index();
      Revision revision = commit.revision();
      TraceIndex after =
          NextIndex.after(before, revision.number(), commit.added(), commit.deleted());
      carryOn(before, after, () -> Touched.by(before, after, commit.added(), commit.deleted()));
      standing = standing.at(after, revision);
      settling.consider(after, LiveTrace.this::give);
    }
  }

  @Override
  public void close() {
    kept.close();
    settling.close();
    standing()
        .map(Aged::index)
        .ifPresent(latest -> copies.write(latest.index(), latest.revision().hash()));
  }
}
