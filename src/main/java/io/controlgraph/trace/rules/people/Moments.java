package io.controlgraph.trace.rules.people;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.OptionalLong;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;

/** Moments in seconds since a far-off one, as {@code moments} has them. */
final class Moments {
  /** How many seconds before 1970 the far-off moment is: all years of our era come after it. */
  private static final long BEFORE_1970 = 719_469L * 24 * 60 * 60;

  private static final int LETTERS_OF_A_DAY = 10;

  private Moments() {}

  /** The whole seconds of a moment, in UTC, which it is read as if it has no zone. */
  static OptionalLong seconds(Node literal) {
    String text = literal.getLiteralLexicalForm();
    if (!XSDDatatype.XSDdateTime.equals(literal.getLiteralDatatype())
        || !XSDDatatype.XSDdateTime.isValid(text)) {
      return OptionalLong.empty();
    }
    try {
      TemporalAccessor moment =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text, OffsetDateTime::from, LocalDateTime::from);
      long seconds =
          moment instanceof OffsetDateTime zoned
              ? zoned.toEpochSecond()
              : LocalDateTime.from(moment).toEpochSecond(ZoneOffset.UTC);
      return OptionalLong.of(seconds + BEFORE_1970);
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }

  /** The day of a moment in its own zone, as it is written. */
  static String day(Node literal) {
    String text = literal.getLiteralLexicalForm();
    return text.substring(0, Math.min(text.length(), LETTERS_OF_A_DAY));
  }
}
