package io.controlgraph.search;

import io.controlgraph.graph.CommitListener;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Preview;
import io.controlgraph.graph.Revision;
import io.controlgraph.graph.RevisionLog;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.ServiceList;
import io.controlgraph.graph.WriteOutcome;
import java.util.concurrent.CountDownLatch;

/**
 * A store where something happens before the search index is built.
 *
 * @param before runs on the thread that builds it, each time
 */
public record BeforeIndexing(GraphStore store, Runnable before) implements GraphStore {

  /** A store that the search index cannot read before it is let. */
  public static BeforeIndexing held(GraphStore store, CountDownLatch let) {
    return new BeforeIndexing(
        store,
        () -> {
          try {
            let.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /** Whether this is the thread that builds an index. */
  public static boolean isNow() {
    return Thread.currentThread().getName().equals(LiveIndex.THREAD);
  }

  @Override
  public <T extends @org.jspecify.annotations.Nullable Object, X extends Exception> T read(
      Scope scope, Deadline deadline, ReadWork<T, X> work) throws X {
    if (isNow()) {
      before.run();
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
