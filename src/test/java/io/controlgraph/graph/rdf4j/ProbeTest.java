package io.controlgraph.graph.rdf4j;

import static io.controlgraph.graph.Quads.add;
import static io.controlgraph.graph.Quads.quad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.Capability;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Quads;
import io.controlgraph.graph.Update;
import io.controlgraph.graph.jena.MemoryFolder;
import io.controlgraph.testing.Interceptor;
import io.controlgraph.testing.Interceptor.Deed;
import io.controlgraph.testing.servers.FusekiServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.update.UpdateExecution;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that cannot keep the graph is refused when it is opened, with the reason. */
@Timeout(120)
class ProbeTest {
  private static final String NOTES = "GRAPH <urn:controlgraph:notes>";
  private static FusekiServer server;

  private final Path folder;

  ProbeTest(@TempDir(factory = MemoryFolder.class) Path folder) {
    this.folder = folder;
  }

  @BeforeAll
  static void start(@TempDir(factory = MemoryFolder.class) Path folder) throws Exception {
    server = FusekiServer.start(folder, FusekiServer.Setup.USUAL);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Test
  void a_server_whose_default_graph_is_no_union() throws Exception {
    try (FusekiServer bare = FusekiServer.start(folder, FusekiServer.Setup.USUAL.withoutUnion())) {
      assertRefused(Servers.address(bare), "does not give the union of its named graphs");
      try (QueryExecution all =
          QueryExecution.service(bare.query().toString())
              .query("SELECT * { GRAPH ?g { ?s ?p ?o } }")
              .build()) {
        assertEquals(0, ResultSetFormatter.consume(all.execSelect()), "left behind");
      }
      update(bare, "INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:b> 1 } }");
      assertRefused(
          new ServerAddress(bare.query(), null), "does not give the union of its named graphs");
    }
  }

  @Test
  void a_server_that_is_only_read_has_to_hold_something() throws Exception {
    try (FusekiServer readOnly = FusekiServer.start(folder, FusekiServer.Setup.USUAL.readOnly())) {
      assertRefused(
          new ServerAddress(readOnly.query(), null), "has no named graph with anything in it");
      assertRefused(Servers.address(readOnly), "answered 40");
    }
    Servers.emptied(server, GraphFactory.createDefaultGraph()).close();
    update(server, "INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:b> 1 } }");
    try (GraphStore store = Servers.open(new ServerAddress(server.query(), null))) {
      assertEquals(Set.of(Capability.TRACE), store.capabilities());
      assertTrue(Quads.ask(store, "ASK { ?s ?p 1 }"));
      GraphFailure.NotCapable refused =
          assertThrows(GraphFailure.NotCapable.class, () -> add(store, quad("g", "a", "p", "b")));
      assertEquals(Capability.WRITES, refused.capability());
    }
  }

  @Test
  void a_server_of_something_else() {
    URI ping = URI.create(server.query().resolve("/$/ping").toString());
    assertRefused(new ServerAddress(ping, null), "");
    assertRefused(new ServerAddress(server.query().resolve("/nothing"), null), "no such endpoint");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "VALUES+%3Fa; [{\"a\":{\"type\":\"literal\",\"value\":\"0\"}}]; cuts answers without a"
            + " word",
        "GROUP_CONCAT; []; gave no row",
        "GROUP_CONCAT; [{\"a\":{\"type\":\"literal\",\"value\":\"0\"}}]; does not answer SPARQL 1.1"
            + " as it should",
      })
  void a_server_that_answers_wrongly(String asked, String rows, String gist) throws Exception {
    String body = "{\"head\":{\"vars\":[\"a\"]},\"results\":{\"bindings\":" + rows + "}}";
    try (Interceptor between = Interceptor.before(server.query())) {
      between.plan(
          request ->
              request.head().contains(asked) || request.body().contains(asked)
                  ? new Deed.Say(
                      "HTTP/1.1 200 OK\r\nContent-Type: application/sparql-results+json\r\n"
                          + "Content-Length: %d\r\n\r\n%s".formatted(body.length(), body))
                  : Deed.PASS);
      assertRefused(
          new ServerAddress(between.seen(server.query()), between.seen(server.update())), gist);
    }
  }

  @Test
  void a_server_that_takes_no_query_as_it_is() throws Exception {
    try (Interceptor between = Interceptor.before(server.query())) {
      between.plan(
          request ->
              request.head().contains("application/sparql-query")
                  ? new Deed.Say("HTTP/1.1 415 No\r\nContent-Length: 0\r\n\r\n")
                  : Deed.PASS);
      assertRefused(
          new ServerAddress(between.seen(server.query()), between.seen(server.update())),
          "answered 415");
    }
  }

  @Test
  void credentials_that_do_not_suffice() throws Exception {
    String right = new Credentials.Basic("tester", "right").authorization().orElseThrow();
    try (Interceptor between = Interceptor.before(server.query())) {
      between.plan(
          request ->
              request.head().contains(right)
                  ? Deed.PASS
                  : new Deed.Say("HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n"));
      ServerAddress address =
          new ServerAddress(between.seen(server.query()), between.seen(server.update()));
      for (Credentials wrong :
          new Credentials[] {
            Credentials.NONE,
            new Credentials.Basic("tester", "wr0ng-one"),
            new Credentials.Bearer("wr0ng-one")
          }) {
        GraphFailure.ServerFailed refused =
            assertThrows(GraphFailure.ServerFailed.class, () -> open(address, wrong));
        assertTrue(
            String.valueOf(refused.getMessage()).contains("credentials do not suffice"),
            refused.toString());
        assertFalse(String.valueOf(refused.getMessage()).contains("wr0ng-one"), refused.toString());
      }
      open(address, new Credentials.Basic("tester", "right")).close();
    }
  }

