package io.controlgraph.graph.rdf4j.fedx;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import org.eclipse.rdf4j.common.iteration.CloseableIteration;
import org.eclipse.rdf4j.query.BindingSet;

/** One of those that a federation reads. May be asked from any thread. */
interface Member extends AutoCloseable {

  /** Its name in the federation's file. */
  String name();

  /** Where it is, as messages tell it. */
  String where();

  /**
   * The rows of a SELECT query.
   *
   * @param deadline until when
   * @return rows that throw {@link GraphFailure}s where they end badly; close them
   * @throws GraphFailure if it cannot be asked, or refuses
   */
  CloseableIteration<BindingSet> rows(String query, Deadline deadline);

  @Override
  void close();
}
