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
    Class<? extends GraphFailure> expected =
        store.can(Capability.SCOPES)
            ? GraphFailure.DeadlineExceeded.class
            : GraphFailure.NotCapable.class;
    assertThrows(
        expected,
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
  void changesAreStoppedToo() {
    Deadline deadline = Deadline.after(Duration.ofMinutes(30));
    Revision before = store.revision();
    int[] added = new int[1];
    assertThrows(
        GraphFailure.DeadlineExceeded.class,
        () ->
            store.write(
                "tester",
                "too many",
                deadline,
                transaction -> {
                  deadline.cancel();
                  for (int i = 0; i < 10_000; i++) {
                    transaction.add(Quads.quad("g", "new" + i, "p", "b"));
                    added[0]++;
                  }
                }));
    assertTrue(added[0] < 1_000, added[0] + " were added");
    assertEquals(before, store.revision());
  }

  @Test
  void aWriteWaitsForAnotherUntilItsDeadline() throws Exception {
    CountDownLatch writing = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    CompletableFuture<WriteOutcome> first =
        CompletableFuture.supplyAsync(
            () ->
                store.write(
                    "tester",
                    "first",
                    transaction -> {
                      writing.countDown();
                      await(release);
                      transaction.add(Quads.quad("g", "a", "p", "b"));
                    }));
    writing.await();
    GraphFailure.DeadlineExceeded exceeded =
        assertThrows(
            GraphFailure.DeadlineExceeded.class, () -> writeUntil(Deadline.after(SHORT), "c"));
    assertEquals(SHORT, exceeded.allowed());

    Deadline cancelled = Deadline.after(Duration.ofMinutes(30));
    CompletableFuture<WriteOutcome> second =
        CompletableFuture.supplyAsync(() -> writeUntil(cancelled, "d"));
    cancelled.cancel();
    CompletionException stopped = assertThrows(CompletionException.class, second::join);
    assertInstanceOf(GraphFailure.DeadlineExceeded.class, stopped.getCause());

    CompletableFuture<WriteOutcome> third =
        CompletableFuture.supplyAsync(
            () -> writeUntil(Deadline.after(Duration.ofMinutes(30)), "e"));
    release.countDown();
    assertInstanceOf(WriteOutcome.Committed.class, first.join());
    assertInstanceOf(WriteOutcome.Committed.class, third.join());
    assertEquals(3, store.revision().number(), "the ring, the first and the third");
  }

  @Test
  void aWriteThatEndsTooLateIsNotCommitted() {
    Deadline deadline = Deadline.after(Duration.ofMinutes(30));
    assertThrows(
        GraphFailure.DeadlineExceeded.class,
        () ->
            store.write(
                "tester",
                "late",
                deadline,
                transaction -> {
                  transaction.add(Quads.quad("g", "a", "p", "b"));
                  deadline.cancel();
                }));
    assertEquals(1, store.revision().number());
    assertEquals(2, Quads.add(store, Quads.quad("g", "a", "p", "b")).number());
  }

  private WriteOutcome writeUntil(Deadline deadline, String subject) {
    return store.write(
        "tester",
        "in time",
        deadline,
        transaction -> transaction.add(Quads.quad("g", subject, "p", "b")));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
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
