package io.controlgraph.graph.jena;

import java.util.function.Supplier;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a join that starts when its first row is asked for.
 *
 * <p>Jena 5.6.0 fails with a NullPointerException when a hash join is closed before it was read, as
 * happens to the right side of a join whose left side is empty (apache/jena issue 3516). A join
 * that was never started has nothing to close.
 */
final class LateRows extends QueryIter {
  private final QueryIterator input;
  private final Supplier<QueryIterator> start;
  private @Nullable QueryIterator rows;
  private boolean read;

  LateRows(QueryIterator input, Supplier<QueryIterator> start, ExecutionContext context) {
    super(context);
    this.input = input;
    this.start = start;
  }

  @Override
  protected boolean hasNextBinding() {
    boolean hasNext = rows().hasNext();
    read = true;
    return hasNext;
  }

  @Override
  protected Binding moveToNextBinding() {
    return rows().next();
  }

  @Override
  protected void closeIterator() {
    if (rows == null) {
      input.close();
    } else if (read) {
      rows.close();
    }
  }

  @Override
  protected void requestCancel() {
    if (rows == null) {
      input.cancel();
    } else {
      rows.cancel();
    }
  }

  private QueryIterator rows() {
    if (rows == null) {
      rows = start.get();
    }
    return rows;
  }
}