  @Test
  void notes_with_another_base() {
    try (GraphStore store = Servers.emptied(server, GraphFactory.createDefaultGraph())) {
      add(store, quad("g", "a", "p", "b"));
    }
    GraphFailure.Inconsistent refused =
        assertThrows(
            GraphFailure.Inconsistent.class,
            () ->
                RemoteGraphStore.open(
                    Servers.address(server),
                    Credentials.NONE,
                    Patience.DEFAULT,
                    "http://other.example/",
                    GraphFactory::createDefaultGraph));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("http://localhost/"), refused.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT { N { ?s <urn:controlgraph:latest> ?r2 . ?r2 ?p ?o } } WHERE { N { ?s"
            + " <urn:controlgraph:latest> ?r . ?r ?p ?o BIND (IRI(CONCAT(STR(?r), 'x')) AS ?r2) }"
            + " }",
        "DELETE { N { ?r <urn:controlgraph:at> ?o } } WHERE { N { ?r <urn:controlgraph:at> ?o } }",
        "DELETE { N { ?r <urn:controlgraph:at> ?o } } INSERT { N { ?r <urn:controlgraph:at> 'today'"
            + " } } WHERE { N { ?r <urn:controlgraph:at> ?o } }",
        "DELETE { N { ?r <urn:controlgraph:added> ?o } } INSERT { N { ?r <urn:controlgraph:added>"
            + " <urn:some> } } WHERE { N { ?r <urn:controlgraph:added> ?o } }",
        "DELETE { N { ?s <urn:controlgraph:base-iri> ?o } }"
            + " WHERE { N { ?s <urn:controlgraph:base-iri> ?o } }",
      })
  void notes_that_contradict_themselves(String update) {
    try (GraphStore store = Servers.emptied(server, GraphFactory.createDefaultGraph())) {
      add(store, quad("g", "a", "p", "b"));
      update(server, update.replace("N {", NOTES + " {"));
      GraphFailure.Inconsistent told =
          assertThrows(GraphFailure.Inconsistent.class, store::revision);
      assertTrue(
          String.valueOf(told.getMessage()).contains("somebody else has written there"),
          told.toString());
      assertThrows(GraphFailure.Inconsistent.class, () -> add(store, quad("g", "a", "p", "c")));
      assertThrows(GraphFailure.Inconsistent.class, () -> Servers.open(Servers.address(server)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT DATA { N { <urn:a> <urn:b> 1 } }",
        "DELETE DATA { N { <urn:controlgraph:store> <urn:controlgraph:base-iri> 'http://localhost/'"
            + " } }",
        "DELETE WHERE { N { ?s ?p ?o } }",
        "INSERT { GRAPH ?g { <urn:a> <urn:b> 1 } } WHERE { BIND (IRI(CONCAT('urn:controlgraph:',"
            + " 'notes')) AS ?g) }",
        "CLEAR GRAPH <urn:controlgraph:notes>",
        "DROP GRAPH <urn:controlgraph:notes>",
        "COPY <http://example.org/g> TO <urn:controlgraph:notes>",
        "ADD <http://example.org/g> TO <urn:controlgraph:notes>",
        "MOVE <urn:controlgraph:notes> TO <http://example.org/g>",
        "COPY <urn:controlgraph:notes> TO <http://example.org/g>",
        "WITH <urn:controlgraph:notes> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "INSERT { GRAPH <urn:seen> { ?s ?p ?o } } USING <urn:controlgraph:notes> WHERE { ?s ?p ?o"
            + " }",
        "INSERT { GRAPH <urn:seen> { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o }"
            + " FILTER (?g = <urn:controlgraph:notes>) }",
        "DROP ALL",
        "DELETE WHERE { GRAPH ?g { ?s ?p ?o } }",
      })
  void notes_are_not_written_by_users(String update) {
    try (GraphStore store = Servers.emptied(server, GraphFactory.createDefaultGraph())) {
      add(store, quad("g", "a", "p", "b"));
      try {
        store.write(
            "tester",
            "notes",
            transaction ->
                transaction.update(
                    Update.of(update.replace("N {", NOTES + " {")),
                    Deadline.after(Duration.ofMinutes(1))));
      } catch (GraphFailure.StatementRejected | GraphFailure.QueryRejected e) {
        String why = String.valueOf(e.getMessage());
        assertTrue(why.contains("store's own") || why.contains("No such graph"), why);
        assertEquals(1, store.revision().number());
      }
      assertTrue(store.revision().number() >= 1, "the notes are there");
      assertEquals("http://localhost/", Servers.open(Servers.address(server)).baseIri());
      assertFalse(Quads.ask(store, "ASK { GRAPH <urn:seen> { ?s ?p ?o } }"));
    }
  }

  private static void assertRefused(ServerAddress address, String gist) {
    GraphFailure.ServerFailed refused =
        assertThrows(GraphFailure.ServerFailed.class, () -> Servers.open(address));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.startsWith(address.query() + " "), message);
    assertTrue(message.contains(gist), message);
  }

  private static GraphStore open(ServerAddress address, Credentials credentials) {
    return RemoteGraphStore.open(
        address, credentials, Patience.DEFAULT, null, GraphFactory::createDefaultGraph);
  }

  private static void update(FusekiServer server, String update) {
    UpdateExecution.service(server.update().toString()).update(update).execute();
  }
}
