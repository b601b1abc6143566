package io.controlgraph.graph;

import java.util.Set;
import org.apache.jena.graph.Node;

/** Which named graphs a reader may see. */
public sealed interface Scope {

  /** Every graph. */
  Scope ALL = new All();

  /** Whether the scope lets the graph be seen. */
  boolean allows(Node graph);

  /** No restriction. */
  record All() implements Scope {
    @Override
    public boolean allows(Node graph) {
      return true;
    }
  }

  /** Only the named graphs listed. */
  record Graphs(Set<Node> graphs) implements Scope {
    public Graphs {
      graphs = Set.copyOf(graphs);
    }

    @Override
    public boolean allows(Node graph) {
      return graphs.contains(graph);
    }
  }
}
