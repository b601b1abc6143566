package io.controlgraph.graph.rdf4j;

import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.GraphStoreContract;
import io.controlgraph.graph.TermsContract;
import io.controlgraph.graph.UpdateContract;
import io.controlgraph.testing.servers.Rdf4jServer;
import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/**
 * A store on a real RDF4J Server keeps to the port. Deadlines are held to on Fuseki, by the same
 * code: RDF4J Server goes on with the questions of that contract after nobody waits for them any
 * more, until its memory is gone.
 */
class Rdf4jServerContractTest {
  private static Rdf4jServer server;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    server = Rdf4jServer.start(folder, Rdf4jServer.Setup.USUAL);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Nested
  class Stores extends GraphStoreContract {
    @Override
    protected GraphStore open(Graph shapes) {
      return Servers.emptied(server, shapes);
    }
  }

  @Nested
  class Updates extends UpdateContract {
    @Override
    protected GraphStore open(Graph shapes) {
      return Servers.emptied(server, shapes);
    }
  }

  @Nested
  class Terms extends TermsContract {
    @Override
    protected GraphStore open() {
      return Servers.emptied(server, GraphFactory.createDefaultGraph());
    }
  }
}
