package io.controlgraph.graph.rdf4j.fedx;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.rdf4j.Guard;
import io.controlgraph.graph.rdf4j.RemoteServer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.rdf4j.common.iteration.AbstractCloseableIteration;
import org.eclipse.rdf4j.common.iteration.CloseableIteration;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.QueryLanguage;
import org.eclipse.rdf4j.query.TupleQueryResult;
import org.eclipse.rdf4j.repository.RepositoryConnection;

/** A member that is another server. */
record RemoteMember(String name, RemoteServer server) implements Member {
  @Override
  public String where() {
    return server.name();
  }

  @Override
  public CloseableIteration<BindingSet> rows(String query, Deadline deadline) {
    Guard guard = server.guard(deadline);
    guard.requireTime();
    RepositoryConnection connection = server.connect(deadline);
    List<TupleQueryResult> open = new ArrayList<>(1);
    try {
      guard.run(
          () -> open.add(connection.prepareTupleQuery(QueryLanguage.SPARQL, query).evaluate()));
      return new Rows(connection, open.get(0), guard);
    } catch (GraphFailure e) {
      open.forEach(TupleQueryResult::close);
      connection.close();
      throw e;
    }
  }

  @Override
  public void close() {
    server.close();
  }

  /** Rows that hold their connection until they are closed. */
  private static final class Rows extends AbstractCloseableIteration<BindingSet> {
    private final RepositoryConnection connection;
    private final TupleQueryResult result;
    private final Guard guard;

    private Rows(RepositoryConnection connection, TupleQueryResult result, Guard guard) {
      this.connection = connection;
      this.result = result;
      this.guard = guard;
    }

    @Override
    public boolean hasNext() {
      return guard.run(result::hasNext);
    }

    @Override
    public BindingSet next() {
      return result.next();
    }

    @Override
    public void remove() {
      throw new UnsupportedOperationException("Rows of members are only read.");
    }

    @Override
    protected void handleClose() {
      try (connection) {
        result.close();
      }
    }
  }
}
