package io.controlgraph.query;

import io.controlgraph.graph.BaseIri;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.jena.StoreOptions;
import io.controlgraph.graph.jena.Tdb2GraphStore;
import io.controlgraph.graph.rdf4j.Credentials;
import io.controlgraph.graph.rdf4j.MemoryEngine;
import io.controlgraph.graph.rdf4j.Patience;
import io.controlgraph.graph.rdf4j.RemoteGraphStore;
import io.controlgraph.graph.rdf4j.ServerAddress;
import io.controlgraph.graph.rdf4j.fedx.FedxGraphStore;
import io.controlgraph.ingest.reference.ReferenceData;
import io.controlgraph.testing.Served;
import io.controlgraph.testing.servers.FusekiServer;
import io.controlgraph.testing.servers.Rdf4jServer;
import io.controlgraph.testing.servers.TripleStoreServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** The same questions have the same rows on every engine; {@link GoldenTest} is for TDB2. */
class EngineAgreementTest {

  @Nested
  class Rdf4jInMemory extends EngineAgreement {
    @Override
    GraphStore open(Path folder) throws IOException {
      GraphStore store = MemoryEngine.open(BaseIri.DEFAULT, ReferenceData::shapes);
      Samples.fill(store, Samples.organisations());
      return store;
    }
  }

  @Nested
  class Fuseki extends OnAServer {
    @Override
    TripleStoreServer start(Path folder) throws Exception {
      return FusekiServer.start(folder, FusekiServer.Setup.USUAL);
    }
  }

  @Nested
  class Rdf4j extends OnAServer {
    @Override
    TripleStoreServer start(Path folder) throws Exception {
      return Rdf4jServer.start(folder, Rdf4jServer.Setup.USUAL);
    }
  }

  /** A server in a process of its own, reached over HTTP. */
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  abstract static class OnAServer extends EngineAgreement {
    private final List<TripleStoreServer> started = new ArrayList<>();

    abstract TripleStoreServer start(Path folder) throws Exception;

    @Override
    GraphStore open(Path folder) throws Exception {
      TripleStoreServer server = start(folder);
      started.add(server);
      GraphStore store =
          RemoteGraphStore.open(
              new ServerAddress(server.query(), server.update()),
              Credentials.NONE,
              Patience.DEFAULT,
              BaseIri.DEFAULT,
              ReferenceData::shapes);
      Samples.fill(store, Samples.organisations());
      return store;
    }

    @AfterAll
    void stop() {
      started.forEach(TripleStoreServer::close);
    }
  }

  /** Three servers, two of which are asked over HTTP; what is shipped stands on all of them. */
  @Nested
  class Federation extends EngineAgreement {
    private final List<Served> servers = new ArrayList<>();

    @Override
    GraphStore open(Path folder) throws IOException {
      List<String> all = Samples.organisations();
      StringBuilder file = new StringBuilder("local = headquarters\n");
      for (int i = 0; i < 2; i++) {
        Served served =
            Served.in(
                folder.resolve("server" + i),
                Served.Recipe.PLAIN.withShapes(ReferenceData.shapes()));
        servers.add(served);
        Samples.fill(served.store(), all.subList(2 * i, 2 * i + 2));
        file.append("member.server%d.query = %s\n".formatted(i, served.at("/sparql")));
      }
      GraphStore local =
          Tdb2GraphStore.open(
              folder.resolve("local"), new StoreOptions(Served.BASE, ReferenceData::shapes));
      Samples.fill(local, all.subList(4, all.size()));
      return FedxGraphStore.open(Files.writeString(folder.resolve("federation.conf"), file), local);
    }

    @AfterAll
    void stop() {
      servers.forEach(Served::close);
    }
  }
}
