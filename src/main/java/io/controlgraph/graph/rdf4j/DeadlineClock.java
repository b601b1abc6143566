package io.controlgraph.graph.rdf4j;

import io.controlgraph.graph.Deadline;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Stops things when their deadline passes, on a thread of its own. */
public final class DeadlineClock {
  private static final ScheduledThreadPoolExecutor CLOCK = clock();

  private DeadlineClock() {}

  private static ScheduledThreadPoolExecutor clock() {
    ScheduledThreadPoolExecutor clock =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "controlgraph-deadlines");
              thread.setDaemon(true);
              return thread;
            });
    clock.setRemoveOnCancelPolicy(true);
    return clock;
  }

  /**
   * Has an action run when a deadline passes or is cancelled; it may run twice, and must be brief.
   *
   * @return ends the arrangement
   */
  public static Deadline.Registration whenOver(Deadline deadline, Runnable action) {
    Deadline.Registration onCancel = deadline.whenCancelled(action);
    Future<?> onTime = CLOCK.schedule(action, deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    return () -> {
      onCancel.close();
      onTime.cancel(false);
    };
  }
}
