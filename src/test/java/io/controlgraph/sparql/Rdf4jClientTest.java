package io.controlgraph.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.Revision;
import io.controlgraph.testing.Served;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpResponseInterceptor;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.query.GraphQueryResult;
import org.eclipse.rdf4j.query.QueryEvaluationException;
import org.eclipse.rdf4j.query.TupleQuery;
import org.eclipse.rdf4j.query.TupleQueryResult;
import org.eclipse.rdf4j.query.Update;
import org.eclipse.rdf4j.query.UpdateExecutionException;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.RepositoryException;
import org.eclipse.rdf4j.repository.sparql.SPARQLRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * RDF4J's SPARQLRepository at work on a running server. RDF4J has no client of the Graph Store HTTP
 * Protocol but inside that of its own server's protocol, so it adds and removes by updates.
 */
@Timeout(60)
final class Rdf4jClientTest {
  private static final IRI NEW = Values.iri("http://example.org/new");
  private static final IRI G1 = Values.iri("http://example.org/g1");
  private static final IRI A = Values.iri("http://example.org/a");
  private static final IRI NAME = Values.iri("http://example.org/name");
  private static final String MANY_ROWS = "SELECT * { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f }";

  private final LinkedBlockingQueue<String> reads = new LinkedBlockingQueue<>();

