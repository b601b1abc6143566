package io.controlgraph.bench;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.jena.StoreOptions;
import io.controlgraph.graph.jena.Tdb2GraphStore;
import io.controlgraph.trace.LiveTrace;
import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.Grouping;
import io.controlgraph.trace.index.IndexFile;
import io.controlgraph.trace.index.TraceIndex;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Times the trace index over a store that {@link QuestionBench} has filled: how long it takes to
 * build, its memory for each statement, and coverage on it.
 *
 * <p>Argument: the folder of the store.
 */
public final class TraceBench {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
  private static final int RUNS = 20;

  private TraceBench() {}

  public static void main(String[] args) throws InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (Tdb2GraphStore store =
        Tdb2GraphStore.open(
            Path.of(args[0]), new StoreOptions(null, GraphFactory::createDefaultGraph))) {
      long before = used();
      long start = System.nanoTime();
      IndexFile copy = new IndexFile(Path.of(args[0], "trace.index"));
      try (LiveTrace live = LiveTrace.over(store, copy)) {
        TraceIndex index =
            live.await(Deadline.after(Duration.ofMinutes(10))).orElseThrow().index().index();
        out.printf("there in %.0f ms%n", millis(System.nanoTime() - start));
        long bytes = used() - before;
        out.printf(
            "%d things, %d statements, %d MB, %d bytes a statement%n",
            index.size(), index.statements(), bytes >> 20, bytes / index.statements());
        time(out, "coverage of all from nothing", () -> all(new Coverage(index, DAY)));
        Coverage known = new Coverage(index, DAY);
        for (Grouping grouping : Grouping.values()) {
          time(
              out,
              "figures by " + grouping.id(),
              () ->
                  known
                      .figures(
                          grouping,
                          Arrays.stream(known.organisations())
                              .boxed()
                              .map(known::cells)
                              .flatMap(List::stream))
                      .size());
        }
      }
    }
  }

  private static int all(Coverage coverage) {
    return Arrays.stream(coverage.organisations()).map(each -> coverage.cells(each).size()).sum();
  }

  private static void time(PrintStream out, String what, Supplier<Integer> work) {
    double[] taken = new double[RUNS];
    int result = 0;
    for (int run = 0; run < RUNS; run++) {
      long start = System.nanoTime();
      result = work.get();
      taken[run] = millis(System.nanoTime() - start);
    }
    double first = taken[0];
    Arrays.sort(taken);
    out.printf(
        "%-32s %8d  first %8.1f ms, median %8.1f ms, p95 %8.1f ms%n",
        what, result, first, taken[RUNS / 2], taken[RUNS * 95 / 100]);
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
