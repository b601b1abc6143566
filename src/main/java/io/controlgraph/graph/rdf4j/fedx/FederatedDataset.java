package io.controlgraph.graph.rdf4j.fedx;

import java.util.Iterator;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.DatasetGraphTriplesQuads;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/** The federation as the one dataset that queries see. For one thread. */
final class FederatedDataset extends DatasetGraphTriplesQuads {
  private final Fragments fragments;
  private final Reading reading;
  private final Supplier<Set<Node>> graphs;
  private final PrefixMap prefixes = PrefixMapFactory.create();
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
    return names().contains(graph);
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

  @Override
  public Graph getGraph(Node graph) {
    return GraphView.createNamedGraph(this, graph);
  }

  @Override
  public PrefixMap prefixes() {
    return prefixes;
  }

  @Override
  protected void addToDftGraph(Node subject, Node predicate, Node object) {
    throw readOnly();
  }

  @Override
  protected void addToNamedGraph(Node graph, Node subject, Node predicate, Node object) {
    throw readOnly();
  }

  @Override
  protected void deleteFromDftGraph(Node subject, Node predicate, Node object) {
    throw readOnly();
  }

  @Override
  protected void deleteFromNamedGraph(Node graph, Node subject, Node predicate, Node object) {
    throw readOnly();
  }

  private static UnsupportedOperationException readOnly() {
    return new UnsupportedOperationException("Members are only read.");
  }

  @Override
  public boolean supportsTransactions() {
    return true;
  }

  @Override
  public void begin(TxnType type) {
    throw new UnsupportedOperationException("It lasts as long as the read.");
  }

  @Override
  public void begin(ReadWrite readWrite) {
    begin(TxnType.convert(readWrite));
  }

  @Override
  public boolean promote(Promote mode) {
    return false;
  }

  @Override
  public void commit() {
    throw readOnly();
  }

  @Override
  public void abort() {
    end();
  }

  @Override
  public void end() {}

  @Override
  public boolean isInTransaction() {
    return true;
  }

  @Override
  public ReadWrite transactionMode() {
    return ReadWrite.READ;
  }

  @Override
  public TxnType transactionType() {
    return TxnType.READ;
  }
}
