package io.controlgraph.graph.jena;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.Revision;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * A view over a dataset that another engine fills while it is asked: questions are answered just as
 * those of a store kept here are. Queries ask no other server by SERVICE.
 */
public final class DatasetReading extends DatasetView {

  /**
   * Shows a dataset.
   *
   * @param dataset its default graph is what queries without a dataset clause see
   * @param ahead is told what queries will search the dataset for
   * @param rules what may be asked
   * @param deadline until when
   */
  public DatasetReading(
      DatasetGraph dataset,
      LookAhead ahead,
      Revision revision,
      QueryRules rules,
      Deadline deadline) {
    super(
        dataset,
        revision,
        rules,
        QuerySession.ofRead(
            deadline, context -> new BlockExecutor(context, new Foresight(dataset, ahead))));
  }
}
