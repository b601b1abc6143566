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
 * ends does not build it; one that stays may begin at once. From then on each commit makes the next
 * index before its writer is told: what a writer knows to be written, the index has. Commits that
 * come while the index is built wait in a queue; those that the view has already are passed over.
 * If a commit cannot be taken in, the index is built again. A build that fails is tried again after
 * a second, then two, then four, up to a minute; the index before it stays.
 *
 * <p>Where others may write to the store, its revision is asked for with the index, once. A store
 * without revisions cannot tell whether it has changed, and is read anew every {@link
 * GraphStore#pollEvery()}, as long as somebody asks: answers are given from the index before, until
 * the next is there. Only the first to ask after a pause, and those after a commit that was made
 * here, wait for the next one.
 *
 * @param <T> the index, of one revision; immutable
 */
public final class InStep<T> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(InStep.class);
  private static final Duration LONGEST_BUILD = Duration.ofHours(1);

  private final GraphStore store;
  private final Capability capability;
  private final Readings<T> readings;
  private final First first;
  private final boolean polled;
  private final Deadline.Registration listening;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Lapses lapses = new Lapses();
  private final Queue<Commit> queued = new ArrayDeque<>();
  private @Nullable Writer<T> writer;
  private @Nullable Deadline building;
  private boolean wanted;
  private boolean closed;
  private volatile boolean asked;
  private volatile Failures failures = Failures.NONE;
  private volatile @Nullable Standing<T> current;

  /** Makes each index from the one before. Used by one thread at a time. */
  public interface Writer<T> {
    /** The index as it stands. */
    T index();

    /** Takes in what a commit changed. */
    void take(Commit commit);
  }

  /** When the first index is built. */
  public enum First {
    /** When somebody wants it. */
    WANTED,
    /** A moment after the start, if nobody has wanted it yet. */
    IN_A_MOMENT,
    /** At once. */
    AT_ONCE
  }

  /** Makes the first index of what a view shows. */
  @FunctionalInterface
  public interface Builder<T> {
    Writer<T> build(View view, BuildProgress progress);
  }

  /**
   * An index.
   *
   * @param revision the revision it stands at
   * @param matched when it was last known to match the store, as the monotonic clock has it
   */
  private record Standing<T>(long revision, T index, long matched) {
    private Duration age() {
      return Duration.ofNanos(System.nanoTime() - matched);
    }
  }

  private InStep(GraphStore store, Capability capability, First first, Builder<T> builder) {
    this.store = store;
    this.capability = capability;
    this.first = first;
    this.wanted = first == First.AT_ONCE;
    this.polled = !store.can(Capability.REVISIONS);
    this.readings = new Readings<>(store, builder);
    this.thread = new Thread(this::keepBuilt, threadOf(capability));
    this.listening = store.listen(this::committed);
    thread.setDaemon(true);
  }

  /**
   * Follows a store from now on; does not wait for the index.
   *
   * @param capability what the index makes possible, without which there is none
   * @param first when the first index is built
   */
  public static <T> InStep<T> with(
      GraphStore store, Capability capability, First first, Builder<T> builder) {
    InStep<T> kept = new InStep<>(store, capability, first, builder);
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

  /** How far the index is that is being built now; nothing while none is. */
  public Optional<BuildProgress> progress() {
    return readings.progress();
  }

  /** Why the index could not be built at the last try; nothing if it could. */
  public Optional<String> problem() {
    return Optional.ofNullable(failures.why()).map(why -> String.valueOf(why.getMessage()));
  }

  /** The index as it stands, with its age; nothing while there is none. */
  public Optional<Aged<T>> aged() {
    Standing<T> now = current;
    return now == null
        ? Optional.empty()
        : Optional.of(new Aged<>(now.index(), takesAllIn() ? Duration.ZERO : now.age(), problem()));
  }

  /** Whether no change is made that is not told. */
  private boolean takesAllIn() {
    return !polled && store.can(Capability.CHANGES);
  }

  /**
   * The index of the latest revision; waits for the first one to be built.
   *
   * <p>Where others may write to the store without being seen here, it can be that of a revision
   * before; the next one is then built.
   *
   * @return nothing if it is not there by the deadline
   * @throws GraphFailure.NotCapable if the store has no index
   * @throws GraphFailure.ServerFailed if there is none because a server did not answer
   */
  public Optional<Aged<T>> await(Deadline until) throws InterruptedException {
    store.require(capability);
    if (polled) {
      noteAsked();
    } else {
      renewIfOthersWrote();
    }
    if (current == null || lapses.isLapsed()) {
      awaitNext(until);
    }
    if (current == null && failures.why() instanceof GraphFailure.ServerFailed failed) {
      throw failed;
    }
    return aged();
  }

  /** Has the writer give its index again, in whatever form it has it now; of the same revision. */
  public void give() {
    lock.lock();
    try {
      Writer<T> now = writer;
      Standing<T> before = current;
      if (now != null && before != null) {
        current = new Standing<>(before.revision(), now.index(), before.matched());
      }
    } finally {
      lock.unlock();
    }
  }

  private void awaitNext(Deadline until) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      wanted = true;
      changed.signalAll();
      long left = until.left().toNanos();
      while (isWorthWaiting() && left > 0) {
        changed.awaitNanos(left);
        left = until.left().toNanos();
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean isWorthWaiting() {
    if (closed) {
      return false;
    }
    return current == null
        ? !(failures.why() instanceof GraphFailure.ServerFailed)
        : lapses.isLapsed() && failures.count() == 0;
  }

  /** Who asks first after a pause finds an index that may be of long ago. */
  private void noteAsked() {
    if (asked) {
      return;
    }
    lock.lock();
    try {
      asked = true;
      Standing<T> now = current;
      if (now != null && now.age().compareTo(store.pollEvery()) > 0) {
        lapses.note();
      }
    } finally {
      lock.unlock();
    }
  }

  private void renewIfOthersWrote() {
    Standing<T> now = current;
    if (now == null || takesAllIn()) {
      return;
    }
    long asking = System.nanoTime();
    boolean isLatest = store.revision().number() == now.revision();
    lock.lock();
    try {
      if (!now.equals(current)) {
        return;
      }
      if (isLatest) {
        current = new Standing<>(now.revision(), now.index(), asking);
      } else {
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
      long left = pause().toNanos();
      while (!closed && (writer != null || !isDue(left))) {
        if (writer == null && left > 0) {
          left = changed.awaitNanos(left);
        } else {
          changed.await();
        }
      }
      wanted = false;
      asked = false;
      building = closed ? null : Deadline.after(LONGEST_BUILD);
      return building;
    } finally {
      lock.unlock();
    }
  }

  private boolean isDue(long left) {
    return isHastened() || (left <= 0 && (isUnasked() || wanted || failures.count() > 0));
  }

  private boolean isUnasked() {
    return (polled && current != null) ? asked : first != First.WANTED;
  }

  private Duration pause() {
    boolean isPoll = polled && current != null && failures.count() == 0;
    return isPoll ? store.pollEvery() : failures.pause();
  }

  /** Who wants an index hastens its build, but none after one that failed. */
  private boolean isHastened() {
    return wanted && failures.count() == 0;
  }

  private void build(Deadline until) {
    long before = lapses.count();
    try {
      LOG.info("The {} index is being built.", capability.id());
      publish(readings.read(until), before);
      LOG.info("The {} index stands.", capability.id());
    } catch (RuntimeException | Error e) {
      failed(e);
    }
  }

  /** One that is not whole stands until somebody asks: its revision is not the latest. */
  private void publish(Readings.Built<T> built, long lapsesBefore) {
    lock.lock();
    try {
      long revision = built.revision();
      boolean isFollowed = built.whole() && !polled;
      if (isFollowed) {
        for (Commit commit = queued.poll(); commit != null; commit = queued.poll()) {
          revision = take(built.writer(), revision, commit);
        }
        writer = built.writer();
      }
      current = new Standing<>(revision, built.writer().index(), built.began());
      failures = Failures.NONE;
      lapses.mend(lapsesBefore);
    } finally {
      building = null;
      queued.clear();
      changed.signalAll();
      lock.unlock();
    }
  }

  /** The thread goes on even when memory was short: without it there would be no index any more. */
  private void failed(Throwable e) {
    lock.lock();
    try {
      building = null;
      queued.clear();
      failures = failures.and(e);
      changed.signalAll();
      if (!closed) {
        failures.tell(LOG, capability, current != null);
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
        current = new Standing<>(revision, now.index(), System.nanoTime());
      } else if (polled) {
        lapses.note();
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
