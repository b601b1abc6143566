package io.controlgraph.graph;

import io.controlgraph.graph.CommitListener.Commit;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an index of a store in step with it.
 *
 * <p>The first index is built from a view, on a thread of its own: when somebody wants it, or, if
 * it is cheap to read, a moment after the start, so that a server which answers one command and
 * ends does not build it. From then on each commit makes the next index before its writer is told:
 * what a writer knows to be written, the index has. Commits that come while the index is built wait
 * in a queue; those that the view has already are passed over. If a commit cannot be taken in, the
 * index is built again. A build that fails is tried again after a second, then two, then four, up
 * to a minute.
 *
 * @param <T> the index, of one revision; immutable
 */
public final class InStep<T> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(InStep.class);
  private static final Duration MOMENT = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_BUILD = Duration.ofHours(1);

  private final GraphStore store;
  private final Capability capability;
  private final Builder<T> builder;
  private final boolean unasked;
  private final Deadline.Registration listening;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Queue<Commit> queued = new ArrayDeque<>();
  private @Nullable Writer<T> writer;
  private @Nullable Deadline building;
  private boolean wanted;
  private int failures;
  private boolean closed;
  private volatile @Nullable Standing<T> current;

  /** Makes each index from the one before. Used by one thread at a time. */
  public interface Writer<T> {
    /** The index as it stands. */
    T index();

    /** Takes in what a commit changed. */
    void take(Commit commit);
  }

  /** Makes the first index of what a view shows. */
  @FunctionalInterface
  public interface Builder<T> {
    Writer<T> build(View view);
  }

  /** An index, and the revision it stands at. */
  private record Standing<T>(long revision, T index) {}

  private InStep(GraphStore store, Capability capability, boolean unasked, Builder<T> builder) {
    this.store = store;
    this.capability = capability;
    this.unasked = unasked;
    this.builder = builder;
    this.thread = new Thread(this::keepBuilt, threadOf(capability));
    this.listening = store.listen(this::committed);
    thread.setDaemon(true);
  }

  /**
   * Follows a store from now on; does not wait for the index.
   *
   * @param capability what the index makes possible, without which there is none
   * @param unasked whether the first index is built though nobody has wanted it yet
   */
  public static <T> InStep<T> with(
      GraphStore store, Capability capability, boolean unasked, Builder<T> builder) {
    InStep<T> kept = new InStep<>(store, capability, unasked, builder);
    if (store.can(capability)) {
      kept.thread.start();
    }
    return kept;
  }

  /** The name of the thread on which an index is built. */
  public static String threadOf(Capability capability) {
    return "controlgraph-" + capability.id();
  }

  /** The index at a revision, if it stands at just that one. */
  public Optional<T> at(long revision) {
    Standing<T> now = current;
    return now != null && now.revision() == revision ? Optional.of(now.index()) : Optional.empty();
  }

  /** The index as it stands; nothing while there is none. */
  public Optional<T> latest() {
    return Optional.ofNullable(current).map(Standing::index);
  }

  /**
   * The index of the latest revision; waits for the first one to be built.
   *
   * <p>Where others may write to the store without being seen here, it can be that of a revision
   * before; the next one is then built.
   *
   * @return nothing if it is not there by the deadline
   * @throws GraphFailure.NotCapable if the store has no index
   */
  public Optional<T> await(Deadline until) throws InterruptedException {
    store.require(capability);
    renewIfOthersWrote();
    if (current == null) {
      lock.lockInterruptibly();
      try {
        wanted = true;
        changed.signalAll();
        long left = until.left().toNanos();
        while (current == null && !closed && left > 0) {
          changed.awaitNanos(left);
          left = until.left().toNanos();
        }
      } finally {
        lock.unlock();
      }
    }
    return latest();
  }

  /** Has the writer give its index again, in whatever form it has it now; of the same revision. */
  public void give() {
    lock.lock();
    try {
      Writer<T> now = writer;
      Standing<T> before = current;
      if (now != null && before != null) {
        current = new Standing<>(before.revision(), now.index());
      }
    } finally {
      lock.unlock();
    }
  }

  private void renewIfOthersWrote() {
    Standing<T> now = current;
    if (now == null
        || store.can(Capability.CHANGES)
        || store.revision().number() == now.revision()) {
      return;
    }
    lock.lock();
    try {
      if (now.equals(current)) {
        writer = null;
        wanted = true;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private void keepBuilt() {
    try {
      for (Deadline until = awaitNeed(); until != null; until = awaitNeed()) {
        build(until);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until there is an index to be built; null when there will be none any more. */
  private @Nullable Deadline awaitNeed() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = pause(failures).toNanos();
      while (!closed && (writer != null || !isDue(left))) {
        if (writer == null && left > 0) {
          left = changed.awaitNanos(left);
        } else {
          changed.await();
        }
      }
      wanted = false;
      building = closed ? null : Deadline.after(LONGEST_BUILD);
      return building;
    } finally {
      lock.unlock();
    }
  }

  private boolean isDue(long left) {
    return isHastened() || (left <= 0 && (unasked || wanted || failures > 0));
  }

  /** Who wants an index hastens its first build, but none after one that failed. */
  private boolean isHastened() {
    return wanted && failures == 0;
  }

  /** How long to wait before a build after so many failures in a row. */
  static Duration pause(int failures) {
    if (failures == 0) {
      return MOMENT;
    }
    Duration doubled = MOMENT.multipliedBy(1L << Math.min(failures - 1, 10));
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  /** What a build has made of a view. */
  private record Built<T>(long revision, Writer<T> writer) {}

  private void build(Deadline until) {
    try {
      Built<T> built =
          store.read(
              Scope.ALL, until, view -> new Built<>(view.revision().number(), builder.build(view)));
      lock.lock();
      try {
        long revision = built.revision();
        for (Commit commit = queued.poll(); commit != null; commit = queued.poll()) {
          revision = take(built.writer(), revision, commit);
        }
        writer = built.writer();
        current = new Standing<>(revision, built.writer().index());
        failures = 0;
      } finally {
        building = null;
        queued.clear();
        changed.signalAll();
        lock.unlock();
      }
    } catch (RuntimeException | Error e) {
      failed(e);
    }
  }

  /** The thread goes on even when memory was short: without it there would be no index any more. */
  private void failed(Throwable e) {
    lock.lock();
    try {
      building = null;
      queued.clear();
      failures++;
      if (!closed) {
        LOG.error(
            "The {} index could not be built; the next try is in {} s.",
            capability.id(),
            pause(failures).toSeconds(),
            e);
      }
    } finally {
      lock.unlock();
    }
  }

  private void committed(Commit commit) {
    lock.lock();
    try {
      Writer<T> now = writer;
      Standing<T> before = current;
      if (now != null && before != null) {
        long revision = take(now, before.revision(), commit);
        current = new Standing<>(revision, now.index());
      } else if (building != null) {
        queued.add(commit);
      }
    } catch (RuntimeException | Error e) {
      LOG.error("Revision {} broke the {} index.", commit.revision().number(), capability.id(), e);
      writer = null;
      current = null;
      wanted = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * A commit may be told of only after a view has shown it.
   *
   * @return the revision then
   */
  private static <T> long take(Writer<T> writer, long revision, Commit commit) {
    if (commit.revision().number() <= revision) {
      return revision;
    }
    writer.take(commit);
    return commit.revision().number();
  }

  @Override
  public void close() {
    listening.close();
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
      if (building != null) {
        building.cancel();
      }
    } finally {
      lock.unlock();
    }
    awaitEnd();
  }

  /** The store must not be closed under a view. */
  private void awaitEnd() {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
