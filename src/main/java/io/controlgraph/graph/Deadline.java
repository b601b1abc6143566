package io.controlgraph.graph;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Until when a read may run. It is checked against the monotonic clock, and can be cancelled from
 * any thread before it passes.
 */
public final class Deadline {
  private final long startedAt = System.nanoTime();
  private final Duration allowed;
  private final List<Runnable> whenCancelled = new CopyOnWriteArrayList<>();
  private volatile boolean cancelled;

  private Deadline(Duration allowed) {
    this.allowed = allowed;
  }

  /** A deadline that passes after {@code allowed}, which must be positive. */
  public static Deadline after(Duration allowed) {
    if (allowed.isNegative() || allowed.isZero()) {
      throw new IllegalArgumentException("A deadline must lie ahead: " + allowed);
    }
    return new Deadline(allowed);
  }

  /** How long the reader was given in all. */
  public Duration allowed() {
    return allowed;
  }

  /** What is left; zero once it has passed or was cancelled. */
  public Duration left() {
    if (cancelled) {
      return Duration.ZERO;
    }
    Duration left = allowed.minusNanos(System.nanoTime() - startedAt);
    return left.isNegative() ? Duration.ZERO : left;
  }

  public boolean hasPassed() {
    return left().isZero();
  }

  /**
   * Looks whether there is time left.
   *
   * @throws GraphFailure.DeadlineExceeded if it has passed
   */
  public void check() {
    if (hasPassed()) {
      throw new GraphFailure.DeadlineExceeded(allowed);
    }
  }

  /** Makes it pass now, and stops what runs under it. */
  public void cancel() {
    cancelled = true;
    whenCancelled.forEach(Runnable::run);
  }

  /**
   * Has {@code action} run, on the cancelling thread, when the deadline is cancelled; at once if it
   * was. It may run twice.
   *
   * @return ends the arrangement
   */
  public Registration whenCancelled(Runnable action) {
    whenCancelled.add(action);
    if (cancelled) {
      action.run();
    }
    return () -> whenCancelled.remove(action);
  }

  /** An arrangement that can be ended. */
  @FunctionalInterface
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
