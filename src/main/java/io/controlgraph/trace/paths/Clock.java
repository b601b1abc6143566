package io.controlgraph.trace.paths;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;

/** Looks at a deadline now and then. For one thread. */
final class Clock {
  private static final int OFTEN = 255;

  private final Deadline deadline;
  private int ticks;

  Clock(Deadline deadline) {
    this.deadline = deadline;
  }

  /**
   * Once for each thing done.
   *
   * @throws GraphFailure.DeadlineExceeded if the deadline has passed
   */
  void tick() {
    if ((ticks++ & OFTEN) == 0 && deadline.hasPassed()) {
      throw new GraphFailure.DeadlineExceeded(deadline.allowed());
    }
  }
}
