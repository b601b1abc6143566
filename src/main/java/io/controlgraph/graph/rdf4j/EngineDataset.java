package io.controlgraph.graph.rdf4j;

import io.controlgraph.graph.View;
import io.controlgraph.graph.jena.BorrowedDataset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.RowSet;
import org.jspecify.annotations.Nullable;

/**
 * The named graphs of an engine, to be searched by a write; its default graph is their union.
 *
 * <p>What was read is kept, since a write asks about few graphs and few subjects, but about each
 * many times: a graph is read whole when it is first asked about, and so is all about a subject, a
 * property of one value or a property. Whoever asks about {@value #FEW} of them gets all that the
 * engine holds read at once, if that is at most {@value #MOST} quads: each look costs a request.
 */
final class EngineDataset extends BorrowedDataset {
  private static final int FEW = 64;
  private static final int MOST = 250_000;
  private static final String SIZE = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }";

  private final View view;
  private final Map<Node, Map<Node, List<Quad>>> graphs = new HashMap<>();
  private final Map<Quad, List<Quad>> anywhere = new HashMap<>();
  private @Nullable DatasetGraph whole;
  private int looks;

  EngineDataset(View view) {
    this.view = view;
  }

  @Override
  protected Iterator<Quad> findInSpecificNamedGraph(
      Node graph, Node subject, Node predicate, Node object) {
    if (whole != null) {
      return whole.findNG(graph, subject, predicate, object);
    }
    Map<Node, List<Quad>> bySubject = graphs.get(graph);
    if (bySubject == null) {
      look();
      if (whole != null) {
        return whole.findNG(graph, subject, predicate, object);
      }
      bySubject = read(graph);
      graphs.put(graph, bySubject);
    }
    Stream<Quad> quads =
        isGiven(subject)
            ? bySubject.getOrDefault(subject, List.of()).stream()
            : bySubject.values().stream().flatMap(List::stream);
    return matching(quads, predicate, object);
  }

  private Map<Node, List<Quad>> read(Node graph) {
    Map<Node, List<Quad>> bySubject = new HashMap<>();
    for (Quad quad : quads(graph, Node.ANY, Node.ANY, Node.ANY)) {
      bySubject.computeIfAbsent(quad.getSubject(), any -> new ArrayList<>()).add(quad);
    }
    return bySubject;
  }

  @Override
  protected Iterator<Quad> findInAnyNamedGraphs(Node subject, Node predicate, Node object) {
    if (whole != null) {
      return whole.findNG(Node.ANY, subject, predicate, object);
    }
    Quad asked =
        isGiven(subject)
            ? Quad.create(Node.ANY, subject, Node.ANY, Node.ANY)
            : Quad.create(Node.ANY, Node.ANY, orAny(predicate), orAny(object));
    List<Quad> found = anywhere.get(asked);
    if (found == null) {
      look();
      if (whole != null) {
        return whole.findNG(Node.ANY, subject, predicate, object);
      }
      found = quads(Node.ANY, asked.getSubject(), asked.getPredicate(), asked.getObject());
      anywhere.put(asked, found);
    }
    return matching(found.stream(), predicate, object);
  }

  /** Notes that the engine has to be asked once more. */
  private void look() {
    if (++looks == FEW && quadsHeld() <= MOST) {
      DatasetGraph all = DatasetGraphFactory.createGeneral();
      quads(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEach(all::add);
      whole = all;
      graphs.clear();
      anywhere.clear();
    }
  }

  private long quadsHeld() {
    RowSet rows = view.select(SIZE);
    try {
      return ((Number) rows.next().get("n").getLiteralValue()).longValue();
    } finally {
      rows.close();
    }
  }

  private List<Quad> quads(Node graph, Node subject, Node predicate, Node object) {
    try (Stream<Quad> quads = view.quads(graph, subject, predicate, object)) {
      return quads.toList();
    }
  }

  /** Jena writes "any" in two ways. */
  private static boolean isGiven(@Nullable Node node) {
    return node != null && node.isConcrete();
  }

  private static Node orAny(@Nullable Node node) {
    return node == null ? Node.ANY : node;
  }

  private static Iterator<Quad> matching(Stream<Quad> quads, Node predicate, Node object) {
    return quads
        .filter(quad -> !isGiven(predicate) || predicate.equals(quad.getPredicate()))
        .filter(quad -> !isGiven(object) || object.equals(quad.getObject()))
        .iterator();
  }

  @Override
  protected Iterator<Quad> findInDftGraph(Node subject, Node predicate, Node object) {
    return Iter.map(
        findQuadsInUnionGraph(subject, predicate, object),
        quad -> Quad.create(Quad.defaultGraphIRI, quad.asTriple()));
  }

  @Override
  public Iterator<Node> listGraphNodes() {
    return Set.copyOf(
            quads(Node.ANY, Node.ANY, Node.ANY, Node.ANY).stream().map(Quad::getGraph).toList())
        .iterator();
  }
}
