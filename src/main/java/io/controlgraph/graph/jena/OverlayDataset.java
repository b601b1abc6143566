package io.controlgraph.graph.jena;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;

/**
 * The named graphs of a dataset with changes on top that never reach it. Its default graph is their
 * union. It lives within one read transaction of the dataset below.
 *
 * <p>Jena's own {@code BufferingDatasetGraph} hands out graphs that do not show the changes.
 */
final class OverlayDataset extends BorrowedDataset {
  private final DatasetGraph base;
  private final DatasetGraph added = DatasetGraphFactory.createGeneral();
  private final Set<Quad> deleted = new HashSet<>();

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
  public ReadWrite transactionMode() {
    return ReadWrite.WRITE;
  }
}
