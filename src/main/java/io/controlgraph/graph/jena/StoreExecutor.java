package io.controlgraph.graph.jena;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterNullIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterRoot;
import org.apache.jena.sparql.engine.main.OpExecutorFactory;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;
import org.jspecify.annotations.Nullable;

/**
 * TDB2's executor, with joins, groups and sub-selects that give flat rows, no way to the store's
 * own notes, and a way to other servers that leads by {@link ServiceCalls} alone.
 */
public class StoreExecutor extends OpExecutorTDB2 {

  /** To be set as the executor of a dataset's or an execution's context. */
  public static final OpExecutorFactory FACTORY = StoreExecutor::new;

  StoreExecutor(ExecutionContext context) {
    super(context);
  }

  @Override
  protected QueryIterator execute(OpJoin join, QueryIterator input) {
    if (join.getRight() instanceof OpService service) {
      return execute(service, exec(join.getLeft(), input));
    }
    if (join.getLeft() instanceof OpService service && service.getService().isVariable()) {
      return execute(service, exec(join.getRight(), input));
    }
    return join(exec(join.getLeft(), input), join.getRight(), null);
  }

  @Override
  protected QueryIterator execute(OpLeftJoin join, QueryIterator input) {
    ExprList conditions = join.getExprs() == null ? ExprList.emptyList : join.getExprs();
    if (join.getRight() instanceof OpService service) {
      return new ServiceRows(exec(join.getLeft(), input), service, conditions, execCxt);
    }
    return join(exec(join.getLeft(), input), join.getRight(), conditions);
  }

  /**
   * A join, or left join, with the rows of an operator; {@code conditions} are those of the left.
   */
  QueryIterator join(QueryIterator left, Op right, @Nullable ExprList conditions) {
    return new NarrowedJoin(left, right, conditions, each -> exec(each, root()), execCxt);
  }

  /** ARQ's own join with VALUES fails when it is closed before it was asked for a row. */
  @Override
  protected QueryIterator execute(OpTable table, QueryIterator input) {
    return table.isJoinIdentity() || input.isJoinIdentity()
        ? super.execute(table, input)
        : new JoinedRows(input, table.getTable().iterator(execCxt), null, execCxt);
  }

  @Override
  protected QueryIterator execute(OpConditional optional, QueryIterator input) {
    return optional.getRight() instanceof OpService service
        ? new ServiceRows(exec(optional.getLeft(), input), service, ExprList.emptyList, execCxt)
        : super.execute(optional, input);
  }

  @Override
  protected QueryIterator execute(OpService service, QueryIterator input) {
    return new ServiceRows(input, service, null, execCxt);
  }

  /** Rows that come out of others, one by one, keep what those hold, and so cannot be flat. */
  @Override
  protected QueryIterator execute(OpProject project, QueryIterator input) {
    QueryIterator rows = super.execute(project, input);
    return input instanceof QueryIterRoot ? new FlatRows(rows, project.getVars(), execCxt) : rows;
  }

  @Override
  protected QueryIterator execute(OpGroup group, QueryIterator input) {
    return group.getGroupVars().isEmpty()
        ? super.execute(group, input)
        : new GroupedRows(group, exec(group.getSubOp(), input), execCxt);
  }

  /** A name that was computed may be that of the graph where the store keeps its own notes. */
  @Override
  protected QueryIterator execute(OpQuadPattern pattern, QueryIterator input) {
    return isHidden(pattern) ? nothing(input) : super.execute(pattern, input);
  }

  @Override
  protected QueryIterator execute(OpFilter filter, QueryIterator input) {
    return filter.getSubOp() instanceof OpQuadPattern pattern && isHidden(pattern)
        ? nothing(input)
        : super.execute(filter, input);
  }

  /** Where the default graph is the union, patterns on it have that name by now. */
  private boolean isHidden(OpQuadPattern pattern) {
    Node graph = pattern.getGraphNode();
    return Quad.isDefaultGraphExplicit(graph)
        || (Quad.isDefaultGraphGenerated(graph)
            && execCxt.getContext().isTrue(TDB2.symUnionDefaultGraph));
  }

  private QueryIterator nothing(QueryIterator input) {
    input.close();
    return QueryIterNullIterator.create(execCxt);
  }
}