  private Served served;
  private SPARQLRepository repository;
  private RepositoryConnection connection;

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
    repository = repository(Map.of("Authorization", "Bearer " + served.secret()));
    connection = repository.getConnection();
  }

  @AfterEach
  void stop() {
    connection.close();
    repository.shutDown();
    served.close();
  }

  @Test
  void rowsAreSelectedWithAndWithoutBindings() {
    TupleQuery query =
        connection.prepareTupleQuery(
            Fixture.PREFIXES + "SELECT ?s ?name { ?s ex:name ?name } ORDER BY ?s");
    try (TupleQueryResult rows = query.evaluate()) {
      assertEquals(List.of("s", "name"), rows.getBindingNames());
      assertEquals("A", rows.next().getValue("name").stringValue());
      assertEquals(Values.literal("B, \"quoted\"\nand more", "en"), rows.next().getValue("name"));
      assertFalse(rows.hasNext());
    }
    query.setBinding("s", A);
    try (TupleQueryResult rows = query.evaluate()) {
      assertEquals(1, rows.stream().count());
    }
  }

  @Test
  void askAndConstructAndDescribe() {
    assertTrue(
        connection.prepareBooleanQuery(Fixture.PREFIXES + "ASK { ex:a ex:knows ex:b }").evaluate());
    assertFalse(
        connection.prepareBooleanQuery(Fixture.PREFIXES + "ASK { ex:b ex:knows ex:a }").evaluate());
    for (String query :
        List.of("CONSTRUCT WHERE { ?s ex:name ?o }", "DESCRIBE <http://example.org/b>")) {
      try (GraphQueryResult graph =
          connection.prepareGraphQuery(Fixture.PREFIXES + query).evaluate()) {
        assertEquals(2, graph.stream().count(), query);
      }
    }
  }

  @Test
  void statementsAndContextsAndSizes() {
    assertEquals(4, connection.size());
    assertEquals(2, connection.size(G1));
    assertEquals(
        3, connection.getStatements(A, null, null).stream().count(), "one stands in two graphs");
    assertEquals(1, connection.getStatements(A, NAME, null, G1).stream().count());
    TreeSet<String> contexts = new TreeSet<>();
    connection.getContextIDs().stream().forEach(context -> contexts.add(context.stringValue()));
    assertEquals(List.of(G1.stringValue(), "http://example.org/g2"), List.copyOf(contexts));
    assertTrue(connection.hasStatement(A, NAME, Values.literal("A"), false));
    assertFalse(connection.isEmpty());
  }

  @Test
  void aPreparedUpdateIsCarriedOutWithItsBindings() {
    Update update =
        connection.prepareUpdate(
            Fixture.PREFIXES
                + "INSERT { GRAPH ex:new { ?s ex:seen ?how } } WHERE { ?s ex:name ?n }");
    update.setBinding("s", A);
    update.setBinding("how", Values.literal("\u00e4"));
    update.execute();
    Statement only = connection.getStatements(null, null, null, NEW).stream().toList().get(0);
    assertEquals(A, only.getSubject());
    assertEquals(Values.literal("\u00e4"), only.getObject());
    assertEquals(1, connection.size(NEW));
  }

  @Test
  void statementsAreAddedAndRemovedAsOneRevision() {
    Revision before = served.store().revision();
    connection.begin();
    for (int i = 0; i < 100; i++) {
      connection.add(Values.iri("http://example.org/n" + i), NAME, Values.literal("N" + i), NEW);
    }
    connection.commit();
    assertEquals(100, connection.size(NEW));
    assertEquals(before.number() + 1, served.store().revision().number());
    connection.remove(Values.iri("http://example.org/n0"), null, null, NEW);
    assertEquals(99, connection.size(NEW));
    connection.clear(NEW);
    assertEquals(0, connection.size(NEW));
  }

  @Test
  void answersAreCompressedOnTheWireAndWholeForTheReader() throws Exception {
    served.with(Fixture.many(5000));
    AtomicInteger compressed = new AtomicInteger();
    try (CloseableHttpClient client =
        HttpClients.custom()
            .addInterceptorFirst(
                (HttpResponseInterceptor)
                    (response, context) -> {
                      var coding = response.getFirstHeader(HttpHeaders.CONTENT_ENCODING);
                      if (coding != null && coding.getValue().equals("gzip")) {
                        compressed.incrementAndGet();
                      }
                    })
            .build()) {
      repository.setHttpClient(client);
      try (RepositoryConnection packed = repository.getConnection();
          TupleQueryResult rows =
              packed
                  .prepareTupleQuery(Fixture.PREFIXES + "SELECT * { ?s ex:number ?n }")
                  .evaluate()) {
        assertEquals(5000, rows.stream().map(row -> row.getValue("n")).distinct().count());
        assertEquals(
            5000,
            packed.getStatements(null, Values.iri("http://example.org/number"), null).stream()
                .count());
      }
      assertEquals(2, compressed.get());
    }
  }

  @Test
  void refusalsReachTheCaller() {
    assertThrows(
        QueryEvaluationException.class,
        () -> connection.prepareTupleQuery("SELECT * { SERVICE <x:y> { ?s ?p ?o } }").evaluate());
    Exception noGraph =
        assertThrows(
            UpdateExecutionException.class,
            () -> connection.prepareUpdate("INSERT DATA { <x:a> <x:b> <x:c> }").execute());
    assertTrue(reasons(noGraph).contains("must name its graph"), reasons(noGraph));
    Exception noContext =
        assertThrows(
            RepositoryException.class, () -> connection.add(A, NAME, Values.literal("no graph")));
    assertTrue(reasons(noContext).contains("must name its graph"), reasons(noContext));
  }

  private static String reasons(Throwable failure) {
    StringBuilder text = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      text.append(cause).append('\n');
    }
    return text.toString();
  }

  @Test
  void withoutTheSecretNothingIsWritten() {
    Revision before = served.store().revision();
    SPARQLRepository stranger = repository(Map.of());
    try (RepositoryConnection writing = stranger.getConnection()) {
      assertEquals(4, writing.size(), "reading is free");
      assertThrows(RepositoryException.class, () -> writing.add(A, NAME, Values.literal("X"), NEW));
    } finally {
      stranger.shutDown();
    }
    assertEquals(before, served.store().revision());
  }

  @Test
  void aClientThatGivesUpWaitingStopsItsQueryOnTheServer() throws Exception {
    served.with(Fixture.many(600));
    TupleQuery query = connection.prepareTupleQuery(Fixture.ENDLESS);
    query.setMaxExecutionTime(1);
    assertThrows(QueryEvaluationException.class, query::evaluate);
    assertEveryReadEnds();
  }

  /** A client that has waited in vain may ask once more before it gives up. */
  private void assertEveryReadEnds() throws InterruptedException {
    int open = 0;
    do {
      String event = reads.poll(20, TimeUnit.SECONDS);
      assertNotNull(event, "a query still runs");
      open += event.equals("start") ? 1 : -1;
    } while (open > 0);
  }

  /** RDF4J reads a result that is closed half way to its end, so the server's deadline ends it. */
  @Test
  void aResultThatIsClosedHalfWayEndsAtTheDeadlineAndSaysSo() throws Exception {
    served.with(Fixture.many(600));
    try (RepositoryConnection hasty = hasty().getConnection()) {
      TupleQueryResult rows = hasty.prepareTupleQuery(MANY_ROWS).evaluate();
      assertTrue(rows.hasNext());
      assertEquals("start", reads.take());
      assertThrows(QueryEvaluationException.class, rows::close);
      assertEquals("end", reads.poll(20, TimeUnit.SECONDS));
    }
  }

  @Test
  void anAnswerThatIsBrokenOffIsAnErrorAndNotAShortAnswer() {
    served.with(Fixture.many(600));
    try (RepositoryConnection hasty = hasty().getConnection()) {
      TupleQuery query = hasty.prepareTupleQuery(MANY_ROWS);
      assertThrows(QueryEvaluationException.class, () -> count(query));
    }
  }

  private static long count(TupleQuery query) {
    try (TupleQueryResult rows = query.evaluate()) {
      return rows.stream().count();
    }
  }

  /** Allows a query one second. */
  private SPARQLRepository hasty() {
    SPARQLRepository made = new SPARQLRepository(served.at("/sparql?timeout=1").toString());
    made.init();
    return made;
  }

  private SPARQLRepository repository(Map<String, String> headers) {
    SPARQLRepository made = new SPARQLRepository(served.at("/sparql").toString());
    made.setAdditionalHttpHeaders(headers);
    made.enableQuadMode(true);
    made.init();
    return made;
  }
}
