package io.controlgraph.graph.jena;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter1;

/** Rows that are shown, a block at a time, before they are handed on. */
final class ForeseenRows extends QueryIter1 {
  private final Consumer<List<Binding>> shown;
  private final BlockSize size = new BlockSize();
  private final Deque<Binding> block = new ArrayDeque<>();

  ForeseenRows(QueryIterator rows, Consumer<List<Binding>> shown, ExecutionContext context) {
    super(rows, context);
    this.shown = shown;
  }

  @Override
  protected boolean hasNextBinding() {
    if (block.isEmpty()) {
      size.fill(getInput(), block);
      if (block.size() > 1) {
        shown.accept(new ArrayList<>(block));
      }
    }
    return !block.isEmpty();
  }

  @Override
  protected Binding moveToNextBinding() {
    return block.remove();
  }

  @Override
  protected void closeSubIterator() {}

  @Override
  protected void requestSubCancel() {}
}
