package io.controlgraph.graph.jena;

import java.util.Collections;
import java.util.Iterator;
import java.util.Objects;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter2;
import org.apache.jena.sparql.expr.ExprList;
import org.jspecify.annotations.Nullable;

/**
 * A join, or left join, of what two operators give: the right side is held in memory, the left one
 * streams past it. Nothing is asked of the right side where the left one is empty.
 *
 * <p>Stands for Jena's hash join, which spends most of its time on rows that are hash maps, and
 * which in 5.6.0 fails with a NullPointerException when it is closed before it was read
 * (apache/jena issue 3516).
 */
final class JoinedRows extends QueryIter2 {
  private final @Nullable ExprList conditions;
  private @Nullable IndexedRows right;
  private @Nullable Binding next;
  private @Nullable Binding left;

  /** What {@link #left} makes with the right side, and is still to be tried. */
  private Iterator<Binding> joined = Collections.emptyIterator();

  /** Whether {@link #left} needs a row of its own, having met none of the right side so far. */
  private boolean alone;

  /** {@code conditions} are those of a left join; null makes it a join. */
  JoinedRows(
      QueryIterator left,
      QueryIterator right,
      @Nullable ExprList conditions,
      ExecutionContext context) {
    super(left, right, context);
    this.conditions = conditions;
  }

  @Override
  protected boolean hasNextBinding() {
    while (next == null && (joined.hasNext() || alone || getLeft().hasNext())) {
      next = step();
    }
    return next != null;
  }

  @Override
  protected Binding moveToNextBinding() {
    Binding row = Objects.requireNonNull(next);
    next = null;
    return row;
  }

  /** One joined row tried, or one more row of the left side begun or given as it is. */
  private @Nullable Binding step() {
    if (joined.hasNext()) {
      Binding row = joined.next();
      if (conditions != null && !conditions.isSatisfied(row, getExecContext())) {
        return null;
      }
      alone = false;
      return row;
    }
    if (alone) {
      alone = false;
      return left;
    }
    left = getLeft().next();
    joined = right().join(left);
    alone = conditions != null;
    return null;
  }

  private IndexedRows right() {
    if (right == null) {
      right = new IndexedRows(getRight());
    }
    return right;
  }

  @Override
  protected void closeSubIterator() {}

  @Override
  protected void requestSubCancel() {}
}
