package io.controlgraph.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/** A view that sees its own writes. Named graphs only: a quad without a graph is refused. */
public interface Transaction extends View {

  /**
   * Adds a quad; does nothing if it is there.
   *
   * @throws GraphFailure.StatementRejected if it cannot be stored
   */
  void add(Quad quad);

  /** Removes a quad; does nothing if it is not there. */
  void delete(Quad quad);

  /** Removes a named graph with all its quads. */
  void deleteGraph(Node graph);

  /**
   * Carries out operations of SPARQL 1.1 Update, one after the other.
   *
   * @param deadline until when they may run
   * @throws GraphFailure.QueryRejected if it is no update, loads or asks other servers, or names no
   *     graph for what it changes
   * @throws GraphFailure.StatementRejected if it makes a quad that cannot be stored
   * @throws GraphFailure.DeadlineExceeded if the deadline passes; abandon the transaction then
   */
  void update(Update update, Deadline deadline);

  /** Whether the quad is there now. */
  boolean contains(Quad quad);
}
