package io.controlgraph.graph.jena;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.main.OpExecutorFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.jspecify.annotations.Nullable;

/** The queries of one view: each runs until the view's deadline and is closed with it. */
final class QuerySession implements AutoCloseable {
  private final @Nullable Deadline deadline;
  private final ServiceCalls services;
  private final OpExecutorFactory executor;
  private final List<Running> running = new ArrayList<>();

  private QuerySession(
      @Nullable Deadline deadline, ServiceCalls services, OpExecutorFactory executor) {
    this.deadline = deadline;
    this.services = services;
    this.executor = executor;
  }

  /** The queries of a read, which may ask the servers of a list. */
  static QuerySession ofRead(Deadline deadline, OtherServers services) {
    return new QuerySession(deadline, services.until(deadline), StoreExecutor.FACTORY);
  }

  /**
   * The queries of a read, which ask no other server.
   *
   * @param executor evaluates them
   */
  static QuerySession ofRead(Deadline deadline, OpExecutorFactory executor) {
    return new QuerySession(deadline, ServiceCalls.NONE, executor);
  }

  /** The queries of a write, which last as long as they do, and ask no other server. */
  static QuerySession ofWrite() {
    return new QuerySession(null, ServiceCalls.NONE, StoreExecutor.FACTORY);
  }

  /**
   * Prepares a query.
   *
   * @param tdb whether the dataset is TDB2's own, which makes the union itself
   */
  Running start(Query query, DatasetGraph dataset, boolean tdb) {
    checkDeadline();
    boolean ownDataset = query.hasDatasetDescription();
    QueryExecBuilder builder = QueryExec.dataset(dataset);
    Settings.of(tdb && !ownDataset, services, executor).forEach(builder::set);
    QueryExec execution =
        builder
            .query(query)
            .timeout(deadline == null ? -1 : millisLeft(deadline), TimeUnit.MILLISECONDS)
            .build();
    Running started = new Running(execution, deadline);
    running.add(started);
    return started;
  }

  /** Runs a step of a query and turns Jena's failures into those of the port. */
  <T> T guard(Supplier<T> step) {
    try {
      return step.get();
    } catch (QueryCancelledException e) {
      throw exceeded();
    } catch (StackOverflowError e) {
      throw new GraphFailure.DeadlineExceeded(
          deadline == null ? Duration.ZERO : deadline.allowed(),
          "The query went too deep and was stopped.");
    } catch (QueryException e) {
      throw new GraphFailure.QueryRejected(String.valueOf(e.getMessage()), 0, 0);
    }
  }

  void checkDeadline() {
    if (deadline != null && deadline.hasPassed()) {
      throw exceeded();
    }
  }

  private GraphFailure.DeadlineExceeded exceeded() {
    return new GraphFailure.DeadlineExceeded(deadline == null ? Duration.ZERO : deadline.allowed());
  }

  private static long millisLeft(Deadline deadline) {
    return Math.max(1, deadline.left().toMillis());
  }

  @Override
  public void close() {
    running.forEach(Running::close);
  }

  /** A query that runs. */
  static final class Running implements AutoCloseable {
    private final QueryExec execution;
    private final Deadline.@Nullable Registration registration;

    private Running(QueryExec execution, @Nullable Deadline deadline) {
      this.execution = execution;
      this.registration = deadline == null ? null : deadline.whenCancelled(execution::abort);
    }

    QueryExec execution() {
      return execution;
    }

    @Override
    public void close() {
      if (registration != null) {
        registration.close();
      }
      execution.close();
    }
  }
}
