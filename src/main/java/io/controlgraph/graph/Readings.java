package io.controlgraph.graph;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a store to build an index of it: again, a few times, if the store gives no snapshots and
 * its revision moved meanwhile. For one thread, but for what is asked of its progress.
 */
final class Readings<T> {
  /** So often a store is read that is written to meanwhile, before one reading has to do. */
  private static final int MOST = 3;

  private final GraphStore store;
  private final InStep.Builder<T> builder;
  private volatile @Nullable BuildProgress progress;

  Readings(GraphStore store, InStep.Builder<T> builder) {
    this.store = store;
    this.builder = builder;
  }

  /**
   * What a build has made of a view.
   *
   * @param began when it began to read, as the monotonic clock has it
   * @param whole whether it is all of that revision, as far as the store can tell
   */
  record Built<T>(long revision, InStep.Writer<T> writer, long began, boolean whole) {}

  /** How far it is; nothing while it does not read. */
  Optional<BuildProgress> progress() {
    return Optional.ofNullable(progress);
  }

  Built<T> read(Deadline until) {
    try {
      Built<T> built = once(until);
      for (int more = 1; !built.whole() && more < MOST; more++) {
        built = once(until);
      }
      return built;
    } finally {
      progress = null;
    }
  }

  private Built<T> once(Deadline until) {
    long began = System.nanoTime();
    BuildProgress reading = new BuildProgress();
    progress = reading;
    Built<T> built =
        store.read(
            Scope.ALL,
            until,
            view ->
                new Built<>(view.revision().number(), builder.build(view, reading), began, true));
    return hasMoved(built.revision())
        ? new Built<>(built.revision(), built.writer(), began, false)
        : built;
  }

  private boolean hasMoved(long revision) {
    return store.can(Capability.REVISIONS)
        && !store.can(Capability.SNAPSHOTS)
        && store.revision().number() != revision;
  }
}
