package io.controlgraph.trace.coverage;

import java.util.List;

/**
 * How many cells stand where. Those that are applicable are {@code cells}, and are not assessed,
 * not implemented, planned, partial or claimed; the rungs above claimed count those that reach
 * them.
 */
public final class Figure {
  private static final List<Rung> CLAIMED_AND_ABOVE =
      List.of(Rung.CLAIMED, Rung.EVIDENCED, Rung.OWNED, Rung.EFFECTIVE);

  private final int[] at = new int[Rung.EFFECTIVE.level() + 1];
  private int notApplicable;

  /** Counts a cell in. */
  void add(Cell cell) {
    if (cell.isApplicable()) {
      at[cell.level()]++;
    } else {
      notApplicable++;
    }
  }

  /** N: the applicable cells. */
  public int cells() {
    int all = 0;
    for (int each : at) {
      all += each;
    }
    return all;
  }

  /** The cells whose requirement is not applicable. */
  public int notApplicable() {
    return notApplicable;
  }

  /** The cells on a rung; from claimed on those on it or above. */
  public int of(Rung rung) {
    if (!CLAIMED_AND_ABOVE.contains(rung)) {
      return at[rung.level()];
    }
    int all = 0;
    for (int level = rung.level(); level < at.length; level++) {
      all += at[level];
    }
    return all;
  }
}
