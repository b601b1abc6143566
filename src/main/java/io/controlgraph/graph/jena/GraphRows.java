package io.controlgraph.graph.jena;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.iterator.QueryIterGraph;

/**
 * The rows of GRAPH with a variable, looked for only in graphs that hold one of the patterns that
 * every row needs. ARQ looks in all there are, whose names a federation would have to fetch.
 */
final class GraphRows extends QueryIterGraph {
  private final Triple needed;

  GraphRows(QueryIterator input, OpGraph graph, Triple needed, ExecutionContext context) {
    super(input, graph, context);
    this.needed = needed;
  }

  @Override
  protected QueryIterator nextStage(Binding row) {
    return row.get(opGraph.getNode().getName()) == null
        ? new QueryIterGraphInner(row, holding(row), opGraph, getExecContext()) {}
        : super.nextStage(row);
  }

  private Iterator<Node> holding(Binding row) {
    Set<Node> graphs = new LinkedHashSet<>();
    Triple pattern = Substitute.substitute(needed, row);
    Iterator<Quad> quads =
        getExecContext()
            .getDataset()
            .findNG(
                Node.ANY,
                Foresight.orAny(pattern.getSubject()),
                Foresight.orAny(pattern.getPredicate()),
                Foresight.orAny(pattern.getObject()));
    while (quads.hasNext()) {
      graphs.add(quads.next().getGraph());
    }
    return graphs.iterator();
  }
}
