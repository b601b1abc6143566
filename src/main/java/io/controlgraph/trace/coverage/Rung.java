package io.controlgraph.trace.coverage;

/**
 * The rungs of the ladder, from the lowest; a cell's level is the ordinal of the one it stands on.
 */
public enum Rung {
  NOT_ASSESSED("not assessed"),
  NOT_IMPLEMENTED("not implemented"),
  PLANNED("planned"),
  PARTIAL("partial"),
  CLAIMED("claimed"),
  EVIDENCED("evidenced"),
  OWNED("owned"),
  EFFECTIVE("effective");

  private static final Rung[] ALL = values();

  private final String words;

  Rung(String words) {
    this.words = words;
  }

  /** The rung of a level. */
  public static Rung of(int level) {
    return ALL[level];
  }

  /** As people write it. */
  public String words() {
    return words;
  }
}
