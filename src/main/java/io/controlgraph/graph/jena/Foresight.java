package io.controlgraph.graph.jena;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.jspecify.annotations.Nullable;

/** What an execution can know of the searches that lie before it. */
final class Foresight {
  private final DatasetGraph dataset;
  private final LookAhead ahead;

  Foresight(DatasetGraph dataset, LookAhead ahead) {
    this.dataset = dataset;
    this.ahead = ahead;
  }

  /** The graph of the dataset that an execution is in; null if it is none, but made of several. */
  @Nullable Node graph(ExecutionContext context) {
    if (!(context.getActiveGraph() instanceof GraphView view && view.getDataset() == dataset)) {
      return null;
    }
    Node name = view.getGraphName();
    return name == null || Quad.isDefaultGraph(name) || Quad.isUnionGraph(name)
        ? Quad.defaultGraphIRI
        : name;
  }

  /**
   * Tells all patterns of a query. Where a query makes its default graph itself, it is of named.
   */
  void expect(Op op, ExecutionContext context) {
    Node graph = graph(context);
    List<Quad> patterns = new ArrayList<>();
    for (Quad pattern : Patterns.in(op, graph == null ? Node.ANY : graph)) {
      patterns.add(open(pattern));
    }
    ahead.expect(patterns);
  }

  /** Tells what patterns become with each of these rows, of those that the row says more about. */
  void prepare(List<Quad> patterns, List<Binding> rows) {
    List<Quad> searches = new ArrayList<>();
    for (Quad pattern : patterns) {
      for (Binding row : rows) {
        Quad search = Substitute.substitute(pattern, row);
        if (!search.equals(pattern)) {
          searches.add(open(search));
        }
      }
    }
    ahead.prepare(searches);
  }

  private static Quad open(Quad pattern) {
    return Quad.create(
        orAny(pattern.getGraph()),
        orAny(pattern.getSubject()),
        orAny(pattern.getPredicate()),
        orAny(pattern.getObject()));
  }

  static Node orAny(Node node) {
    return node.isConcrete() ? node : Node.ANY;
  }
}
