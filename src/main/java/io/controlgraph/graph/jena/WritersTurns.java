package io.controlgraph.graph.jena;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One writer at a time, first come, first served. Unlike those of a lock, its waiters leave when
 * their deadline passes or is cancelled.
 */
public final class WritersTurns {
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Condition> waiting = new ArrayDeque<>();
  private @Nullable Thread holder;

  /**
   * Requires that this thread has no turn, or it would wait for itself.
   *
   * @throws IllegalStateException if it is this thread's turn
   */
  public void requireNotMine() {
    if (isMine()) {
      throw new IllegalStateException("A write cannot begin inside another.");
    }
  }

  /**
   * Waits for a turn however long it takes, interrupted or not.
   *
   * @throws IllegalStateException if it is this thread's turn already
   */
  public void take() {
    take(this::await);
  }

  /**
   * Waits for a turn.
   *
   * @throws GraphFailure.DeadlineExceeded if the deadline passes first, or the thread is
   *     interrupted
   * @throws IllegalStateException if it is this thread's turn already
   */
  public void take(Deadline deadline) {
    Deadline.Registration onCancel = deadline.whenCancelled(this::wakeAll);
    try {
      take(turn -> await(turn, deadline));
    } finally {
      onCancel.close();
    }
  }

  private void take(Consumer<Condition> wait) {
    requireNotMine();
    lock.lock();
    try {
      Condition turn = lock.newCondition();
      waiting.add(turn);
      try {
        wait.accept(turn);
        holder = Thread.currentThread();
      } finally {
        leave(turn);
      }
    } finally {
      lock.unlock();
    }
  }

  private void await(Condition turn) {
    while (!isFirst(turn)) {
      turn.awaitUninterruptibly();
    }
  }

  private void await(Condition turn, Deadline deadline) {
    try {
      while (!isFirst(turn)) {
        if (deadline.hasPassed()) {
          throw tooLate(deadline, "Others wrote for as long as this write was given.");
        }
        turn.awaitNanos(deadline.left().toNanos());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw tooLate(deadline, "The write was interrupted while it waited for others.");
    }
  }

  /** Gives the turn to who has waited longest. */
  public void pass() {
    lock.lock();
    try {
      holder = null;
      wakeFirst();
    } finally {
      lock.unlock();
    }
  }

  private boolean isMine() {
    lock.lock();
    try {
      return Thread.currentThread().equals(holder);
    } finally {
      lock.unlock();
    }
  }

  private boolean isFirst(Condition turn) {
    return holder == null && turn.equals(waiting.peek());
  }

  /** Whoever leaves without a turn may have been woken for it. */
  private void leave(Condition turn) {
    waiting.remove(turn);
    if (holder == null) {
      wakeFirst();
    }
  }

  private void wakeFirst() {
    Condition first = waiting.peek();
    if (first != null) {
      first.signal();
    }
  }

  private void wakeAll() {
    lock.lock();
    try {
      waiting.forEach(Condition::signal);
    } finally {
      lock.unlock();
    }
  }

  private static GraphFailure.DeadlineExceeded tooLate(Deadline deadline, String why) {
    return new GraphFailure.DeadlineExceeded(deadline.allowed(), why);
  }
}
