package io.controlgraph.graph.rdf4j;

import static io.controlgraph.graph.Quads.add;
import static io.controlgraph.graph.Quads.all;
import static io.controlgraph.graph.Quads.quad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Revision;
import io.controlgraph.graph.WriteOutcome;
import io.controlgraph.graph.jena.MemoryFolder;
import io.controlgraph.testing.Interceptor;
import io.controlgraph.testing.Interceptor.Deed;
import io.controlgraph.testing.servers.FusekiServer;
import io.controlgraph.testing.servers.Rdf4jServer;
import io.controlgraph.testing.servers.TripleStoreServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A write on another server is made once, or not at all, and its outcome is told. */
@Timeout(180)
class RemoteWritesTest {
  private static final int ROUNDS = 50;

  private static FusekiServer fuseki;
  private static Rdf4jServer rdf4j;

  /** The makers of the servers. */
  enum Maker {
    FUSEKI,
    RDF4J;

    private TripleStoreServer server() {
      return this == FUSEKI ? fuseki : rdf4j;
    }
  }

  @BeforeAll
  static void start(@TempDir(factory = MemoryFolder.class) Path folder) throws Exception {
    fuseki =
        FusekiServer.start(
            Files.createDirectory(folder.resolve("fuseki")), FusekiServer.Setup.USUAL);
    rdf4j =
        Rdf4jServer.start(Files.createDirectory(folder.resolve("rdf4j")), Rdf4jServer.Setup.USUAL);
  }

  @AfterAll
  static void stop() throws Exception {
    fuseki.close();
    rdf4j.close();
  }

