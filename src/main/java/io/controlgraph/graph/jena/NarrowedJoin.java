package io.controlgraph.graph.jena;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter1;
import org.apache.jena.sparql.engine.iterator.QueryIterNullIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.expr.ExprList;
import org.jspecify.annotations.Nullable;

/**
 * A join, or left join, that looks at the left side first: nothing is asked of the right side where
 * the left one is empty, and only what may join with it where it is short.
 */
final class NarrowedJoin extends QueryIter1 {
  /** Held, besides what a join holds. */
  private static final int SHORT = 1000;

  private final Op right;
  private final @Nullable ExprList conditions;
  private final Function<Op, QueryIterator> evaluation;
  private @Nullable QueryIterator joined;

  /**
   * Joins the rows of two sides.
   *
   * @param conditions those of a left join; null makes it a join
   * @param evaluation gives the rows of an operator by itself
   */
  NarrowedJoin(
      QueryIterator left,
      Op right,
      @Nullable ExprList conditions,
      Function<Op, QueryIterator> evaluation,
      ExecutionContext context) {
    super(left, context);
    this.right = right;
    this.conditions = conditions;
    this.evaluation = evaluation;
  }

  @Override
  protected boolean hasNextBinding() {
    return joined().hasNext();
  }

  @Override
  protected Binding moveToNextBinding() {
    return joined().next();
  }

  private QueryIterator joined() {
    QueryIterator rows = joined;
    if (rows == null) {
      rows = join();
      joined = rows;
    }
    return rows;
  }

  private QueryIterator join() {
    List<Binding> first = new ArrayList<>();
    while (first.size() < SHORT && getInput().hasNext()) {
      first.add(getInput().next());
    }
    if (first.isEmpty()) {
      return QueryIterNullIterator.create(getExecContext());
    }
    boolean whole = !getInput().hasNext();
    QueryIterator found = evaluation.apply(whole ? Narrowing.of(right, first, evaluation) : right);
    QueryIterator left =
        QueryIterPlainWrapper.create(Iter.concat(first.iterator(), getInput()), getExecContext());
    return conditions == null
        ? new JoinedRows(found, left, null, getExecContext())
        : new JoinedRows(left, found, conditions, getExecContext());
  }

  @Override
  protected void closeSubIterator() {
    performClose(joined);
  }

  @Override
  protected void requestSubCancel() {
    performRequestCancel(joined);
  }
}
