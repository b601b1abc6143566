package io.controlgraph.search;

import io.controlgraph.graph.Capability;
import io.controlgraph.graph.CommitListener.Commit;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.View;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index of a store in step with it.
 *
 * <p>The first index is built from a view, on a thread of its own: when somebody wants it, or a
 * moment after the start, so that a server which answers one command and ends does not build it.
 * From then on each commit makes the next index before its writer is told: what a writer knows to
 * be written, a search finds. Commits that come while the index is built wait in a queue; those
 * that the view has already are passed over. If a commit cannot be taken in, the index is built
 * again. A build that fails is tried again after a second, then two, then four, up to a minute.
 */
public final class LiveIndex implements AutoCloseable {
  /** The name of the thread that builds it. */
  static final String THREAD = "controlgraph-search";

  private static final Logger LOG = LoggerFactory.getLogger(LiveIndex.class);
  private static final Duration MOMENT = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_BUILD = Duration.ofHours(1);

  private final GraphStore store;
  private final Deadline.Registration listening;
  private final Thread builder = new Thread(this::keepBuilt, THREAD);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Queue<Commit> queued = new ArrayDeque<>();
  private @Nullable IndexWriter writer;
  private @Nullable Deadline building;
  private boolean wanted;
  private int failures;
  private boolean closed;
  private volatile @Nullable LabelIndex current;

  private LiveIndex(GraphStore store) {
    this.store = store;
    this.listening = store.listen(this::committed);
    builder.setDaemon(true);
  }

  /** Follows a store from now on; does not wait for the index. */
  public static LiveIndex over(GraphStore store) {
    LiveIndex index = new LiveIndex(store);
    if (store.can(Capability.SEARCH)) {
      index.builder.start();
    }
    return index;
  }

  /** The index at a revision, if it stands at just that one. */
  public Optional<LabelIndex> at(long revision) {
    return Optional.ofNullable(current).filter(index -> index.revision() == revision);
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
  public Optional<LabelIndex> await(Deadline until) throws InterruptedException {
    store.require(Capability.SEARCH);
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
    return Optional.ofNullable(current);
  }

  private void renewIfOthersWrote() {
    LabelIndex index = current;
    if (index == null
        || store.can(Capability.CHANGES)
        || store.revision().number() == index.revision()) {
      return;
    }
    lock.lock();
    try {
      if (index.equals(current)) {
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
      while (!closed && (writer != null || (left > 0 && !isHastened()))) {
        if (writer == null) {
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

  private void build(Deadline until) {
    try {
      IndexWriter built = store.read(Scope.ALL, until, LiveIndex::read);
      lock.lock();
      try {
        for (Commit commit = queued.poll(); commit != null; commit = queued.poll()) {
          apply(built, commit);
        }
        writer = built;
        current = built.index();
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

  /**
   * The thread goes on even when memory was short: without it there would be no search any more.
   */
  private void failed(Throwable e) {
    lock.lock();
    try {
      building = null;
      queued.clear();
      failures++;
      if (!closed) {
        LOG.error(
            "The search index could not be built; the next try is in {} s.",
            pause(failures).toSeconds(),
            e);
      }
    } finally {
      lock.unlock();
    }
  }

  private static IndexWriter read(View view) {
    IndexWriter writer = new IndexWriter();
    writer.apply(
        view.revision().number(),
        Stream.empty(),
        Stream.of(Role.values())
            .flatMap(role -> view.quads(Node.ANY, Node.ANY, role.property(), Node.ANY)));
    return writer;
  }

  private void committed(Commit commit) {
    lock.lock();
    try {
      IndexWriter now = writer;
      if (now != null) {
        apply(now, commit);
        current = now.index();
      } else if (building != null) {
        queued.add(commit);
      }
    } catch (RuntimeException | Error e) {
      LOG.error("Revision {} broke the search index.", commit.revision().number(), e);
      writer = null;
      current = null;
      wanted = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** A commit may be told of only after a view has shown it. */
  private static void apply(IndexWriter writer, Commit commit) {
    if (commit.revision().number() > writer.index().revision()) {
      writer.apply(commit.revision().number(), commit.deleted().stream(), commit.added().stream());
    }
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
    while (builder.isAlive()) {
      try {
        builder.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
