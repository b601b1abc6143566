package io.controlgraph.graph.rdf4j;

import io.controlgraph.graph.BaseIri;
import io.controlgraph.graph.Capability;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Preview;
import io.controlgraph.graph.Revision;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.Quad;
import org.eclipse.rdf4j.common.transaction.IsolationLevels;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.base.RepositoryConnectionWrapper;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.sail.memory.MemoryStore;
import org.jspecify.annotations.Nullable;

/** RDF4J's store in memory: for tests, and for graphs that are thrown away. */
public final class MemoryEngine implements Engine {
  /** The name by which it is chosen. */
  public static final String NAME = "rdf4j:memory";

  private static final Set<Capability> CAPABILITIES =
      Set.copyOf(
          EnumSet.of(
              Capability.WRITES,
              Capability.REVISIONS,
              Capability.DISTINCT_UNION,
              Capability.SNAPSHOTS,
              Capability.HISTORY,
              Capability.SHAPES,
              Capability.SEARCH,
              Capability.TRACE));

  private final SailRepository repository = new SailRepository(store());
  private final TreeMap<Long, Revision> revisions = new TreeMap<>();

  /** Held while a revision and what it changes become visible, one without the other. */
  private final ReentrantReadWriteLock moving = new ReentrantReadWriteLock();

  private static MemoryStore store() {
    MemoryStore store = new MemoryStore();
    store.setEvaluationStrategyFactory(new DistinctUnion());
    return store;
  }

  private MemoryEngine() {
    revisions.put(0L, Revision.NONE);
  }

  /**
   * An empty store.
   *
   * @param baseIri what instance IRIs begin with; null for {@link BaseIri#DEFAULT}
   * @param shapes gives the shapes that writes are held against
   */
  public static GraphStore open(@Nullable String baseIri, Supplier<Graph> shapes) {
    return new Rdf4jGraphStore(
        new MemoryEngine(), BaseIri.require(baseIri == null ? BaseIri.DEFAULT : baseIri), shapes);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Capability> capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Guard guard(Deadline deadline) {
    return new Guard("The store in memory", deadline);
  }

  @Override
  public RepositoryConnection connect(Deadline deadline) {
    moving.readLock().lock();
    try {
      return new Snapshot(repository, revisions.lastEntry().getValue());
    } finally {
      moving.readLock().unlock();
    }
  }

  /** A reader, who sees one revision until it is closed. */
  private static final class Snapshot extends RepositoryConnectionWrapper {
    private final Revision revision;

    private Snapshot(SailRepository repository, Revision revision) {
      super(repository, repository.getConnection());
      this.revision = revision;
      begin(IsolationLevels.SNAPSHOT);
      // The snapshot is taken by the first look, not by the beginning.
      getDelegate().hasStatement(null, null, null, false);
    }

    @Override
    public void close() {
      if (isActive()) {
        rollback();
      }
      super.close();
    }
  }

  @Override
  public Revision revision(RepositoryConnection connection, EngineView view) {
    return ((Snapshot) connection).revision;
  }

  @Override
  public List<Revision> list(EngineView view, long newest, int limit) {
    moving.readLock().lock();
    try {
      return revisions.headMap(newest, true).descendingMap().values().stream()
          .filter(revision -> revision.number() > 0)
          .limit(limit)
          .toList();
    } finally {
      moving.readLock().unlock();
    }
  }

  @Override
  public Revision commit(Preview net, Revision draft, Deadline deadline) {
    Revision next = Hashed.of(draft, net, UUID.randomUUID());
    moving.writeLock().lock();
    try (RepositoryConnection connection = repository.getConnection()) {
      connection.begin();
      for (Quad quad : net.deleted()) {
        connection.remove(
            Terms.iri(quad.getSubject()),
            Terms.iri(quad.getPredicate()),
            Terms.value(quad.getObject()),
            Terms.iri(quad.getGraph()));
      }
      for (Quad quad : net.added()) {
        connection.add(
            Terms.iri(quad.getSubject()),
            Terms.iri(quad.getPredicate()),
            Terms.value(quad.getObject()),
            Terms.iri(quad.getGraph()));
      }
      connection.commit();
      revisions.put(next.number(), next);
    } finally {
      moving.writeLock().unlock();
    }
    return next;
  }

  @Override
  public void close() {
    repository.shutDown();
  }
}
