package io.controlgraph.graph.rdf4j;

import io.controlgraph.graph.Capability;
import io.controlgraph.graph.CommitListener;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Preview;
import io.controlgraph.graph.Revision;
import io.controlgraph.graph.RevisionLog;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.ServiceList;
import io.controlgraph.graph.WriteOutcome;
import io.controlgraph.graph.jena.Draft;
import io.controlgraph.graph.jena.QuadRules;
import io.controlgraph.graph.jena.QueryRules;
import io.controlgraph.graph.jena.WritersTurns;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.jspecify.annotations.Nullable;

/**
 * A graph store in an engine that RDF4J reaches.
 *
 * <p>Queries are answered by the engine. A write is worked out here, on what the engine holds with
 * the changes laid over it, held against the shapes, and then made by the engine in one step.
 */
public final class Rdf4jGraphStore implements GraphStore {
  /** For writes that were given no deadline: an engine elsewhere may never answer. */
  private static final Duration LONGEST_WRITE = Duration.ofHours(1);

  private static final Duration BRIEF = Duration.ofSeconds(30);

  private final Engine engine;
  private final String baseIri;
  private final QueryRules rules;
  private final Draft draft;
  private final WritersTurns writing = new WritersTurns();
  private final Listeners listeners = new Listeners();
  private final ThreadLocal<Boolean> reading = ThreadLocal.withInitial(() -> false);
  private volatile boolean closed;

  Rdf4jGraphStore(Engine engine, String baseIri, Supplier<Graph> shapes) {
    this.engine = engine;
    this.baseIri = baseIri;
    this.rules = new QueryRules(baseIri, ServiceList.NONE);
    this.draft = new Draft(baseIri, rules, shapes);
  }

  @Override
  public String baseIri() {
    return baseIri;
  }

  @Override
  public String engine() {
    return engine.name();
  }

  @Override
  public Set<Capability> capabilities() {
    return engine.capabilities();
  }

  @Override
  public ServiceList services() {
    return ServiceList.NONE;
  }

  @Override
  public Revision revision() {
    return read(Scope.ALL, Deadline.after(BRIEF), view -> view.revision());
  }

  @Override
  public <T extends @Nullable Object, X extends Exception> T read(
      Scope scope, Deadline deadline, ReadWork<T, X> work) throws X {
    if (!scope.equals(Scope.ALL)) {
      throw new GraphFailure.NotCapable(engine.name(), Capability.SCOPES);
    }
    requireOpen();
    boolean outer = reading.get();
    reading.set(true);
    try (RepositoryConnection connection = engine.connect(deadline);
        EngineView view = view(connection, deadline)) {
      return work.read(view);
    } finally {
      reading.set(outer);
    }
  }

  private EngineView view(RepositoryConnection connection, Deadline deadline) {
    Guard guard = engine.guard(deadline);
    Revision revision =
        engine.revision(
            connection, new EngineView(connection, Revision.NONE, rules, baseIri, guard));
    return new EngineView(connection, revision, rules, baseIri, guard);
  }

  @Override
  public <X extends Exception> WriteOutcome write(String author, String message, WriteWork<X> work)
      throws X {
    return write(author, message, Deadline.after(LONGEST_WRITE), work);
  }

  @Override
  public <X extends Exception> WriteOutcome write(
      String author, String message, Deadline deadline, WriteWork<X> work) throws X {
    requireOpen();
    require(Capability.WRITES);
    QuadRules.checkText(author);
    QuadRules.checkText(message);
    writing.requireNotMine();
    if (reading.get()) {
      throw new IllegalStateException("A write cannot begin inside a read.");
    }
    writing.take(deadline);
    try (RepositoryConnection connection = engine.connect(deadline);
        EngineView view = view(connection, deadline)) {
      Preview net = draft(view, deadline, work);
      if (net.added().isEmpty() && net.deleted().isEmpty()) {
        return new WriteOutcome.Unchanged(view.revision());
      }
      if (!net.report().conforms()) {
        return new WriteOutcome.Refused(net.report());
      }
      engine.guard(deadline).requireTime();
      Revision made = engine.commit(net, next(view.revision(), author, message, net), deadline);
      listeners.tell(made, net);
      return new WriteOutcome.Committed(made);
    } finally {
      writing.pass();
    }
  }

  private static Revision next(Revision before, String author, String message, Preview net) {
    return new Revision(
        before.number() + 1,
        before.hash(),
        before.hash(),
        Instant.now().truncatedTo(ChronoUnit.MILLIS),
        author,
        message,
        net.added().size(),
        net.deleted().size());
  }

  @Override
  public <X extends Exception> Preview preview(WriteWork<X> work) throws X {
    requireOpen();
    Deadline deadline = Deadline.after(LONGEST_WRITE);
    try (RepositoryConnection connection = engine.connect(deadline);
        EngineView view = view(connection, deadline)) {
      return draft(view, deadline, work);
    }
  }

  private <X extends Exception> Preview draft(EngineView view, Deadline deadline, WriteWork<X> work)
      throws X {
    return draft.of(
        new EngineDataset(view),
        view.revision(),
        deadline,
        transaction -> work.write(new EngineTransaction(view, transaction)));
  }

  @Override
  public Deadline.Registration listen(CommitListener listener) {
    return listeners.add(listener);
  }

  @Override
  public RevisionLog log() {
    return new EngineLog(this, engine);
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("The store is closed.");
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      engine.close();
    }
  }
}
