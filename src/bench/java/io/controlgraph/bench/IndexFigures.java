package io.controlgraph.bench;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What {@link IndexBenchmark} measures, in milliseconds. */
record IndexFigures(Map<String, Figure> figures) {
  /**
   * Times of one benchmark.
   *
   * @param mean over all runs
   */
  record Figure(double median, double p95, double mean) {}

  /** Runs the benchmarks over a data directory, in a process of their own. */
  static IndexFigures of(Path data) throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(IndexBenchmark.class.getName() + "\\.")
                    .param("data", data.toAbsolutePath().toString())
                    .build())
            .run();
    Map<String, Figure> figures = new TreeMap<>();
    for (RunResult result : results) {
      Result<?> primary = result.getPrimaryResult();
      figures.put(
          primary.getLabel(),
          new Figure(
              primary.getStatistics().getPercentile(50) / 1000,
              primary.getStatistics().getPercentile(95) / 1000,
              primary.getScore() / 1000));
    }
    return new IndexFigures(figures);
  }

  Figure of(String benchmark) {
    return figures.entrySet().stream()
        .filter(each -> each.getKey().endsWith(benchmark))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Nothing was measured of " + benchmark));
  }
}
