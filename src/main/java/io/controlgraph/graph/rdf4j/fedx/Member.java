package io.controlgraph.graph.rdf4j.fedx;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import java.util.function.Consumer;
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

  /**
   * Hands on the rows of a SELECT query as they come.
   *
   * @param deadline until when
   * @throws GraphFailure if it cannot be asked, or refuses, or the rows end badly
   */
  default void follow(String query, Deadline deadline, Consumer<BindingSet> taker) {
    try (CloseableIteration<BindingSet> rows = rows(query, deadline)) {
      while (rows.hasNext()) {
        taker.accept(rows.next());
      }
    }
  }

  @Override
  void close();
}
