package io.controlgraph.graph.rdf4j;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.testing.servers.TripleStoreServer;
import java.time.Duration;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.eclipse.rdf4j.query.QueryLanguage;
import org.eclipse.rdf4j.repository.RepositoryConnection;

/** Opens stores on running servers. */
final class Servers {
  private Servers() {}

  static ServerAddress address(TripleStoreServer server) {
    return new ServerAddress(server.query(), server.update());
  }

  /** A store on a server from which everything was removed, notes and all. */
  static GraphStore emptied(TripleStoreServer server, Graph shapes) {
    return emptied(address(server), shapes);
  }

  static GraphStore emptied(ServerAddress address, Graph shapes) {
    try (RemoteServer remote = new RemoteServer(address, Credentials.NONE, Patience.DEFAULT);
        RepositoryConnection connection = remote.connect(Deadline.after(Duration.ofMinutes(1)))) {
      connection.prepareUpdate(QueryLanguage.SPARQL, "DROP ALL").execute();
    }
    return open(address, Patience.DEFAULT, shapes);
  }

  /** A store on a server as it is. */
  static GraphStore open(ServerAddress address) {
    return open(address, Patience.DEFAULT, GraphFactory.createDefaultGraph());
  }

  static GraphStore open(ServerAddress address, Patience patience, Graph shapes) {
    return RemoteGraphStore.open(
        address, Credentials.NONE, patience, "http://localhost/", () -> shapes);
  }
}
