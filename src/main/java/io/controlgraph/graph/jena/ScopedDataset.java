package io.controlgraph.graph.jena;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFilteredView;
import org.apache.jena.sparql.core.Quad;

/** Some named graphs of a dataset, with their union as its default graph. Nothing else shows. */
final class ScopedDataset extends DatasetGraphFilteredView {
  private final Set<Node> graphs;

  private ScopedDataset(DatasetGraph dataset, Set<Node> graphs) {
    super(dataset, quad -> graphs.contains(quad.getGraph()), graphs);
    this.graphs = graphs;
  }

  static ScopedDataset of(DatasetGraph dataset, Set<Node> graphs) {
    Set<Node> named = new LinkedHashSet<>(graphs);
    named.removeIf(graph -> Quad.isUnionGraph(graph) || Quad.isDefaultGraph(graph));
    return new ScopedDataset(dataset, named);
  }

  @Override
  public Graph getDefaultGraph() {
    return getUnionGraph();
  }

  @Override
  public boolean containsGraph(Node graph) {
    return graphs.contains(graph) && super.containsGraph(graph);
  }

  /** A graph without a quad is not listed, as it would not be without a scope. */
  @Override
  public Iterator<Node> listGraphNodes() {
    return Iter.filter(graphs.iterator(), super::containsGraph);
  }

  @Override
  public long size() {
    return Iter.count(listGraphNodes());
  }
}
