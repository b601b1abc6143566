package io.controlgraph.trace;

import io.controlgraph.graph.Capability;
import io.controlgraph.graph.InStep;
import io.controlgraph.trace.index.TraceIndex;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has an index compressed beside the writer when much has been written: one at a time, each once
 * enough lies beside what is compressed already. What is written meanwhile is laid on the outcome.
 * Thread-safe.
 */
final class Settling implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Settling.class);

  private final Executor executor;
  private final Runnable end;
  private @Nullable TraceIndex from;
  private @Nullable TraceIndex settled;

  private Settling(Executor executor, Runnable end) {
    this.executor = executor;
    this.end = end;
  }

  /** Settles on a thread of its own. */
  static Settling onItsThread() {
    ExecutorService own =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread thread = new Thread(work, InStep.threadOf(Capability.TRACE) + "-settling");
              thread.setDaemon(true);
              return thread;
            });
    return new Settling(own, own::shutdownNow);
  }

  /** Settles wherever an executor does. */
  static Settling by(Executor executor) {
    return new Settling(executor, () -> {});
  }

  /**
   * Begins to settle an index if that is worth it, and none is being settled.
   *
   * @param done what is done once it is settled
   */
  void consider(TraceIndex index, Runnable done) {
    synchronized (this) {
      if (from != null || !index.isWorthSettling()) {
        return;
      }
      from = index;
    }
    try {
      executor.execute(() -> settle(index, done));
    } catch (RejectedExecutionException e) {
      forget();
    }
  }

  /** The thread goes on even when memory was short; the next commit has it tried again. */
  private void settle(TraceIndex index, Runnable done) {
    try {
      TraceIndex compressed = index.settled();
      synchronized (this) {
        settled = compressed;
      }
      done.run();
    } catch (RuntimeException | Error e) {
      LOG.error("The trace index could not be settled.", e);
      forget();
    }
  }

  private synchronized void forget() {
    from = null;
    settled = null;
  }

  /**
   * An index on what has been settled since this was asked last; itself if nothing has.
   *
   * @param index the one that was considered, or one that follows from it
   */
  synchronized TraceIndex applied(TraceIndex index) {
    TraceIndex before = from;
    TraceIndex compressed = settled;
    if (before == null || compressed == null) {
      return index;
    }
    forget();
    return index.onto(before, compressed);
  }

  @Override
  public void close() {
    end.run();
  }
}
