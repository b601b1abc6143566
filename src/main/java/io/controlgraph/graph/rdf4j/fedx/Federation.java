package io.controlgraph.graph.rdf4j.fedx;

import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.rdf4j.Guard;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.sparql.core.Quad;
import org.eclipse.rdf4j.collection.factory.api.CollectionFactory;
import org.eclipse.rdf4j.collection.factory.impl.DefaultCollectionFactory;
import org.eclipse.rdf4j.federated.FedX;
import org.eclipse.rdf4j.federated.FedXConfig;
import org.eclipse.rdf4j.federated.cache.SourceSelectionCache;
import org.eclipse.rdf4j.federated.endpoint.Endpoint;
import org.eclipse.rdf4j.federated.repository.FedXRepository;
import org.eclipse.rdf4j.federated.structures.SubQuery;
import org.eclipse.rdf4j.query.QueryLanguage;
import org.eclipse.rdf4j.query.TupleQueryResult;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.jspecify.annotations.Nullable;

/**
 * A federation of FedX's for one read, asked for the statements of one pattern at a time. Each read
 * has its own, so that nothing is remembered of a member that was down or has changed, and no read
 * waits for the threads of another. For one thread.
 *
 * <p>FedX takes the query of a pattern to all members that have any of it, at once, and hands on
 * their rows. What it could do beyond that is done by {@link Fragments} and by ARQ: FedX's union of
 * members is a bag, in which a statement counts once for each member that holds it; its joins send
 * a request for each block of rows, thousands for a question of sub-selects; and RDF4J's joins give
 * other rows than SPARQL where MINUS stands beside patterns that they are moved behind.
 */
final class Federation implements AutoCloseable {
  private final FedXRepository repository;
  private final Guard guard;
  private @Nullable RepositoryConnection connection;
  private volatile Set<String> holders = Set.of();

  /** A federation that is set up once it is asked. */
  Federation(List<Member> members, Reading reading) {
    repository =
        new FedXRepository(
            new InMemory(members, reading),
            new FedXConfig()
                .withEnforceMaxQueryTime(0)
                .withSourceSelectionCacheFactory(Holders::new)
                .withUnionWorkerThreads(members.size())
                .withJoinWorkerThreads(1)
                .withLeftJoinWorkerThreads(1));
    guard = new Guard("The federation", reading.deadline());
  }

  private RepositoryConnection connection() {
    RepositoryConnection open = connection;
    if (open == null) {
      repository.init();
      open = repository.getConnection();
      connection = open;
    }
    return open;
  }

  /**
   * Sends the statements of a pattern, those of one member after those of the other: what several
   * members hold comes several times.
   *
   * @param from the members to ask, at least one
   * @throws GraphFailure if a member fails that may not
   */
  void statements(Pattern pattern, List<Member> from, Consumer<Quad> sink) {
    holders = from.stream().map(Member::name).collect(Collectors.toUnmodifiableSet());
    try (Opened opened = new Opened()) {
      TupleQueryResult rows =
          guard.run(
              () ->
                  opened.keep(
                      connection()
                          .prepareTupleQuery(QueryLanguage.SPARQL, pattern.query())
                          .evaluate()));
      while (guard.run(rows::hasNext)) {
        sink.accept(pattern.statement(guard.run(rows::next)));
      }
    }
  }

  @Override
  public void close() {
    RepositoryConnection open = connection;
    if (open != null) {
      try (open) {
        connection = null;
      } finally {
        repository.shutDown();
      }
    }
  }

  /** What a step has opened, to be closed though the step ends past the deadline and throws. */
  private static final class Opened implements AutoCloseable {
    private @Nullable TupleQueryResult rows;

    TupleQueryResult keep(TupleQueryResult opened) {
      rows = opened;
      return opened;
    }

    @Override
    public void close() {
      if (rows != null) {
        rows.close();
      }
    }
  }

  /** FedX keeps what it collects in files by MapDB; this one keeps it in memory. */
  private static final class InMemory extends FedX {
    private InMemory(List<Member> members, Reading reading) {
      super(
          members.stream().map(member -> (Endpoint) new MemberEndpoint(member, reading)).toList());
    }

    @Override
    public Supplier<CollectionFactory> getCollectionFactory() {
      return DefaultCollectionFactory::new;
    }
  }

  /**
   * Has a pattern asked of the members that are said to hold it. FedX would ask each member first
   * whether it has anything at all, a request for each pattern and member.
   */
  private final class Holders implements SourceSelectionCache {
    @Override
    public StatementSourceAssurance getAssurance(SubQuery query, Endpoint endpoint) {
      return holders.contains(endpoint.getName())
          ? StatementSourceAssurance.HAS_REMOTE_STATEMENTS
          : StatementSourceAssurance.NONE;
    }

    @Override
    public void updateInformation(SubQuery query, Endpoint endpoint, boolean hasStatements) {
      // Nothing is remembered.
    }

    @Override
    public void invalidate() {
      // Nothing is remembered.
    }
  }
}
