package io.controlgraph.graph.jena;

/**
 * When a store is copied into a new directory: once it is both {@code growthFactor} times as large
 * as after the last copy, and {@code minimumGrowth} bytes larger.
 *
 * @param minimumGrowth bytes; TDB2 grows by about 200 KB with each small commit
 * @param growthFactor at least 1
 */
public record CompactionPolicy(long minimumGrowth, double growthFactor) {

  /** Compacts after some five thousand small commits. */
  public static final CompactionPolicy DEFAULT = new CompactionPolicy(1L << 30, 2.0);

  public CompactionPolicy {
    if (minimumGrowth <= 0 || growthFactor < 1) {
      throw new IllegalArgumentException("A store must be let grow before it is compacted.");
    }
  }

  boolean isDue(long sizeAfterLastCopy, long size) {
    return size - sizeAfterLastCopy >= minimumGrowth && size >= sizeAfterLastCopy * growthFactor;
  }
}
