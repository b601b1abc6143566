package io.controlgraph.graph.jena;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.sparql.exec.UpdateExecBuilder;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateException;

/** Carries out the operations of one update request until a deadline. */
final class UpdateSession {
  private UpdateSession() {}

  /**
   * Carries them out, one after the other.
   *
   * @param tdb whether the dataset is TDB2's own, which makes the union itself
   */
  static void run(List<Update> operations, DatasetGraph dataset, boolean tdb, Deadline deadline) {
    for (Update operation : operations) {
      boolean own = operation instanceof UpdateModify modify && UpdateText.hasDataset(modify);
      run(operation, dataset, tdb && !own, deadline);
    }
  }

  private static void run(
      Update operation, DatasetGraph dataset, boolean union, Deadline deadline) {
    if (deadline.hasPassed()) {
      throw new GraphFailure.DeadlineExceeded(deadline.allowed());
    }
    UpdateExecBuilder builder = UpdateExec.dataset(dataset);
    Settings.of(union, ServiceCalls.NONE, StoreExecutor.FACTORY).forEach(builder::set);
    UpdateExec execution =
        builder
            .update(operation)
            .timeout(Math.max(1, deadline.left().toMillis()), TimeUnit.MILLISECONDS)
            .build();
    Deadline.Registration onCancel = deadline.whenCancelled(execution::abort);
    try {
      execution.execute();
    } catch (QueryCancelledException e) {
      throw new GraphFailure.DeadlineExceeded(deadline.allowed());
    } catch (StackOverflowError e) {
      throw new GraphFailure.DeadlineExceeded(
          deadline.allowed(), "The update went too deep and was stopped.");
    } catch (QueryException | UpdateException e) {
      throw new GraphFailure.QueryRejected(String.valueOf(e.getMessage()), 0, 0);
    } finally {
      onCancel.close();
    }
  }
}
