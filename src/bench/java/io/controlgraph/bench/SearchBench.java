package io.controlgraph.bench;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.jena.StoreOptions;
import io.controlgraph.graph.jena.Tdb2GraphStore;
import io.controlgraph.search.LabelIndex;
import io.controlgraph.search.LiveIndex;
import io.controlgraph.search.Request;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;

/**
 * Times searches over a store that {@link ServerBench} has filled, how long the index takes to
 * build, its memory, and what it adds to a commit. Searches and commits are timed by the processor
 * time of their thread, so that what else the machine does counts little.
 *
 * <p>Argument: the folder of the store.
 */
public final class SearchBench {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final int RUNS = 20;
  private static final int COMMITS = 30;
  private static final List<String> TYPED =
      List.of(
          "access control",
          "backup of training data",
          "risk",
          "hospital",
          "supplier",
          "encryption",
          "model",
          "chest x-ray",
          "evidence",
          "policy");
  private static final Map<String, List<String>> OTHERS =
      Map.of(
          "ids", List.of("A.5.23", "5.23", "a 5.23", "iso 27001 5.23", "RSK-001", "sys-cxr"),
          "fuzzy", List.of("encrpytion", "polcy", "suplier", "trainig data", "zzzzzzzz"),
          "scoped", List.of("hospital-7 risk", "bank control backup", "risk ransomware"));

  private SearchBench() {}

  public static void main(String[] args) throws InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (Tdb2GraphStore store =
        Tdb2GraphStore.open(
            Path.of(args[0]), new StoreOptions(null, GraphFactory::createDefaultGraph))) {
      commits(store, "to warm up");
      long plain = commits(store, "without index");
      long before = used();
      long start = System.nanoTime();
      try (LiveIndex live = LiveIndex.over(store)) {
        LabelIndex index = live.await(Deadline.after(LONGEST)).orElseThrow();
        out.printf("built in %d ms%n", millis(start));
        out.printf("memory %d MB%n", (used() - before) >> 20);
        out.printf("commit %d us without, %d us with%n", plain, commits(store, "with index"));
        groups().forEach((name, texts) -> time(out, index, name, texts));
      }
    }
  }

  private static Map<String, List<String>> groups() {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    for (int letters = 1; letters <= 6; letters++) {
      int length = letters;
      groups.put(
          length + " letters",
          TYPED.stream().map(text -> text.substring(0, Math.min(length, text.length()))).toList());
    }
    groups.put("whole", TYPED);
    groups.putAll(OTHERS);
    return groups;
  }

  private static void time(PrintStream out, LabelIndex index, String name, List<String> texts) {
    List<Long> times = new ArrayList<>();
    long hits = 0;
    for (int run = 0; run <= RUNS; run++) {
      for (String text : texts) {
        long start = THREADS.getCurrentThreadCpuTime();
        hits += index.search(new Request(text, null, 20, Scope.ALL)).size();
        if (run > 0) {
          times.add((THREADS.getCurrentThreadCpuTime() - start) / 1000);
        }
      }
    }
    long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
    out.printf(
        "%-10s p50 %6d us  p95 %6d us  max %6d us  hits %d%n",
        name,
        sorted[sorted.length / 2],
        sorted[sorted.length * 95 / 100],
        sorted[sorted.length - 1],
        hits);
  }

  /** Median microseconds of a commit that changes a label. */
  private static long commits(Tdb2GraphStore store, String run) {
    Node graph = NodeFactory.createURI("urn:bench");
    Node thing = NodeFactory.createURI("urn:bench:thing");
    long[] times = new long[COMMITS];
    for (int i = 0; i < COMMITS; i++) {
      Node label = NodeFactory.createLiteralString("Control of access " + run + " " + i);
      long start = THREADS.getCurrentThreadCpuTime();
      store.write(
          "bench",
          "Change a label",
          transaction -> transaction.add(Quad.create(graph, thing, RDFS.label.asNode(), label)));
      times[i] = (THREADS.getCurrentThreadCpuTime() - start) / 1000;
    }
    Arrays.sort(times);
    return times[COMMITS / 2];
  }

  private static long used() {
    System.gc();
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static long millis(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
