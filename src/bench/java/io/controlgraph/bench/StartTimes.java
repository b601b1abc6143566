package io.controlgraph.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * From the start of a process to its first answer, both servers in turn.
 *
 * @param ours to the first answer of coverage, from the persisted index
 * @param theirs to the first answer of a query that finds one quad
 */
record StartTimes(Series ours, Series theirs) {
  private static final int RUNS = 5;

  /** Starts and ends both some times. */
  static StartTimes of(BenchData data, String heap) throws IOException, InterruptedException {
    List<Double> our = new ArrayList<>();
    List<Double> their = new ArrayList<>();
    // The index may have to be built first; from then on its copy is read.
    start(() -> ServerUnderTest.ours(data.ours(), heap), Contests.firstAtLast());
    for (int run = -1; run < RUNS; run++) {
      double one = start(() -> ServerUnderTest.ours(data.ours(), heap), Contests.firstOfOurs());
      double other =
          start(() -> ServerUnderTest.fuseki(data.theirs(), heap), Contests.firstOfTheirs());
      if (run >= 0) {
        our.add(one);
        their.add(other);
      }
    }
    return new StartTimes(new Series(our), new Series(their));
  }

  /** Starts a server. */
  @FunctionalInterface
  private interface Starter {
    ServerUnderTest start() throws IOException, InterruptedException;
  }

  private static double start(Starter starter, Ask first) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    try (ServerUnderTest server = starter.start()) {
      server.ask(first);
      return (System.nanoTime() - begun) / 1e6;
    }
  }
}
