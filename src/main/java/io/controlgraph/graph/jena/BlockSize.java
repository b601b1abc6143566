package io.controlgraph.graph.jena;

import java.util.Collection;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * How many rows are taken at a time: few at first, so that whoever wants but a few rows need not
 * wait for many, and then more.
 */
final class BlockSize {
  private static final int FIRST = 256;
  private static final int MOST = 2048;

  private int next = FIRST;

  /** Moves up to a block of rows. */
  void fill(QueryIterator from, Collection<Binding> to) {
    for (int i = 0; i < next && from.hasNext(); i++) {
      to.add(from.next());
    }
    next = Math.min(MOST, next * 2);
  }
}
