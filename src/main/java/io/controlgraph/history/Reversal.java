package io.controlgraph.history;

import io.controlgraph.graph.Capability;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Revision;
import io.controlgraph.graph.RevisionLog;
import io.controlgraph.graph.ShapeReport;
import io.controlgraph.graph.WriteOutcome;
import io.controlgraph.vocab.Reference;
import java.util.HashSet;
import java.util.Set;
import org.apache.jena.sparql.core.Quad;

/**
 * Takes a revision back: a new revision removes what it added and adds what it removed, as long as
 * no revision since has changed any of these statements. Nothing is ever taken out of the log.
 */
public final class Reversal {
  private final GraphStore store;

  public Reversal(GraphStore store) {
    this.store = store;
  }

  /** What became of it. */
  public sealed interface Outcome {

    /**
     * It is taken back.
     *
     * @param revision the revision that does so
     */
    record TakenBack(Revision revision) implements Outcome {}

    /**
     * A later revision has changed some of the same statements; nothing was written.
     *
     * @param later the first that did
     */
    record ChangedSince(long later) implements Outcome {}

    /** The revision brought reference data, which the program itself keeps; nothing was written. */
    record OfReferenceData() implements Outcome {}

    /** The graph would not be well formed without it; nothing was written. */
    record Refused(ShapeReport report) implements Outcome {}
  }

  /** Ends a write. */
  private static final class Overtaken extends Exception {
    private static final long serialVersionUID = 1L;

    private final long later;

    private Overtaken(long later) {
      this.later = later;
    }
  }

  /**
   * Takes a revision back.
   *
   * @param author who does so, as it shall stand in the log
   * @param message why, in a line
   * @throws IllegalArgumentException if there is no such revision
   * @throws GraphFailure.NotCapable if the engine takes no writes, or keeps no changes
   */
  public Outcome of(long number, String author, String message) {
    store.require(Capability.WRITES);
    store.require(Capability.CHANGES);
    Change change = Change.of(store.log(), number);
    if (change.isOfReferenceData()) {
      return new Outcome.OfReferenceData();
    }
    try {
      // Most of the log is read before the write, so that other writers need not wait for it.
      long looked = store.revision().number();
      change.requireUnchanged(store.log(), number + 1, looked);
      WriteOutcome outcome =
          store.<Overtaken>write(
              author,
              message,
              transaction -> {
                change.requireUnchanged(store.log(), looked + 1, transaction.revision().number());
                change.added.forEach(transaction::delete);
                change.deleted.forEach(transaction::add);
              });
      return outcome(outcome);
    } catch (Overtaken e) {
      return new Outcome.ChangedSince(e.later);
    }
  }

  private static Outcome outcome(WriteOutcome outcome) {
    if (outcome instanceof WriteOutcome.Committed committed) {
      return new Outcome.TakenBack(committed.revision());
    }
    if (outcome instanceof WriteOutcome.Unchanged unchanged) {
      return new Outcome.TakenBack(unchanged.revision());
    }
    return new Outcome.Refused(((WriteOutcome.Refused) outcome).report());
  }

  /** What a revision changed. */
  private static final class Change implements RevisionLog.Changed {
    private final Set<Quad> added = new HashSet<>();
    private final Set<Quad> deleted = new HashSet<>();

    static Change of(RevisionLog log, long number) {
      Change change = new Change();
      log.changes(number, change);
      return change;
    }

    @Override
    public void added(Quad quad) {
      added.add(quad);
    }

    @Override
    public void deleted(Quad quad) {
      deleted.add(quad);
    }

    boolean isOfReferenceData() {
      return holdsReferenceData(added) || holdsReferenceData(deleted);
    }

    private static boolean holdsReferenceData(Set<Quad> quads) {
      return quads.stream().anyMatch(quad -> Reference.isReferenceGraph(quad.getGraph()));
    }

    /**
     * @throws Overtaken if a revision from {@code first} to {@code last} has touched a statement of
     *     this one
     */
    void requireUnchanged(RevisionLog log, long first, long last) throws Overtaken {
      for (long number = first; number <= last; number++) {
        Touch touch = new Touch(this);
        log.changes(number, touch);
        if (touch.touched) {
          throw new Overtaken(number);
        }
      }
    }

    private boolean has(Quad quad) {
      return added.contains(quad) || deleted.contains(quad);
    }
  }

  /** Whether a revision touches a statement of another. */
  private static final class Touch implements RevisionLog.Changed {
    private final Change other;
    private boolean touched;

    private Touch(Change other) {
      this.other = other;
    }

    @Override
    public void added(Quad quad) {
      touched |= other.has(quad);
    }

    @Override
    public void deleted(Quad quad) {
      touched |= other.has(quad);
    }
  }
}
