package io.controlgraph.graph.rdf4j.fedx;

import io.controlgraph.graph.jena.BorrowedDataset;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/** The federation as the one dataset that queries see. For one thread. */
final class FederatedDataset extends BorrowedDataset {
  private final Fragments fragments;
  private final Reading reading;
  private final Supplier<Set<Node>> graphs;
  private @Nullable Set<Node> names;

  /**
   * Shows what is read.
   *
   * @param graphs finds the names of all graphs
   */
  FederatedDataset(Fragments fragments, Reading reading, Supplier<Set<Node>> graphs) {
    this.fragments = fragments;
    this.reading = reading;
    this.graphs = graphs;
  }

  @Override
  protected Iterator<Quad> findInDftGraph(Node subject, Node predicate, Node object) {
    return checked(Pattern.of(subject, predicate, object));
  }

  @Override
  protected Iterator<Quad> findInSpecificNamedGraph(
      Node graph, Node subject, Node predicate, Node object) {
    return checked(Pattern.in(graph, subject, predicate, object));
  }

  @Override
  protected Iterator<Quad> findInAnyNamedGraphs(Node subject, Node predicate, Node object) {
    return checked(Pattern.in(Node.ANY, subject, predicate, object));
  }

  /** Stops at the deadline, however many joins the statements take part in. */
  private Iterator<Quad> checked(Pattern pattern) {
    reading.step();
    return Iter.map(
        fragments.matching(pattern).iterator(),
        statement -> {
          reading.step();
          return statement;
        });
  }

  @Override
  public Iterator<Node> listGraphNodes() {
    return names().iterator();
  }

  private Set<Node> names() {
    Set<Node> found = names;
    if (found == null) {
      found = graphs.get();
      names = found;
    }
    return found;
  }

  @Override
  public boolean containsGraph(Node graph) {
    return fragments.hasSeen(graph) || names().contains(graph);
  }

  @Override
  public Graph getDefaultGraph() {
    return GraphView.createDefaultGraph(this);
  }

  /** The members' default graphs hold all that their named graphs do. */
  @Override
  public Graph getUnionGraph() {
    return getDefaultGraph();
  }
}
