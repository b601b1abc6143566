package io.controlgraph.graph.rdf4j;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * The threads in which RDF4J parses answers, each of which remembers how that ended.
 *
 * <p>RDF4J lets rows end where their parser does, also if that is by an {@link Error}, which it
 * leaves to the thread (BackgroundTupleResult.run, BackgroundGraphResult.run). So it has to be
 * asked here whether the end was one.
 */
final class Parsing extends AbstractExecutorService {
  private static final ThreadLocal<Future<?>> LATEST = new ThreadLocal<>();

  private final ExecutorService threads = Executors.newCachedThreadPool(Parsing::daemon);

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "controlgraph-answers");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void execute(Runnable parser) {
    FutureTask<?> task = new FutureTask<>(parser, true);
    LATEST.set(task);
    threads.execute(task);
  }

  /** The parsing that the calling thread has begun last; asked for once. */
  Future<?> begun() {
    Future<?> task = LATEST.get();
    LATEST.remove();
    return task;
  }

  @Override
  public void shutdown() {
    threads.shutdown();
  }

  @Override
  public List<Runnable> shutdownNow() {
    return threads.shutdownNow();
  }

  @Override
  public boolean isShutdown() {
    return threads.isShutdown();
  }

  @Override
  public boolean isTerminated() {
    return threads.isTerminated();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return threads.awaitTermination(timeout, unit);
  }
}
