package io.controlgraph.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.controlgraph.graph.BaseIri;
import io.controlgraph.graph.Capability;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.jena.StoreOptions;
import io.controlgraph.graph.jena.Tdb2GraphStore;
import io.controlgraph.graph.rdf4j.Credentials;
import io.controlgraph.graph.rdf4j.MemoryEngine;
import io.controlgraph.graph.rdf4j.Patience;
import io.controlgraph.graph.rdf4j.RemoteGraphStore;
import io.controlgraph.graph.rdf4j.ServerAddress;
import io.controlgraph.graph.rdf4j.fedx.FedxGraphStore;
import io.controlgraph.testing.servers.FusekiServer;
import io.controlgraph.testing.servers.Rdf4jServer;
import io.controlgraph.testing.servers.TripleStoreServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The table of what engines can do says what they say of themselves. */
@Timeout(180)
final class EnginesPageTest {
  private static final Path PAGE = Path.of("src/docs/engines.md");

  @Test
  void hasARowForEachCapability() throws IOException {
    assertEquals(
        Arrays.stream(Capability.values()).map(Capability::id).toList(),
        rows().stream().skip(1).map(row -> row.get(0)).toList());
  }

  @Test
  void saysWhatTheEmbeddedEngineAndAFederationCan(@TempDir Path folder) throws IOException {
    Tdb2GraphStore local =
        Tdb2GraphStore.open(
            folder.resolve("data"),
            new StoreOptions(BaseIri.DEFAULT, GraphFactory::createDefaultGraph));
    assertEquals(stated("`tdb2`"), local.capabilities());
    Path file =
        Files.writeString(folder.resolve("conf"), "member.a.query = http://127.0.0.1:1/sparql\n");
    try (GraphStore federation = FedxGraphStore.open(file, local)) {
      assertEquals(stated("`fedx:FILE`"), federation.capabilities());
    }
  }

  @Test
  void saysWhatTheStoreInMemoryCan() throws IOException {
    try (GraphStore store = MemoryEngine.open(BaseIri.DEFAULT, GraphFactory::createDefaultGraph)) {
      assertEquals(stated("`rdf4j:memory`"), store.capabilities());
    }
  }

  @Test
  void saysWhatCanBeDoneOnFuseki(@TempDir Path folder) throws Exception {
    try (TripleStoreServer server = FusekiServer.start(folder, FusekiServer.Setup.USUAL);
        GraphStore store = open(server)) {
      assertEquals(stated("`sparql:` Fuseki"), store.capabilities());
    }
  }

  @Test
  void saysWhatCanBeDoneOnRdf4jServer(@TempDir Path folder) throws Exception {
    try (TripleStoreServer server = Rdf4jServer.start(folder, Rdf4jServer.Setup.USUAL);
        GraphStore store = open(server)) {
      assertEquals(stated("`sparql:` RDF4J Server"), store.capabilities());
    }
  }

  private static GraphStore open(TripleStoreServer server) {
    return RemoteGraphStore.open(
        new ServerAddress(server.query(), server.update()),
        Credentials.NONE,
        Patience.DEFAULT,
        BaseIri.DEFAULT,
        GraphFactory::createDefaultGraph);
  }

  private static Set<Capability> stated(String engine) throws IOException {
    List<List<String>> rows = rows();
    int column = rows.get(0).indexOf(engine);
    Set<Capability> stated = EnumSet.noneOf(Capability.class);
    for (Capability capability : Capability.values()) {
      for (List<String> row : rows) {
        if (row.get(0).equals(capability.id()) && row.get(column).equals("yes")) {
          stated.add(capability);
        }
      }
    }
    return stated;
  }

  /** The cells of the table whose first column is called capability, without the rule below it. */
  private static List<List<String>> rows() throws IOException {
    return Files.readAllLines(PAGE).stream()
        .dropWhile(line -> !line.startsWith("| capability |"))
        .takeWhile(line -> line.startsWith("|"))
        .filter(line -> !line.startsWith("| --- "))
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).skip(1).toList())
        .toList();
  }
}
