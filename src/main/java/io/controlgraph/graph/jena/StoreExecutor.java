package io.controlgraph.graph.jena;

import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterRoot;
import org.apache.jena.sparql.engine.main.OpExecutorFactory;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;

/** TDB2's executor, with joins that start late and sub-selects that give flat rows. */
public final class StoreExecutor extends OpExecutorTDB2 {

  /** To be set as the executor of a dataset's or an execution's context. */
  public static final OpExecutorFactory FACTORY = StoreExecutor::new;

  private StoreExecutor(ExecutionContext context) {
    super(context);
  }

  @Override
  protected QueryIterator execute(OpJoin join, QueryIterator input) {
    return new LateRows(input, () -> super.execute(join, input), execCxt);
  }

  @Override
  protected QueryIterator execute(OpLeftJoin join, QueryIterator input) {
    return new LateRows(input, () -> super.execute(join, input), execCxt);
  }

  /** Rows that come out of others, one by one, keep what those hold, and so cannot be flat. */
  @Override
  protected QueryIterator execute(OpProject project, QueryIterator input) {
    QueryIterator rows = super.execute(project, input);
    return input instanceof QueryIterRoot ? new FlatRows(rows, project.getVars(), execCxt) : rows;
  }
}
