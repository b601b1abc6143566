package io.controlgraph.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.Revision;
import io.controlgraph.testing.Served;
import io.controlgraph.testing.Wire;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.http.auth.AuthEnv;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.rdfconnection.RDFConnection;
import org.apache.jena.rdfconnection.RDFConnectionRemote;
import org.apache.jena.rdflink.RDFLink;
import org.apache.jena.rdflink.RDFLinkHTTP;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.http.GSP;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;
import org.apache.jena.sparql.exec.http.QuerySendMode;
import org.apache.jena.sparql.exec.http.UpdateSendMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Jena's clients at work on a running server: RDFConnection and RDFLink. */
@Timeout(60)
final class JenaClientTest {
  private static final String G1 = "http://example.org/g1";
  private static final String NEW = "http://example.org/new";
  private static final String COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }";

  private final LinkedBlockingQueue<String> reads = new LinkedBlockingQueue<>();

  private Served served;
  private RDFConnection connection;

  @BeforeEach
  void serve(@TempDir Path folder) {
    served =
        Served.in(
                folder,
                Served.Recipe.PLAIN.withUpdates().withShapes(Fixture.shapes()),
                store ->
                    new ReadsSeen(store)
                        .whenRead(deadline -> reads.add("start"), () -> reads.add("end")))
            .with(Fixture.SMALL);
    AuthEnv.get().setBearerTokenProvider((address, challenge) -> served.secret());
    connection = remote(HttpClient.newHttpClient());
  }

  @AfterEach
  void stop() {
    connection.close();
    forgetSecret();
    served.close();
  }

  @ParameterizedTest
  @EnumSource(QuerySendMode.class)
  void connectionAsksInEveryWayItCanSend(QuerySendMode mode) {
    try (RDFConnection asking =
        RDFConnectionRemote.service(endpoint()).querySendMode(mode).build()) {
      List<String> names = new ArrayList<>();
      asking.querySelect(
          Fixture.PREFIXES + "SELECT ?name { ?s ex:name ?name } ORDER BY ?s",
          row -> names.add(row.getLiteral("name").getString()));
      assertEquals(List.of("A", "B, \"quoted\"\nand more"), names);
      assertTrue(asking.queryAsk(Fixture.PREFIXES + "ASK { ex:a ex:knows ex:b }"));
      assertEquals(
          1, asking.queryConstruct(Fixture.PREFIXES + "CONSTRUCT WHERE { ?s ex:knows ?o }").size());
      assertEquals(2, asking.queryDescribe("DESCRIBE <http://example.org/b>").size());
    }
  }

  @ParameterizedTest
  @EnumSource(UpdateSendMode.class)
  void connectionUpdatesInEveryWayItCanSend(UpdateSendMode mode) {
    try (RDFConnection writing =
        RDFConnectionRemote.service(endpoint()).updateSendMode(mode).build()) {
      writing.update(Fixture.PREFIXES + "INSERT DATA { GRAPH ex:new { ex:n ex:name 'N' } }");
    }
    assertTrue(connection.queryAsk(Fixture.PREFIXES + "ASK { GRAPH ex:new { ex:n ex:name 'N' } }"));
  }

  @Test
  void connectionFetchesPutsLoadsAndDeletesGraphs(@TempDir Path folder) throws Exception {
    assertEquals(2, connection.fetch(G1).size());
    assertEquals(4, connection.fetch().size(), "the union of all");
    connection.put(NEW, one("X"));
    connection.load(NEW, one("Y"));
    assertEquals(2, connection.fetch(NEW).size());
    connection.put(NEW, one("Z"));
    assertTrue(connection.fetch(NEW).isIsomorphicWith(one("Z")));
    Path file = folder.resolve("one.ttl");
    Files.writeString(file, "<http://example.org/f> <http://example.org/name> '\u00e4' .");
    connection.load(NEW, file.toString());
    assertEquals(2, connection.fetch(NEW).size());
    connection.delete(NEW);
    assertEquals(
        404, assertThrows(HttpException.class, () -> connection.fetch(NEW)).getStatusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"TURTLE", "NTRIPLES", "RDFXML", "JSONLD"})
  void connectionSendsGraphsInEveryFormat(String format) {
    RDFFormat sent =
        switch (format) {
          case "NTRIPLES" -> RDFFormat.NTRIPLES;
          case "RDFXML" -> RDFFormat.RDFXML;
          case "JSONLD" -> RDFFormat.JSONLD;
          default -> RDFFormat.TURTLE;
        };
    try (RDFConnection writing =
        RDFConnectionRemote.newBuilder()
            .gspEndpoint(served.at("/data").toString())
            .triplesFormat(sent)
            .build()) {
      writing.put(NEW, one("\u00e4\u4e16"));
      assertTrue(writing.fetch(NEW).isIsomorphicWith(one("\u00e4\u4e16")));
    }
  }

  @Test
  void linkReadsAndWrites() {
    Node graph = NodeFactory.createURI(NEW);
    try (RDFLink link =
        RDFLinkHTTP.newBuilder()
            .queryEndpoint(endpoint())
            .updateEndpoint(endpoint())
            .gspEndpoint(served.at("/data").toString())
            .build()) {
      link.put(graph, one("X").getGraph());
      link.load(graph, one("Y").getGraph());
      Graph back = link.get(graph);
      assertEquals(2, back.size());
      link.update("DELETE WHERE { GRAPH <" + NEW + "> { ?s ?p 'X' } }");
      assertTrue(link.queryAsk("ASK { GRAPH <" + NEW + "> { ?s ?p 'Y' } }"));
      assertFalse(link.queryAsk("ASK { GRAPH <" + NEW + "> { ?s ?p 'X' } }"));
      link.queryRowSet(COUNT, rows -> assertEquals(1, rows.stream().count()));
      link.delete(graph);
      assertThrows(HttpException.class, () -> link.get(graph));
    }
  }

  /** Jena's clients ask for compression only when they are told to. */
  @Test
  void answersAreCompressedOnTheWireAndWholeForTheReader() throws Exception {
    served.with(Fixture.many(5000));
    String query = Fixture.PREFIXES + "SELECT * { ?s ex:number ?n }";
    String graph = "http://example.org/many";
    try (Wire wire = Wire.to(served)) {
      HttpClient client = HttpClient.newBuilder().proxy(ProxySelector.of(wire.address())).build();
      try (RDFConnection plain = remote(client)) {
        assertEquals(5000, plain.fetch(graph).size());
      }
      assertEquals(0, compressed(wire));
      try (QueryExec packed =
          QueryExecHTTP.service(endpoint())
              .httpClient(client)
              .httpHeader("Accept-Encoding", "gzip")
              .query(query)
              .build()) {
        assertEquals(5000, packed.select().stream().distinct().count());
      }
      assertEquals(1, compressed(wire), wire.requests());
      Graph packed =
          GSP.service(served.at("/data").toString())
              .httpClient(client)
              .httpHeader("Accept-Encoding", "gzip")
              .graphName(graph)
              .GET();
      assertEquals(5000, packed.size());
      assertEquals(2, compressed(wire), wire.requests());
    }
  }

  private static long compressed(Wire wire) {
    return wire.answers()
        .lines()
        .filter(line -> line.equalsIgnoreCase("Content-Encoding: gzip"))
        .count();
  }

  @Test
  void refusalsReachTheCallerWithStatusAndReason() {
    QueryExceptionHTTP badQuery =
        assertThrows(
            QueryExceptionHTTP.class,
            () -> connection.newQuery().parseCheck(false).query("SELECT * { ?s ?p }").ask());
    assertEquals(400, badQuery.getStatusCode());
    HttpException noGraph =
        assertThrows(
            HttpException.class, () -> connection.update("INSERT DATA { <x:a> <x:b> <x:c> }"));
    assertEquals(400, noGraph.getStatusCode());
    assertTrue(noGraph.getResponse().contains("must name its graph"), noGraph.getResponse());
    Model thing = ModelFactory.createDefaultModel();
    thing.createResource("x:t", ResourceFactory.createResource("http://example.org/Thing"));
    HttpException broken = assertThrows(HttpException.class, () -> connection.put(NEW, thing));
    assertEquals(422, broken.getStatusCode());
    assertEquals(
        403,
        assertThrows(HttpException.class, () -> connection.put(thing)).getStatusCode(),
        "the default graph is a union");
  }

  @Test
  void withoutTheSecretNothingIsWritten() {
    Revision before = served.store().revision();
    forgetSecret();
    assertEquals(
        401,
        assertThrows(
                HttpException.class,
                () -> connection.update("INSERT DATA { GRAPH <x:g> { <x:a> <x:b> 1 } }"))
            .getStatusCode());
    assertThrows(HttpException.class, () -> connection.put(NEW, one("X")));
    assertThrows(HttpException.class, () -> connection.delete(G1));
    assertEquals(before, served.store().revision());
  }

  @Test
  void aQueryThatIsClosedStopsOnTheServer() throws Exception {
    served.with(Fixture.many(600));
    try (QueryExecution rows = connection.query("SELECT * { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f }")) {
      assertTrue(rows.execSelect().hasNext());
      assertEquals("start", reads.take());
    }
    assertEquals("end", reads.poll(20, TimeUnit.SECONDS));
  }

  @Test
  void aClientThatGivesUpWaitingStopsItsQueryOnTheServer() throws Exception {
    served.with(Fixture.many(600));
    CompletableFuture<Void> asked =
        CompletableFuture.runAsync(
            () -> {
              try (QueryExecution query =
                  connection
                      .newQuery()
                      .query(Fixture.ENDLESS)
                      .timeout(1, TimeUnit.SECONDS)
                      .build()) {
                assertFalse(query.execSelect().hasNext());
              }
            });
    assertEquals("start", reads.take());
    assertEquals("end", reads.poll(20, TimeUnit.SECONDS));
    assertThrows(Exception.class, () -> asked.get(20, TimeUnit.SECONDS));
  }

  @Test
  void anAnswerThatIsBrokenOffIsAnErrorAndNotAShortAnswer() {
    served.with(Fixture.many(600));
    String endless = "SELECT * { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f }";
    try (RDFLink link =
        RDFLinkHTTP.newBuilder().queryEndpoint(endpoint() + "?timeout=0.5").build()) {
      assertThrows(Exception.class, () -> link.queryRowSet(endless, RowSet::materialize));
    }
  }

  private static void forgetSecret() {
    AuthEnv.get().setBearerTokenProvider(null);
    AuthEnv.get().clearActiveAuthentication();
  }

  private RDFConnection remote(HttpClient client) {
    return RDFConnectionRemote.newBuilder()
        .queryEndpoint(endpoint())
        .updateEndpoint(endpoint())
        .gspEndpoint(served.at("/data").toString())
        .httpClient(client)
        .build();
  }

  private String endpoint() {
    return served.at("/sparql").toString();
  }

  private static Model one(String name) {
    Model model = ModelFactory.createDefaultModel();
    model
        .createResource("http://example.org/x")
        .addProperty(ResourceFactory.createProperty("http://example.org/name"), name);
    return model;
  }
}
