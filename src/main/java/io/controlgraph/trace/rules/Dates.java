package io.controlgraph.trace.rules;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;
import java.util.Arrays;

/**
 * Dates of things as a pattern with a FILTER on the day matches them: each date that holds makes a
 * row, and an OPTIONAL one makes a row of a thing without any.
 */
public final class Dates {
  private final Facts facts;
  private final Rows validFrom;
  private final Rows validUntil;

  /** Dates on the day of what is known. */
  public Dates(Facts facts) {
    this.facts = facts;
    this.validFrom = facts.literals("validFrom");
    this.validUntil = facts.literals("validUntil");
  }

  /** The day that a literal stands for, since 1970; {@link TraceIndex#NO_VALUE} if for none. */
  public int day(int literal) {
    return facts.index().worth(literal);
  }

  /** The numbers of a thing's dates that are the day or before. */
  public int[] byTheDay(Rows dates, int thing) {
    return Arrays.stream(dates.of(thing)).filter(each -> isBefore(each, facts.day() + 1)).toArray();
  }

  /** The numbers of a thing's dates that are before the day. */
  public int[] beforeTheDay(Rows dates, int thing) {
    return Arrays.stream(dates.of(thing)).filter(each -> isBefore(each, facts.day())).toArray();
  }

  private boolean isBefore(int literal, int end) {
    int date = day(literal);
    return date != TraceIndex.NO_VALUE && date < end;
  }

  /** How many rows an optional date makes that must be the day or before. */
  public int rowsByTheDay(Rows dates, int thing) {
    return dates.length(thing) == 0 ? 1 : byTheDay(dates, thing).length;
  }

  /** How many rows an optional date makes that must be the day or after. */
  public int rowsFromTheDay(Rows dates, int thing) {
    if (dates.length(thing) == 0) {
      return 1;
    }
    int rows = 0;
    for (int literal : dates.of(thing)) {
      int date = day(literal);
      if (date != TraceIndex.NO_VALUE && facts.day() <= date) {
        rows++;
      }
    }
    return rows;
  }

  /** How many rows the optional first and last day of a thing make if it must be in use. */
  public int rowsInUse(int thing) {
    return rowsByTheDay(validFrom, thing) * rowsFromTheDay(validUntil, thing);
  }
}
