package io.controlgraph.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/** A view that sees its own writes. Named graphs only: a quad without a graph is refused. */
public interface Transaction extends View {

  /** Adds a quad; does nothing if it is there. */
  void add(Quad quad);

  /** Removes a quad; does nothing if it is not there. */
  void delete(Quad quad);

  /** Removes a named graph with all its quads. */
  void deleteGraph(Node graph);

  /** Whether the quad is there now. */
  boolean contains(Quad quad);
}
