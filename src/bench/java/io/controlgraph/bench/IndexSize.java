package io.controlgraph.bench;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.jena.Tdb2GraphStore;
import io.controlgraph.trace.LiveTrace;
import io.controlgraph.trace.index.IndexFile;
import io.controlgraph.trace.index.TraceIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How long the trace index of a store takes to be there, and the memory it holds.
 *
 * @param statements how many it has
 * @param bytes what it holds when it was read from its copy
 * @param secondsToBuild from the store alone
 * @param secondsToRead from its copy
 */
record IndexSize(long statements, long bytes, double secondsToBuild, double secondsToRead) {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** Builds it, and reads it again. */
  static IndexSize of(BenchData data) throws IOException, InterruptedException {
    Path file = data.ours().resolve("trace.index");
    Files.deleteIfExists(file);
    try (Tdb2GraphStore store = data.open()) {
      There built = there(store, file);
      There read = there(store, file);
      return new IndexSize(read.statements(), read.bytes(), built.seconds(), read.seconds());
    }
  }

  private record There(double seconds, long statements, long bytes) {}

  private static There there(Tdb2GraphStore store, Path file) throws InterruptedException {
    long before = used();
    long start = System.nanoTime();
    try (LiveTrace live = LiveTrace.over(store, new IndexFile(file))) {
      TraceIndex index = live.await(Deadline.after(LONGEST)).orElseThrow().index().index();
      double seconds = (System.nanoTime() - start) / 1e9;
      return new There(seconds, index.statements(), used() - before);
    }
  }

  double bytesEach() {
    return (double) bytes / statements;
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
