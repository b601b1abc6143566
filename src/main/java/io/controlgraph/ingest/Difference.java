package io.controlgraph.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import would change, statement by statement.
 *
 * @param added how many statements it would add
 * @param removed how many it would remove
 * @param statements the first of them, by subject and property; at most {@link #MAX_STATEMENTS}
 */
public record Difference(long added, long removed, List<Statement> statements) {

  /** How many statements are listed. */
  public static final int MAX_STATEMENTS = 500;

  public Difference {
    statements = List.copyOf(statements);
  }

  /**
   * One statement, in short names.
   *
   * @param added true if it would be added, false if it would be removed
   * @param subject such as {@code hospital/risks/RSK-007}
   * @param property such as {@code owner}
   * @param value the text, or the short name of a thing
   * @param labels what these are called, as far as it is known
   */
  public record Statement(
      boolean added, String subject, String property, String value, Labels labels) {

    /** The whole of it in one line, with a plus or minus in front. */
    public String text() {
      return (added ? "+ " : "- ") + subject + "  " + property + "  " + value;
    }
  }

  /**
   * What the parts of a statement are called: as they will be, or else as they are.
   *
   * @param value null for a text too
   */
  public record Labels(
      @Nullable String subject, @Nullable String property, @Nullable String value) {}
}
