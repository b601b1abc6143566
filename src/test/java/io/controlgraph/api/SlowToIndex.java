package io.controlgraph.api;

import io.controlgraph.graph.CommitListener;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Preview;
import io.controlgraph.graph.Revision;
import io.controlgraph.graph.RevisionLog;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.ServiceList;
import io.controlgraph.graph.WriteOutcome;
import io.controlgraph.search.LiveIndex;
import java.util.concurrent.CountDownLatch;

/** A store that the search index cannot read before it is let. */
record SlowToIndex(GraphStore store, CountDownLatch let) implements GraphStore {

  @Override
  public <T extends @org.jspecify.annotations.Nullable Object, X extends Exception> T read(
      Scope scope, Deadline deadline, ReadWork<T, X> work) throws X {
    if (Thread.currentThread().getName().equals(LiveIndex.THREAD)) {
      try {
        let.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return store.read(scope, deadline, work);
  }

  @Override
  public String baseIri() {
    return store.baseIri();
  }

  @Override
  public Revision revision() {
    return store.revision();
  }

  @Override
  public <X extends Exception> WriteOutcome write(
      String author, String message, Deadline deadline, WriteWork<X> work) throws X {
    return store.write(author, message, deadline, work);
  }

  @Override
  public <X extends Exception> WriteOutcome write(String author, String message, WriteWork<X> work)
      throws X {
    return store.write(author, message, work);
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
  public ServiceList services() {
    return store.services();
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
