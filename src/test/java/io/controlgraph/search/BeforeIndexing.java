package io.controlgraph.search;

import io.controlgraph.graph.Capability;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.InStep;
import io.controlgraph.graph.Scope;
import io.controlgraph.testing.ForwardingStore;
import java.util.concurrent.CountDownLatch;

/** A store where something happens before an index is built. */
public final class BeforeIndexing extends ForwardingStore {
  private final Runnable before;

  /**
   * @param before runs on the thread that builds it, each time
   */
  public BeforeIndexing(GraphStore store, Runnable before) {
    super(store);
    this.before = before;
  }

  /** A store that indexes cannot read before they are let. */
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
    String thread = Thread.currentThread().getName();
    return thread.equals(InStep.threadOf(Capability.SEARCH))
        || thread.equals(InStep.threadOf(Capability.TRACE));
  }

  @Override
  public <T extends @org.jspecify.annotations.Nullable Object, X extends Exception> T read(
      Scope scope, Deadline deadline, ReadWork<T, X> work) throws X {
    if (isNow()) {
      before.run();
    }
    return store.read(scope, deadline, work);
  }
}
