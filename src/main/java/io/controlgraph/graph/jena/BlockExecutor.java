package io.controlgraph.graph.jena;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterFilterExpr;
import org.apache.jena.sparql.engine.iterator.QueryIterPeek;
import org.apache.jena.sparql.engine.iterator.QueryIterRoot;
import org.apache.jena.sparql.engine.main.solver.PatternMatchData;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderLib;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderTransformation;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.jspecify.annotations.Nullable;

/**
 * The executor of a dataset that wants to be told what it will be searched for: rows go from one
 * pattern to the next in blocks, and what a block will search for is told before it does. The rows
 * are those of {@link StoreExecutor}, though not always in its order.
 */
final class BlockExecutor extends StoreExecutor {
  private static final ReorderTransformation ORDER = ReorderLib.fixed();

  private final Foresight foresight;
  private boolean begun;

  BlockExecutor(ExecutionContext context, Foresight foresight) {
    super(context);
    this.foresight = foresight;
  }

  /** What begins with the one row of no values is a query, or the right side of a join in one. */
  @Override
  protected QueryIterator exec(Op op, QueryIterator input) {
    if (!begun && input instanceof QueryIterRoot) {
      foresight.expect(op, execCxt);
    }
    begun = true;
    return super.exec(op, input);
  }

  /** Goes pattern by pattern, in the order that ARQ takes. */
  @Override
  protected QueryIterator execute(OpBGP patterns, QueryIterator input) {
    Node graph = foresight.graph(execCxt);
    if (graph == null || patterns.getPattern().isEmpty() || !input.hasNext()) {
      return super.execute(patterns, input);
    }
    QueryIterPeek first = QueryIterPeek.create(input, execCxt);
    BasicPattern grounded = Substitute.substitute(patterns.getPattern(), first.peek());
    QueryIterator rows = first;
    for (Triple triple : ORDER.reorderIndexes(grounded).reorder(patterns.getPattern())) {
      rows = foreseen(rows, List.of(Quad.create(graph, triple)));
      rows =
          PatternMatchData.execute(
              execCxt.getActiveGraph(), BasicPattern.wrap(List.of(triple)), rows, null, execCxt);
    }
    return rows;
  }

  /** What is asked of others is asked once, for a block, and not again for what was found. */
  @Override
  QueryIterator join(QueryIterator left, Op right, @Nullable ExprList conditions) {
    QueryIterator found = exec(right, root());
    return conditions == null
        ? new JoinedRows(found, left, null, execCxt)
        : new JoinedRows(left, found, conditions, execCxt);
  }

  @Override
  protected QueryIterator execute(OpPath path, QueryIterator input) {
    Node graph = foresight.graph(execCxt);
    return super.execute(
        path, graph == null ? input : foreseen(input, FirstSteps.of(path.getTriplePath(), graph)));
  }

  @Override
  protected QueryIterator execute(OpGraph graph, QueryIterator input) {
    QueryIterator rows = foreseen(input, Patterns.in(graph.getSubOp(), graph.getNode()));
    Triple first = Patterns.first(graph.getSubOp());
    return Var.isVar(graph.getNode()) && first != null
        ? new GraphRows(rows, graph, first, execCxt)
        : super.execute(graph, rows);
  }

  @Override
  protected QueryIterator execute(OpConditional optional, QueryIterator input) {
    return BlockByBlock.takes(optional.getRight())
        ? BlockByBlock.optional(exec(optional.getLeft(), input), optional.getRight(), execCxt)
        : super.execute(optional, input);
  }

  @Override
  protected QueryIterator execute(OpUnion union, QueryIterator input) {
    List<Op> arms = flattenUnion(union);
    return input instanceof QueryIterRoot || !arms.stream().allMatch(BlockByBlock::takes)
        ? super.execute(union, input)
        : BlockByBlock.union(input, arms, execCxt);
  }

  /** What EXISTS looks for is told for a block; then it is looked for row by row. */
  @Override
  protected QueryIterator execute(OpFilter filter, QueryIterator input) {
    QueryIterator rows = exec(filter.getSubOp(), input);
    Node graph = foresight.graph(execCxt);
    for (Expr condition : filter.getExprs()) {
      if (graph != null && condition instanceof ExprFunctionOp exists) {
        rows = foreseen(rows, Patterns.in(exists.getGraphPattern(), graph));
      }
      rows = new QueryIterFilterExpr(rows, condition, execCxt);
    }
    return rows;
  }

  private QueryIterator foreseen(QueryIterator rows, List<Quad> patterns) {
    return patterns.isEmpty()
        ? rows
        : new ForeseenRows(rows, block -> foresight.prepare(patterns, block), execCxt);
  }
}
