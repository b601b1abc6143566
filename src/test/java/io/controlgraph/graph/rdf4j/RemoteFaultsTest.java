package io.controlgraph.graph.rdf4j;

import static io.controlgraph.graph.Quads.add;
import static io.controlgraph.graph.Quads.quad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.jena.MemoryFolder;
import io.controlgraph.testing.servers.FusekiServer;
import io.controlgraph.testing.servers.Rdf4jServer;
import io.controlgraph.testing.servers.ServerProcess;
import io.controlgraph.testing.servers.TripleStoreServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that fails is told of in time, and used again once it works, by the same store. */
@Timeout(120)
class RemoteFaultsTest {
  /** Far more rows than anybody reads: the third power of how many there are. */
  private static final String ENDLESS =
      "SELECT ?a ?b ?c { ?a <http://example.org/number> ?x . ?b <http://example.org/number> ?y ."
          + " ?c <http://example.org/number> ?z }";

  private static final int THINGS = 500;
  private static final String FEW = "SELECT ?a { ?a <http://example.org/number> ?x } LIMIT 3";
  private static final Duration SERVER_TIME = Duration.ofSeconds(8);
  private static final Duration LONG = Duration.ofSeconds(60);

  /** How much later than its deadline an answer may come on a busy machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static FusekiServer fuseki;
  private static Rdf4jServer rdf4j;

  /** The makers of the servers. */
  enum Maker {
    FUSEKI,
    RDF4J;

    private TripleStoreServer server() {
      return this == FUSEKI ? fuseki : rdf4j;
    }

    private ServerProcess process() {
      return server().process();
    }

    private GraphStore open() {
      return Servers.open(Servers.address(server()));
    }
  }

  @BeforeAll
  static void start(@TempDir(factory = MemoryFolder.class) Path folder) throws Exception {
    fuseki =
        FusekiServer.start(
            Files.createDirectory(folder.resolve("fuseki")),
            FusekiServer.Setup.USUAL.onDisk().withTimeout(SERVER_TIME));
    rdf4j =
        Rdf4jServer.start(
            Files.createDirectory(folder.resolve("rdf4j")), Rdf4jServer.Setup.USUAL.onDisk());
    Quad[] things =
        IntStream.range(0, THINGS)
            .mapToObj(i -> quad("g", "thing" + i, "number", "\"" + i + "\""))
            .toArray(Quad[]::new);
    for (Maker maker : Maker.values()) {
      try (GraphStore store = maker.open()) {
        add(store, things);
      }
    }
  }

  @AfterAll
  static void stop() throws Exception {
    fuseki.close();
    rdf4j.close();
  }

