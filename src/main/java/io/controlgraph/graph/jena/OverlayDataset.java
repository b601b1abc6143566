package io.controlgraph.graph.jena;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphTriplesQuads;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;

/**
 * The named graphs of a dataset with changes on top that never reach it. Its default graph is their
 * union. It lives within one read transaction of the dataset below.
 *
 * <p>Jena's own {@code BufferingDatasetGraph} hands out graphs that do not show the changes.
 */
final class OverlayDataset extends DatasetGraphTriplesQuads {
  private final DatasetGraph base;
  private final DatasetGraph added = DatasetGraphFactory.createGeneral();
  private final Set<Quad> deleted = new HashSet<>();
  private final PrefixMap prefixes = PrefixMapFactory.create();

  OverlayDataset(DatasetGraph base) {
    this.base = base;
  }

  @Override
  protected void addToNamedGraph(Node graph, Node subject, Node predicate, Node object) {
    Quad quad = Quad.create(graph, subject, predicate, object);
    if (!deleted.remove(quad) && !base.contains(quad)) {
      added.add(quad);
    }
  }

  @Override
  protected void deleteFromNamedGraph(Node graph, Node subject, Node predicate, Node object) {
    Quad quad = Quad.create(graph, subject, predicate, object);
    added.delete(quad);
    if (base.contains(quad)) {
      deleted.add(quad);
    }
  }

  @Override
  protected void addToDftGraph(Node subject, Node predicate, Node object) {
    throw new UnsupportedOperationException("The default graph is a union.");
  }

  @Override
  protected void deleteFromDftGraph(Node subject, Node predicate, Node object) {
    throw new UnsupportedOperationException("The default graph is a union.");
  }

  @Override
  protected Iterator<Quad> findInDftGraph(Node subject, Node predicate, Node object) {
    return Iter.map(
        findQuadsInUnionGraph(subject, predicate, object),
        quad -> Quad.create(Quad.defaultGraphIRI, quad.asTriple()));
  }

  @Override
  protected Iterator<Quad> findInSpecificNamedGraph(
      Node graph, Node subject, Node predicate, Node object) {
    return found(graph, subject, predicate, object);
  }

  @Override
  protected Iterator<Quad> findInAnyNamedGraphs(Node subject, Node predicate, Node object) {
    return found(Node.ANY, subject, predicate, object);
  }

  private Iterator<Quad> found(Node graph, Node subject, Node predicate, Node object) {
    Iterator<Quad> below = base.findNG(graph, subject, predicate, object);
    Iterator<Quad> left =
        deleted.isEmpty() ? below : Iter.filter(below, quad -> !deleted.contains(quad));
    return Iter.concat(left, added.findNG(graph, subject, predicate, object));
  }

  @Override
  public Iterator<Node> listGraphNodes() {
    Set<Node> graphs = new LinkedHashSet<>();
    base.listGraphNodes().forEachRemaining(graphs::add);
    added.listGraphNodes().forEachRemaining(graphs::add);
    return Iter.filter(graphs.iterator(), this::containsGraph);
  }

  @Override
  public boolean containsGraph(Node graph) {
    return contains(graph, Node.ANY, Node.ANY, Node.ANY);
  }

  @Override
  public Graph getDefaultGraph() {
    return getUnionGraph();
  }

  @Override
  public Graph getUnionGraph() {
    return GraphView.createUnionGraph(this);
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
  public boolean supportsTransactions() {
    return true;
  }

  @Override
  public void begin(TxnType type) {
    throw new UnsupportedOperationException("The transaction is that of the dataset below.");
  }

  @Override
  public void begin(ReadWrite readWrite) {
    begin(TxnType.convert(readWrite));
  }

  @Override
  public boolean promote(Promote mode) {
    return true;
  }

  @Override
  public void commit() {
    throw new UnsupportedOperationException("What is laid over a dataset is never committed.");
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
    return ReadWrite.WRITE;
  }

  @Override
  public TxnType transactionType() {
    return TxnType.WRITE;
  }
}
