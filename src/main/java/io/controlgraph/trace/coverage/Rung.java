package io.controlgraph.trace.coverage;

/** The rungs of the ladder, from the lowest; a cell's level is that of the one it stands on. */
public enum Rung {
  NOT_ASSESSED(0, "not assessed"),
  NOT_IMPLEMENTED(1, "not implemented"),
  PLANNED(2, "planned"),
  PARTIAL(3, "partial"),
  CLAIMED(4, "claimed"),
  EVIDENCED(5, "evidenced"),
  OWNED(6, "owned"),
  EFFECTIVE(7, "effective");

  private static final Rung[] ALL = values();

  private final int level;
  private final String words;

  Rung(int level, String words) {
    this.level = level;
    this.words = words;
  }

  /** The rung of a level. */
  public static Rung of(int level) {
    return ALL[level];
  }

  /** As the shared definitions count it, from 0 to 7. */
  public int level() {
    return level;
  }

  /** As people write it. */
  public String words() {
    return words;
  }
}
