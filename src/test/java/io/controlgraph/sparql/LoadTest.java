package io.controlgraph.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many clients at once, in two rounds; {@code -Dload.seconds} says how long they go on in all. */
@Timeout(300)
final class LoadTest {
  private static final int CLIENTS = 64;
  private static final int SECONDS = Integer.getInteger("load.seconds", 15);

  /** What the store's caches may still take up between the rounds. */
  private static final long SOME_HEAP = 64L << 20;

  private final LoadTally tally = new LoadTally();
  private final ExecutorService connections = Executors.newFixedThreadPool(2);
  private final HttpClient client = HttpClient.newBuilder().executor(connections).build();

  @Test
  void manyClientsGetWholeAnswersOrAreToldToComeAgain(@TempDir Path folder) throws Exception {
    Set<Thread> threadsBefore = Thread.getAllStackTraces().keySet();
    Served served =
        Served.in(folder, Served.Recipe.PLAIN.withUpdates())
            .with(Fixture.many(LoadClient.STATEMENTS));
    long first = served.store().revision().number();
    round(served, "a", first);
    long heapBetween = heap();
    round(served, "b", first);
    long heapAfter = heap();
    int threads = Thread.activeCount();

    assertEquals(List.of(), List.copyOf(tally.faults()));
    everyUpdateIsOneRevision(served, first);
    assertTrue(heapAfter < heapBetween + SOME_HEAP, heapBetween + " bytes, then " + heapAfter);
    served.store().write("test", "Afterwards", transaction -> {});
    assertTimeout(Duration.ofSeconds(10), served::close, "a transaction is open");
    connections.shutdown();
    await(() -> left(threadsBefore), "still go on");
    System.out.printf(
        "load %d s: %s; small reads p50 %d ms, p95 %d ms; heap %d MB, then %d MB; %d threads,"
            + " %d revisions%n",
        SECONDS,
        tally,
        tally.percentile(50),
        tally.percentile(95),
        heapBetween >> 20,
        heapAfter >> 20,
        threads,
        tally.revisions().size());
  }

  /** Has all clients ask for half of the time, and waits until nothing runs. */
  private void round(Served served, String name, long firstRevision) throws Exception {
    long until = System.nanoTime() + Duration.ofMillis(SECONDS * 500L).toNanos();
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(
          new Thread(
              new LoadClient(served, client, tally, name + i, firstRevision, until), "client"));
    }
    clients.forEach(Thread::start);
    for (Thread each : clients) {
      each.join();
    }
    await(() -> running(served), "still run");
  }

  private void everyUpdateIsOneRevision(Served served, long first) throws Exception {
    long last = served.store().revision().number();
    assertEquals(
        LongStream.rangeClosed(first + 1, last).boxed().collect(Collectors.toSet()),
        Set.copyOf(tally.revisions()));
    Answer log =
        served.get(
            Served.sparql(
                Fixture.PREFIXES + "SELECT ?s { GRAPH ex:log { ?s ?p ?o } }", "format", "csv"));
    Set<String> names =
        log.body()
            .lines()
            .skip(1)
            .map(iri -> iri.substring("http://example.org/".length()))
            .collect(Collectors.toSet());
    assertEquals(new TreeSet<>(tally.names()), new TreeSet<>(names));
    assertTrue(tally.outcomesOf("200") > 0 && tally.outcomesOf("204") > 0, tally.toString());
  }

  private static Set<String> running(Served served) throws Exception {
    return served.get("/api/v1/running").json().path("running").findValuesAsText("query").stream()
        .collect(Collectors.toSet());
  }

  /**
   * The server's threads that outlive it. Those of HTTP clients end when they are collected, and
   * Jena has one alarm clock for the whole process.
   */
  private static Set<String> left(Set<Thread> before) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread))
        .map(Thread::getName)
        .filter(name -> !name.matches("HttpClient-.*|ForkJoinPool.common.*|alarm-clock-1"))
        .collect(Collectors.toSet());
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** Waits until there are none of these. */
  private static void await(Callable<Set<String>> these, String what) throws Exception {
    long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    Set<String> left = these.call();
    while (!left.isEmpty()) {
      assertTrue(System.nanoTime() - until < 0, left + " " + what);
      Thread.onSpinWait();
      left = these.call();
    }
  }
}
