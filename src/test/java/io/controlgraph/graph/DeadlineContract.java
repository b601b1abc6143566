package io.controlgraph.graph;

import static io.controlgraph.graph.Quads.NS;
import static io.controlgraph.graph.Quads.iri;
import static io.controlgraph.graph.Quads.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every read ends by its deadline, whatever it is in the middle of. */
public abstract class DeadlineContract {
  private static final Duration SHORT = Duration.ofMillis(300);

  /** What a busy machine may add until a query that was told to stop has stopped. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final String CROSS = "?a ?p ?b . ?c ?q ?d . ?e ?r ?f .";

  protected GraphStore store;

  /** Opens an empty store without shapes. */
  protected abstract GraphStore open();

  /** A ring with chords, on which nearly everything is connected with everything. */
  @BeforeEach
  void fill() {
    store = open();
    store.write(
        "tester",
        "ring",
        transaction -> {
          int size = 3000;
          for (int i = 0; i < size; i++) {
            for (int step : new int[] {1, 7}) {
              transaction.add(
                  Quad.create(
                      iri("g" + i % 3), iri("n" + i), iri("p"), iri("n" + (i + step) % size)));
            }
          }
        });
  }

  @AfterEach
  void close() {
    store.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { " + CROSS + " } ORDER BY ?f ?a",
        "SELECT (COUNT(*) AS ?n) { " + CROSS + " }",
        "SELECT ?a (SUM(STRLEN(STR(?f))) AS ?n) { " + CROSS + " } GROUP BY ?a",
        "SELECT DISTINCT ?a ?f { " + CROSS + " }",
        "SELECT * { ?a ?p ?b . ?c ?q ?d FILTER(STR(?a) = CONCAT(STR(?d), 'x')) }",
        "SELECT (COUNT(*) AS ?n) { ?a <p>+ ?b }",
        "SELECT (COUNT(*) AS ?n) { ?a (<p>|^<p>)+ ?b . ?b (<p>|^<p>)+ ?c }",
        "SELECT * { ?a ?p ?b . ?e ?s ?f OPTIONAL { ?c ?q ?d MINUS { ?c ?r ?a } }"
            + " FILTER(STR(?d) = 'never') }"
      })
  void aQueryIsStoppedAtItsDeadline(String query) {
    long start = System.nanoTime();
    GraphFailure.DeadlineExceeded exceeded =
        assertThrows(
            GraphFailure.DeadlineExceeded.class,
            () ->
                store.read(
                    Scope.ALL,
                    Deadline.after(SHORT),
                    view -> {
                      view.select("BASE <" + NS + "> " + query).forEachRemaining(row -> {});
                      return 0;
                    }),
            query);
    assertEquals(SHORT, exceeded.allowed());
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    assertTrue(taken.compareTo(PATIENCE) < 0, query + " took " + taken);
  }

  @Test
  void askAndConstructAreStoppedToo() {
    assertThrows(
        GraphFailure.DeadlineExceeded.class,
        () ->
            store.read(
                Scope.ALL,
                Deadline.after(SHORT),
                view -> view.ask("ASK { " + CROSS + " FILTER(STR(?f) = 'never') }")));
    assertThrows(
        GraphFailure.DeadlineExceeded.class,
        () ->
            store.read(
                Scope.ALL,
                Deadline.after(SHORT),
                view -> {
                  view.construct(
                      "CONSTRUCT { ?a ?p ?f } { " + CROSS + " }", StreamRDFLib.sinkNull());
                  return 0;
                }));
  }

  @Test
  void aRestrictedReaderIsStoppedToo() {
    assertThrows(
        GraphFailure.DeadlineExceeded.class,
        () ->
            store.read(
                new Scope.Graphs(Set.of(iri("g0"), iri("g1"))),
                Deadline.after(SHORT),
                view -> view.ask("ASK { " + CROSS + " FILTER(STR(?f) = 'never') }")));
  }

  @Test
  void quadsAreStoppedToo() {
    assertThrows(
        GraphFailure.DeadlineExceeded.class,
        () ->
            store.read(
                Scope.ALL,
                Deadline.after(SHORT),
                view -> {
                  for (; ; ) {
                    view.quads(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEach(quad -> {});
                  }
                }));
  }

  @Test
  void anotherThreadCanCancelARunningQuery() throws InterruptedException {
    Deadline deadline = Deadline.after(Duration.ofMinutes(30));
    CountDownLatch running = new CountDownLatch(1);
    CompletableFuture<Integer> query =
        CompletableFuture.supplyAsync(
            () ->
                store.read(
                    Scope.ALL,
                    deadline,
                    view -> {
                      view.select("SELECT * { " + CROSS + " }")
                          .forEachRemaining(row -> running.countDown());
                      return 0;
                    }));
    running.await();
    deadline.cancel();

    CompletionException stopped = assertThrows(CompletionException.class, query::join);
    assertInstanceOf(GraphFailure.DeadlineExceeded.class, stopped.getCause());
  }

  @Test
  void aDeadlineThatHasPassedStopsEvenAQuickQuery() {
    Deadline passed = Deadline.after(Duration.ofMinutes(1));
    passed.cancel();
    assertThrows(
        GraphFailure.DeadlineExceeded.class,
        () -> store.read(Scope.ALL, passed, view -> rows(view, "SELECT * { ?s ?p 1 }")));
  }

  @Test
  void aStoreServesOnAfterQueriesWereStopped() {
    assertThrows(
        GraphFailure.DeadlineExceeded.class,
        () ->
            store.read(
                Scope.ALL,
                Deadline.after(SHORT),
                view -> view.ask("ASK { " + CROSS + " FILTER(STR(?f) = 'never') }")));
    assertEquals(2, Quads.add(store, Quads.quad("g", "a", "p", "b")).number());
  }
}
