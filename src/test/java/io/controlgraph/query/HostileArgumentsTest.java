package io.controlgraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Revision;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.jena.MemoryFolder;
import io.controlgraph.graph.rdf4j.Credentials;
import io.controlgraph.graph.rdf4j.MemoryEngine;
import io.controlgraph.graph.rdf4j.Patience;
import io.controlgraph.graph.rdf4j.RemoteGraphStore;
import io.controlgraph.graph.rdf4j.ServerAddress;
import io.controlgraph.testing.servers.FusekiServer;
import io.controlgraph.testing.servers.Rdf4jServer;
import io.controlgraph.testing.servers.TripleStoreServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An argument stays an argument, whatever is in it and whatever engine is asked. */
@Timeout(120)
class HostileArgumentsTest {
  private static final Node GRAPH = NodeFactory.createURI("urn:finds");
  private static final Question QUESTION =
      Catalogue.load(List.of()).questions().stream()
          .filter(question -> question.name().equals("framework/bare-id"))
          .findFirst()
          .orElseThrow();

  private static FusekiServer fuseki;
  private static Rdf4jServer rdf4j;
  private static List<GraphStore> stores;

  @BeforeAll
  static void start(@TempDir(factory = MemoryFolder.class) Path folder) throws Exception {
    fuseki =
        FusekiServer.start(
            Files.createDirectory(folder.resolve("fuseki")), FusekiServer.Setup.USUAL);
    rdf4j =
        Rdf4jServer.start(Files.createDirectory(folder.resolve("rdf4j")), Rdf4jServer.Setup.USUAL);
    stores =
        List.of(
            MemoryEngine.open(null, GraphFactory::createDefaultGraph), open(fuseki), open(rdf4j));
    Path finds = Fixture.of(QUESTION).finds();
    for (GraphStore store : stores) {
      store.write(
          "tester",
          "what is found",
          transaction ->
              RDFParser.source(finds).toGraph().stream()
                  .map(triple -> Quad.create(GRAPH, triple))
                  .forEach(transaction::add));
    }
  }

  private static GraphStore open(TripleStoreServer server) {
    return RemoteGraphStore.open(
        new ServerAddress(server.query(), server.update()),
        Credentials.NONE,
        Patience.DEFAULT,
        null,
        GraphFactory::createDefaultGraph);
  }

  @AfterAll
  static void stop() throws Exception {
    stores.forEach(GraphStore::close);
    fuseki.close();
    rdf4j.close();
  }

  static Stream<String> hostile() {
    return Stream.of(
        "",
        "\"",
        "\"\"\"",
        "'",
        "\\",
        "\\\"",
        "\" } INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:b> 1 } } #",
        "\") } ; DROP ALL #",
        "\" || true || \"",
        "\") || (1 = 1",
        "\\u0022 || true || \\u0022",
        "\\\\u0022) || true #",
        "\\U00000022",
        "?x",
        "$1",
        "?requirementId",
        "${}",
        "{{id}}",
        "%s%n",
        ">",
        "<urn:a>",
        "<urn:controlgraph:notes>",
        "> } UNION { ?requirement ?a ?b",
        "<http://localhost/..>",
        "*",
        ".*",
        "[A-Z",
        "(",
        "# comment",
        "\n}\r\n",
        "\0",
        "\uD83D\uDE00",
        "\"@en",
        "\"^^<http://www.w3.org/2001/XMLSchema#string>",
        "6.1.2\" UNION \"",
        "&query=ASK%7B%7D&update=DROP+ALL",
        "\"".repeat(10_000),
        "x".repeat(100_000));
  }

  @ParameterizedTest
  @MethodSource
  void hostile(String argument) {
    for (GraphStore store : stores) {
      Revision before = store.revision();
      assertEquals(List.of(), rows(store, argument), store.engine());
      assertEquals(before, store.revision());
      assertNotEquals(List.of(), rows(store, "A.6.1.2"), "the question still has its answer");
    }
  }

  private static List<String> rows(GraphStore store, String argument) {
    String sparql =
        assertInstanceOf(
                Binding.Bound.class,
                Binder.bind(
                    QUESTION,
                    Map.of("id", argument),
                    new BindContext(Fixture.DAY, store.baseIri(), Names::resolve)))
            .sparql();
    return store.read(
        Scope.ALL,
        Deadline.after(Duration.ofSeconds(30)),
        view -> JenaEngine.rows(view.select(sparql)).stream().map(List::toString).toList());
  }
}