  /** RDF4J's memory store lets both win now and then, whatever it is told: see engines.md. */
  @Test
  void of_two_that_write_at_once_one_wins() throws Exception {
    ServerAddress address = Servers.address(fuseki);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (GraphStore one = Servers.emptied(fuseki, GraphFactory.createDefaultGraph());
        GraphStore other = Servers.open(address)) {
      List<GraphStore> stores = List.of(one, other);
      Set<Quad> won = new HashSet<>();
      for (int round = 1; round <= ROUNDS; round++) {
        CyclicBarrier bothHaveRead = new CyclicBarrier(2);
        List<Future<WriteOutcome>> outcomes = new ArrayList<>();
        for (int writer = 0; writer < 2; writer++) {
          GraphStore store = stores.get(writer);
          Quad quad = written(round, writer);
          outcomes.add(threads.submit(writing(store, quad, bothHaveRead)));
        }
        int winners = 0;
        for (int writer = 0; writer < 2; writer++) {
          try {
            WriteOutcome outcome = outcomes.get(writer).get(60, TimeUnit.SECONDS);
            assertInstanceOf(WriteOutcome.Committed.class, outcome);
            won.add(written(round, writer));
            winners++;
          } catch (ExecutionException e) {
            assertInstanceOf(GraphFailure.Overtaken.class, e.getCause());
          }
        }
        assertEquals(1, winners, "winners of round " + round);
        assertEquals(round, one.revision().number());
        assertEquals(one.revision(), other.revision());
        assertEquals(won, all(one));
      }
      List<Revision> log = one.log().list(Long.MAX_VALUE, 2 * ROUNDS);
      assertEquals(ROUNDS, log.size());
      for (int i = 1; i < ROUNDS; i++) {
        assertEquals(log.get(i).hash(), log.get(i - 1).previous());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<WriteOutcome> writing(
      GraphStore store, Quad quad, CyclicBarrier bothHaveRead) {
    return () ->
        store.write(
            "tester",
            "round",
            transaction -> {
              transaction.add(quad);
              bothHaveRead.await(60, TimeUnit.SECONDS);
            });
  }

  private static Quad written(int round, int writer) {
    return quad("g", "round" + round, "writer", "w" + writer);
  }

  /** Another writes when all but the last request has been made. */
  @ParameterizedTest
  @EnumSource
  void who_is_overtaken_at_the_last_step_is_told(Maker maker) throws Exception {
    try (Interceptor between = Interceptor.before(maker.server().query());
        GraphStore one = Servers.emptied(seen(between, maker), GraphFactory.createDefaultGraph());
        GraphStore other = Servers.open(Servers.address(maker.server()))) {
      add(one, quad("g", "a", "p", "b"));
      AtomicBoolean overtaken = new AtomicBoolean();
      between.plan(
          request -> {
            if (request.isUpdate() && overtaken.compareAndSet(false, true)) {
              add(other, quad("g", "a", "p", "first"));
            }
            return Deed.PASS;
          });
      assertThrows(GraphFailure.Overtaken.class, () -> add(one, quad("g", "a", "p", "second")));
      assertTrue(overtaken.get());
      assertEquals(2, one.revision().number());
      assertEquals(Set.of(quad("g", "a", "p", "b"), quad("g", "a", "p", "first")), all(one));
      assertEquals(3, add(one, quad("g", "a", "p", "second")).number());
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_update_whose_answer_is_lost_is_found_to_be_made(Maker maker) throws Exception {
    try (Interceptor between = Interceptor.before(maker.server().query());
        GraphStore store =
            Servers.emptied(seen(between, maker), GraphFactory.createDefaultGraph())) {
      add(store, quad("g", "a", "p", "b"));
      long before = updates(between);
      between.plan(request -> request.isUpdate() ? Deed.LOSE_ANSWER : Deed.PASS);
      Revision revision = add(store, quad("g", "a", "p", "c"));
      assertEquals(2, revision.number());
      assertEquals(revision, store.revision());
      assertEquals(Set.of(quad("g", "a", "p", "b"), quad("g", "a", "p", "c")), all(store));
      assertEquals(1, updates(between) - before, "sent once");
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_update_that_is_lost_is_a_failure_and_not_sent_again(Maker maker) throws Exception {
    try (Interceptor between = Interceptor.before(maker.server().query());
        GraphStore store =
            Servers.emptied(seen(between, maker), GraphFactory.createDefaultGraph())) {
      Revision first = add(store, quad("g", "a", "p", "b"));
      long before = updates(between);
      for (Deed lost :
          List.of(
              Deed.LOSE,
              new Deed.Say("HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n"))) {
        between.plan(request -> request.isUpdate() ? lost : Deed.PASS);
        GraphFailure.ServerFailed failed =
            assertThrows(
                GraphFailure.ServerFailed.class, () -> add(store, quad("g", "a", "p", "c")));
        assertTrue(
            String.valueOf(failed.getMessage()).contains("look at the latest revision"),
            failed.toString());
        assertEquals(first, store.revision());
      }
      assertEquals(2, updates(between) - before, "each sent once");
      between.plan(request -> Deed.PASS);
      assertEquals(2, add(store, quad("g", "a", "p", "c")).number());
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_cannot_be_looked_at_is_said_to_be_unknown(Maker maker) throws Exception {
    try (Interceptor between = Interceptor.before(maker.server().query());
        GraphStore store =
            Servers.emptied(seen(between, maker), GraphFactory.createDefaultGraph())) {
      add(store, quad("g", "a", "p", "b"));
      boolean[] updated = new boolean[1];
      between.plan(
          request -> {
            updated[0] |= request.isUpdate();
            return request.isUpdate() ? Deed.LOSE_ANSWER : updated[0] ? Deed.LOSE : Deed.PASS;
          });
      GraphFailure.ServerFailed failed =
          assertThrows(GraphFailure.ServerFailed.class, () -> add(store, quad("g", "a", "p", "c")));
      assertTrue(
          String.valueOf(failed.getMessage()).contains("look at the latest revision"),
          failed.toString());
      between.plan(request -> Deed.PASS);
      assertEquals(2, store.revision().number());
    }
  }

  private static ServerAddress seen(Interceptor between, Maker maker) {
    return new ServerAddress(
        between.seen(maker.server().query()), between.seen(maker.server().update()));
  }

  private static long updates(Interceptor between) {
    return between.requests().stream().filter(Interceptor.Request::isUpdate).count();
  }
}
