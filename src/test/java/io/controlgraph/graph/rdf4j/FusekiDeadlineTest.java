package io.controlgraph.graph.rdf4j;

import io.controlgraph.graph.DeadlineContract;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.testing.servers.FusekiServer;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * Questions to a real Fuseki end at their deadlines. It has a server of its own: the questions go
 * on there for as long as the server lets them, and may use up its memory.
 */
class FusekiDeadlineTest extends DeadlineContract {
  private static FusekiServer server;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    server =
        FusekiServer.start(folder, FusekiServer.Setup.USUAL.withTimeout(Duration.ofSeconds(5)));
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Override
  protected GraphStore open() {
    return Servers.emptied(server, GraphFactory.createDefaultGraph());
  }
}