  /** Ends what servers may still be at work on. */
  @AfterEach
  void wake() throws Exception {
    for (Maker maker : Maker.values()) {
      if (ProcessHandle.of(maker.process().pid()).isEmpty()) {
        maker.process().restart();
      }
      maker.process().resume();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_server_killed_in_the_middle_of_an_answer(Maker maker) {
    try (GraphStore store = maker.open()) {
      long[] rows = new long[1];
      GraphFailure.ServerFailed failed =
          assertThrows(
              GraphFailure.ServerFailed.class,
              () ->
                  read(
                      store,
                      LONG,
                      view -> {
                        RowSet found = view.select(ENDLESS);
                        while (found.hasNext()) {
                          found.next();
                          if (++rows[0] == 1000) {
                            maker.process().kill();
                          }
                        }
                        return rows[0];
                      }));
      assertTrue(rows[0] >= 1000, () -> rows[0] + " rows");
      assertSays(failed, maker, "ended its answer half way");
      maker.process().restart();
      assertAnswers(store);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_server_that_falls_silent_before_its_answer(Maker maker) throws Exception {
    try (GraphStore store = maker.open()) {
      assertAnswers(store);
      maker.process().pause();
      Duration allowed = Duration.ofSeconds(2);
      long begun = System.nanoTime();
      assertThrows(
          GraphFailure.DeadlineExceeded.class,
          () -> read(store, allowed, view -> view.ask("ASK {}")));
      assertEnded(begun, allowed);
      maker.process().resume();
      assertAnswers(store);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_server_that_falls_silent_in_the_middle_of_its_answer(Maker maker) throws Exception {
    try (GraphStore store = maker.open()) {
      Duration allowed = Duration.ofSeconds(3);
      long begun = System.nanoTime();
      assertThrows(
          GraphFailure.DeadlineExceeded.class,
          () ->
              read(
                  store,
                  allowed,
                  view -> {
                    RowSet found = view.select(ENDLESS);
                    for (long rows = 0; found.hasNext(); rows++) {
                      found.next();
                      if (rows == 1000) {
                        maker.process().pause();
                      }
                    }
                    return true;
                  }));
      assertEnded(begun, allowed);
      maker.process().resume();
      assertAnswers(store);
    }
  }

  @Test
  void a_server_that_stops_its_own_answer() throws Exception {
    try (GraphStore store = Maker.FUSEKI.open()) {
      GraphFailure.ServerFailed failed =
          assertThrows(
              GraphFailure.ServerFailed.class,
              () ->
                  read(
                      store,
                      LONG,
                      view -> {
                        RowSet found = view.select(ENDLESS);
                        while (found.hasNext()) {
                          found.next();
                        }
                        return true;
                      }));
      assertSays(failed, Maker.FUSEKI, "broke off its answer");
      assertAnswers(store);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_server_that_is_down(Maker maker) throws Exception {
    try (GraphStore store = maker.open();
        GraphStore impatient =
            Servers.open(
                Servers.address(maker.server()),
                new Patience(Duration.ofSeconds(5), Duration.ofSeconds(60), 0, 4),
                GraphFactory.createDefaultGraph())) {
      for (GraphStore each : List.of(store, impatient)) {
        fourAtOnce(each);
      }
      maker.process().kill();
      for (GraphStore each : List.of(store, impatient)) {
        long begun = System.nanoTime();
        assertSays(
            assertThrows(GraphFailure.ServerFailed.class, () -> assertAnswers(each)),
            maker,
            "cannot be reached");
        assertEnded(begun, Duration.ofSeconds(2));
        assertSays(
            assertThrows(
                GraphFailure.ServerFailed.class, () -> add(each, quad("g", "a", "p", "b"))),
            maker,
            "cannot be reached");
      }
      maker.process().restart();
      for (GraphStore each : List.of(store, impatient)) {
        assertAnswers(each);
        fourAtOnce(each);
      }
    }
  }

  /** So that as many connections are kept. */
  private static void fourAtOnce(GraphStore store) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      CountDownLatch all = new CountDownLatch(4);
      List<Future<Boolean>> reads = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        reads.add(
            threads.submit(
                () ->
                    read(
                        store,
                        LONG,
                        view -> {
                          RowSet rows = view.select(FEW);
                          rows.next();
                          all.countDown();
                          all.await();
                          return rows.hasNext();
                        })));
      }
      for (Future<Boolean> read : reads) {
        assertTrue(read.get(60, TimeUnit.SECONDS));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void all_connections_in_use() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (GraphStore store =
        Servers.open(
            Servers.address(fuseki),
            new Patience(Duration.ofSeconds(5), Duration.ofSeconds(60), 2, 2),
            GraphFactory.createDefaultGraph())) {
      CountDownLatch inUse = new CountDownLatch(2);
      CountDownLatch enough = new CountDownLatch(1);
      List<Future<Boolean>> slow = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        slow.add(
            threads.submit(
                () ->
                    read(
                        store,
                        LONG,
                        view -> {
                          RowSet rows = view.select(ENDLESS);
                          rows.next();
                          inUse.countDown();
                          enough.await();
                          return rows.hasNext();
                        })));
      }
      inUse.await();
      Duration allowed = Duration.ofSeconds(1);
      long begun = System.nanoTime();
      GraphFailure failed =
          assertThrows(GraphFailure.class, () -> read(store, allowed, view -> view.ask("ASK {}")));
      assertEnded(begun, allowed);
      assertTrue(failed instanceof GraphFailure.DeadlineExceeded, failed::toString);
      assertTrue(
          String.valueOf(failed.getMessage()).contains("as many requests"), failed.toString());
      enough.countDown();
      for (Future<Boolean> read : slow) {
        assertTrue(read.get(60, TimeUnit.SECONDS));
      }
      assertAnswers(store);
    } finally {
      threads.shutdownNow();
    }
  }

  /** It has the update, and will make it when it wakes. */
  @ParameterizedTest
  @EnumSource
  void a_server_that_falls_silent_when_it_is_written(Maker maker) throws Exception {
    try (GraphStore store = maker.open()) {
      long before = store.revision().number();
      Duration allowed = Duration.ofSeconds(3);
      long begun = System.nanoTime();
      GraphFailure.DeadlineExceeded stopped =
          assertThrows(
              GraphFailure.DeadlineExceeded.class,
              () ->
                  store.write(
                      "tester",
                      "late",
                      Deadline.after(allowed),
                      transaction -> {
                        transaction.add(quad("g", "late", "p", maker.name()));
                        maker.process().pause();
                      }));
      assertEnded(begun, allowed.plusSeconds(10));
      assertTrue(
          String.valueOf(stopped.getMessage()).contains("look at the latest revision"),
          stopped.toString());
      maker.process().resume();
      assertAnswers(store);
      long after = addUnlessOvertaken(store, quad("g", "after", "p", maker.name() + before));
      assertTrue(after == before + 1 || after == before + 2, () -> before + " and then " + after);
    }
  }

  /** The update that the server still has may be made between the two steps of this one. */
  private static long addUnlessOvertaken(GraphStore store, Quad quad) {
    try {
      return add(store, quad).number();
    } catch (GraphFailure.Overtaken e) {
      return add(store, quad).number();
    }
  }

  private static void assertAnswers(GraphStore store) {
    assertEquals(
        3,
        store
            .<List<String>, RuntimeException>read(
                Scope.ALL,
                Deadline.after(LONG),
                view -> {
                  List<String> rows = new ArrayList<>();
                  view.select(FEW).forEachRemaining(row -> rows.add(row.toString()));
                  return rows;
                })
            .size());
  }

  private static void assertSays(GraphFailure.ServerFailed failed, Maker maker, String what) {
    String address = maker.server().query().toString();
    assertEquals(address, failed.server());
    String message = String.valueOf(failed.getMessage());
    assertTrue(message.startsWith(address + " " + what), message);
  }

  private static void assertEnded(long begun, Duration allowed) {
    Duration taken = Duration.ofNanos(System.nanoTime() - begun);
    assertTrue(taken.compareTo(allowed.plus(PATIENCE)) < 0, () -> taken + " of " + allowed);
  }

  private static <T> T read(
      GraphStore store, Duration allowed, GraphStore.ReadWork<T, Exception> work) throws Exception {
    return store.read(Scope.ALL, Deadline.after(allowed), work);
  }
}
