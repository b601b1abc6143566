package io.controlgraph.trace.coverage;

/**
 * How far an implementation carries a requirement at a target it serves, as {@code support} has it.
 * All are numbers of the index.
 *
 * @param level as {@link Rung}
 * @param through the shared responsibility through which it serves the target, or {@link
 *     #NOT_SHARED}
 */
public record Carried(int implementation, int requirement, int target, int level, int through) {
  /** Of an implementation that serves the target from where it stands itself. */
  public static final int NOT_SHARED = Support.NOT_SHARED;
}
