package io.controlgraph.bench;

import java.util.Arrays;
import java.util.List;

/**
 * Times of the same thing done again and again.
 *
 * @param millis in the order in which they were taken
 */
record Series(List<Double> millis) {
  Series {
    millis = List.copyOf(millis);
  }

  double median() {
    return at(0.5);
  }

  double p95() {
    return at(0.95);
  }

  /** The time that this part of the runs did not exceed; not a number without runs. */
  private double at(double part) {
    double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted.length == 0
        ? Double.NaN
        : sorted[Math.min(sorted.length - 1, (int) Math.floor(part * sorted.length))];
  }

  /** The sum of medians of things done one after the other, as if they were one. */
  static Series sum(List<Series> parts) {
    double[] sums = new double[parts.stream().mapToInt(each -> each.millis.size()).min().orElse(0)];
    for (Series part : parts) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += part.millis.get(i);
      }
    }
    return new Series(Arrays.stream(sums).boxed().toList());
  }
}
