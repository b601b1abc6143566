package io.controlgraph.graph;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Until when a read may run. It is checked against the monotonic clock, and can be cancelled from
 * any thread before it passes.
 */
public final class Deadline {
  private final long startedAt = System.nanoTime();
  private final Duration allowed;
  private final AtomicBoolean cancelled = new AtomicBoolean();

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
    if (cancelled.get()) {
      return Duration.ZERO;
    }
    Duration left = allowed.minusNanos(System.nanoTime() - startedAt);
    return left.isNegative() ? Duration.ZERO : left;
  }

  public boolean hasPassed() {
    return left().isZero();
  }

  /** Makes it pass now. */
  public void cancel() {
    cancelled.set(true);
  }
}
