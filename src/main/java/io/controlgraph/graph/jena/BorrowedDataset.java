package io.controlgraph.graph.jena;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.DatasetGraphTriplesQuads;
import org.apache.jena.sparql.core.GraphView;

/**
 * A dataset over something else that can be searched, for as long as a read of that lasts: it
 * begins and ends no transaction of its own. Its default graph is the union of its named graphs,
 * and nothing can be changed, unless a subclass sees to that.
 */
public abstract class BorrowedDataset extends DatasetGraphTriplesQuads {
  private final PrefixMap prefixes = PrefixMapFactory.create();

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
  protected void addToDftGraph(Node subject, Node predicate, Node object) {
    throw fixed();
  }

  @Override
  protected void addToNamedGraph(Node graph, Node subject, Node predicate, Node object) {
    throw fixed();
  }

  @Override
  protected void deleteFromDftGraph(Node subject, Node predicate, Node object) {
    throw fixed();
  }

  @Override
  protected void deleteFromNamedGraph(Node graph, Node subject, Node predicate, Node object) {
    throw fixed();
  }

  private static UnsupportedOperationException fixed() {
    return new UnsupportedOperationException("This can only be searched.");
  }

  @Override
  public boolean supportsTransactions() {
    return true;
  }

  @Override
  public void begin(TxnType type) {
    throw new UnsupportedOperationException("It lasts as long as what it is laid over is read.");
  }

  @Override
  public void begin(ReadWrite readWrite) {
    begin(TxnType.convert(readWrite));
  }

  @Override
  public boolean promote(Promote mode) {
    return transactionMode() == ReadWrite.WRITE;
  }

  @Override
  public void commit() {
    throw new UnsupportedOperationException("What is laid over something is never committed.");
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
    return TxnType.convert(transactionMode());
  }
}
