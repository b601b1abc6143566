package io.controlgraph.testing;

import io.controlgraph.graph.Capability;
import io.controlgraph.graph.CommitListener;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Preview;
import io.controlgraph.graph.Revision;
import io.controlgraph.graph.RevisionLog;
import io.controlgraph.graph.ServiceList;
import io.controlgraph.graph.WriteOutcome;
import java.time.Duration;
import java.util.Set;

/** A store that hands everything on to another, for tests that put something between. */
public abstract class ForwardingStore implements GraphStore {
  protected final GraphStore store;

  protected ForwardingStore(GraphStore store) {
    this.store = store;
  }

  @Override
  public String baseIri() {
    return store.baseIri();
  }

  @Override
  public String engine() {
    return store.engine();
  }

  @Override
  public Set<Capability> capabilities() {
    return store.capabilities();
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
  public Duration pollEvery() {
    return store.pollEvery();
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
