package io.controlgraph.sparql;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.View;
import io.controlgraph.search.BeforeIndexing;
import io.controlgraph.testing.ForwardingStore;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A store that lets a test see when it is read, and put something before its views. What the search
 * index reads for itself, at a time of its own, goes by unseen.
 */
final class ReadsSeen extends ForwardingStore {
  private Consumer<Deadline> atStart = deadline -> {};
  private Runnable atEnd = () -> {};
  private UnaryOperator<View> seenAs = UnaryOperator.identity();

  ReadsSeen(GraphStore store) {
    super(store);
  }

  ReadsSeen whenRead(Consumer<Deadline> start, Runnable end) {
    atStart = start;
    atEnd = end;
    return this;
  }

  ReadsSeen through(UnaryOperator<View> view) {
    seenAs = view;
    return this;
  }

  @Override
  public <T extends @org.jspecify.annotations.Nullable Object, X extends Exception> T read(
      Scope scope, Deadline deadline, ReadWork<T, X> work) throws X {
    if (BeforeIndexing.isNow()) {
      return store.read(scope, deadline, work);
    }
    atStart.accept(deadline);
    try {
      return store.read(scope, deadline, view -> work.read(seenAs.apply(view)));
    } finally {
      atEnd.run();
    }
  }
}
