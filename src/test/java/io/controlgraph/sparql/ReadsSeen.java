package io.controlgraph.sparql;

import io.controlgraph.graph.CommitListener;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Preview;
import io.controlgraph.graph.Revision;
import io.controlgraph.graph.RevisionLog;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.ServiceList;
import io.controlgraph.graph.View;
import io.controlgraph.graph.WriteOutcome;
import io.controlgraph.search.BeforeIndexing;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A store that lets a test see when it is read, and put something before its views. What the search
 * index reads for itself, at a time of its own, goes by unseen.
 */
final class ReadsSeen implements GraphStore {
  private final GraphStore store;
  private Consumer<Deadline> atStart = deadline -> {};
  private Runnable atEnd = () -> {};
  private UnaryOperator<View> seenAs = UnaryOperator.identity();

  ReadsSeen(GraphStore store) {
    this.store = store;
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

  @Override
  public String baseIri() {
    return store.baseIri();
  }

  @Override
  public ServiceList services() {
    return store.services();
  }

  @Override
  public Revision revision() {
    return store.revision();
  }

  @Override
  public <X extends Exception> WriteOutcome write(String author, String message, WriteWork<X> work)
      throws X {
    return store.write(author, message, work);
  }

  @Override
  public <X extends Exception> WriteOutcome write(
      String author, String message, Deadline deadline, WriteWork<X> work) throws X {
    return store.write(author, message, deadline, work);
  }

  @Override
  public <X extends Exception> Preview preview(WriteWork<X> work) throws X {
    return store.preview(work);
  }

  @Override
  public Deadline.Registration listen(CommitListener listener) {
    return store.listen(listener);
  }

  @Override
  public RevisionLog log() {
    return store.log();
  }

  @Override
  public void close() {
    store.close();
  }
}
