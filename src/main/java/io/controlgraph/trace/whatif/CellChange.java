package io.controlgraph.trace.whatif;

import io.controlgraph.trace.coverage.Cell;
import io.controlgraph.trace.coverage.Rung;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A cell that stands elsewhere than before. A cell whose requirement is not applicable counts as
 * none, as it does in N.
 *
 * @param before the cell as it was; null if there was none
 * @param after the cell as it would be; null if there would be none
 */
public record CellChange(@Nullable Cell before, @Nullable Cell after) {
  public CellChange {
    if (before == null && after == null) {
      throw new IllegalArgumentException("no cell before and none after");
    }
  }

  /** The cell as it was or, if it is new, as it would be. */
  public Cell cell() {
    Cell was = before;
    Cell is = after;
    return was != null ? was : Objects.requireNonNull(is);
  }

  /** The rung it stood on; null if there was no such cell. */
  public @Nullable Rung rungBefore() {
    return before == null ? null : before.rung();
  }

  /** The rung it would stand on; null if there would be no such cell. */
  public @Nullable Rung rungAfter() {
    return after == null ? null : after.rung();
  }

  /** Whether there would be no such cell any more. */
  public boolean isGone() {
    return after == null;
  }

  /** Whether it falls down the ladder, or is gone. */
  public boolean isFall() {
    Cell was = before;
    Cell is = after;
    return was != null && (is == null || is.level() < was.level());
  }
}
