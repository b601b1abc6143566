package io.controlgraph.graph.jena;

import static io.controlgraph.graph.Quads.add;
import static io.controlgraph.graph.Quads.quad;
import static io.controlgraph.graph.Quads.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import io.controlgraph.graph.GraphFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A query reads the graph and nothing else: no network, no files, no Java. */
class ClosedQueriesTest {
  private final AtomicInteger requests = new AtomicInteger();
  private final Path directory;
  private final Tdb2GraphStore store;
  private final HttpServer server;
  private final String address;

  ClosedQueriesTest(@TempDir(factory = MemoryFolder.class) Path directory) throws IOException {
    this.directory = directory;
    store =
        Tdb2GraphStore.open(
            directory.resolve("data"),
            new StoreOptions("http://localhost/", GraphFactory::createDefaultGraph));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  @BeforeEach
  void start() {
    server.start();
    add(store, quad("g", "a", "p", "b"));
  }

  @AfterEach
  void nothingWasRequested() {
    server.stop(0);
    store.close();
    assertEquals(0, requests.get());
  }

  @Test
  void serviceIsRefusedWhereverItStands() {
    String service = "SERVICE <" + address + "> { ?s ?p ?o }";
    assertRefused("SELECT * { " + service + " }");
    assertRefused("SELECT * { SERVICE SILENT <" + address + "> { ?s ?p ?o } }");
    assertRefused("SELECT * { BIND(<" + address + "> AS ?x) SERVICE ?x { ?s ?p ?o } }");
    assertRefused("SELECT * { { SELECT * { OPTIONAL { " + service + " } } } }");
    assertRefused("SELECT * { ?s ?p ?o FILTER NOT EXISTS { " + service + " } }");
    assertRefused("SELECT (EXISTS { " + service + " } AS ?x) {}");
    assertRefused(
        "SELECT (SUM(IF(EXISTS { " + service + " }, 1, 0)) AS ?x) { ?nothing <urn:none> ?at_all }");
  }

  @Test
  void updatesAreNoQueries() {
    assertRejected("LOAD <" + address + ">");
    assertRejected("DELETE WHERE { ?s ?p ?o }");
  }

  @Test
  void fromNamesGraphsOfTheStoreAndLoadsNothing() throws IOException {
    Path file = Files.writeString(directory.resolve("f.ttl"), "<urn:a> <urn:b> <urn:c> .");
    assertEquals(Set.of(), rows(store, "SELECT * FROM <" + address + "> { ?s ?p ?o }"));
    assertEquals(Set.of(), rows(store, "SELECT * FROM <" + file.toUri() + "> { ?s ?p ?o }"));
    assertEquals(Set.of(), rows(store, "SELECT * { GRAPH <" + file.toUri() + "> { ?s ?p ?o } }"));
  }

  @Test
  void functionsAreNotLoadedByTheNameOfAClass() {
    String library = "java:org.apache.jena.sparql.function.library.";
    assertEquals(Set.of("-"), rows(store, "SELECT (<" + library + "pi>() AS ?x) {}"));
    assertEquals(
        Set.of("-"),
        rows(store, "SELECT (<http://jena.apache.org/ARQ/function#version>() AS ?x) {}"));
    assertRejected("SELECT (<http://jena.apache.org/ARQ/jsFunction#f>(1) AS ?x) {}");
    assertEquals(
        Set.of(),
        rows(store, "SELECT * { ?x <java:org.apache.jena.sparql.pfunction.library.str> ?y }"));
    assertFalse(
        rows(store, "SELECT (<http://www.w3.org/2001/XMLSchema#integer>('1') AS ?x) {}")
            .contains("-"),
        "casts are part of SPARQL");
  }

  private void assertRefused(String query) {
    assertThrows(GraphFailure.ServiceRefused.class, () -> rows(store, query), query);
  }

  private void assertRejected(String query) {
    assertThrows(GraphFailure.QueryRejected.class, () -> rows(store, query), query);
  }
}
