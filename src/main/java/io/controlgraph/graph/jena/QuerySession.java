package io.controlgraph.graph.jena;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.tdb2.TDB2;
import org.jspecify.annotations.Nullable;

/** The queries of one view: each runs until the view's deadline and is closed with it. */
final class QuerySession implements AutoCloseable {
  static final FunctionRegistry FUNCTIONS = new ClosedFunctions();
  static final RewriteFactory OPTIMIZER = SubSelectsOnce::new;

  private final @Nullable Deadline deadline;
  private final List<Running> running = new ArrayList<>();

  QuerySession(@Nullable Deadline deadline) {
    this.deadline = deadline;
  }

  /**
   * Prepares a query.
   *
   * @param tdb whether the dataset is TDB2's own, which makes the union itself
   */
  Running start(Query query, DatasetGraph dataset, boolean tdb) {
    checkDeadline();
    boolean ownDataset = query.hasDatasetDescription();
    QueryExec execution =
        QueryExec.dataset(dataset)
            .query(query)
            .set(ARQ.httpServiceAllowed, false)
            .set(ARQ.enablePropertyFunctions, false)
            .set(ARQConstants.registryFunctions, FUNCTIONS)
            .set(ARQConstants.sysOptimizerFactory, OPTIMIZER)
            .set(ARQConstants.sysOpExecutorFactory, StoreExecutor.FACTORY)
            .set(TDB2.symUnionDefaultGraph, tdb && !ownDataset)
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
