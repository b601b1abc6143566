package io.controlgraph.api.changes;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.security.Refusal;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Lets followers wait for the next revision, each on a thread of its own. */
public final class ChangeFeed implements AutoCloseable {
  private static final int MOST_FOLLOWERS = 64;

  private final GraphStore store;
  private final Semaphore places = new Semaphore(MOST_FOLLOWERS);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deadline.Registration listening;
  private volatile boolean closed;

  /** Follows a store from now on. */
  public ChangeFeed(GraphStore store) {
    this.store = store;
    this.listening = store.listen(commit -> wake());
  }

  /**
   * Takes a place among the followers, to be given back by closing it.
   *
   * @throws Refusal 503 if there is none
   */
  public Deadline.Registration enter() {
    if (!places.tryAcquire()) {
      throw new Refusal(
              503, "busy", "As many clients as this server takes follow its changes already.")
          .withHeader("Retry-After", "30");
    }
    return places::release;
  }

  /**
   * Waits for a revision after {@code seen}.
   *
   * @param patience how long to wait at most
   * @param ended tells that there is no more need to wait; {@link #wake()} has it asked again
   * @return the latest revision's number
   */
  public long await(long seen, Duration patience, BooleanSupplier ended)
      throws InterruptedException {
    long left = patience.toNanos();
    lock.lock();
    try {
      while (left > 0 && store.revision().number() <= seen && !closed && !ended.getAsBoolean()) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
    return store.revision().number();
  }

  /** Has all who wait look again. */
  public void wake() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Whether the feed has ended, and its followers are to come back later. */
  public boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
    listening.close();
    wake();
  }
}
