package io.controlgraph.graph.jena;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Work that nobody should wait for, done one after the other. What comes after the end is done by
 * whoever brings it.
 */
final class Background implements Executor, AutoCloseable {
  private final ThreadPoolExecutor executor =
      new ThreadPoolExecutor(
          1,
          1,
          1,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          task -> {
            Thread thread = new Thread(task, "controlgraph-store");
            thread.setDaemon(true);
            return thread;
          },
          (task, full) -> task.run());

  @Override
  public void execute(Runnable task) {
    executor.execute(task);
  }

  /** Waits until all is done. */
  @Override
  public void close() {
    executor.shutdown();
    Waiting.untilDone(() -> executor.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS));
  }
}
