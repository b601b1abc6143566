package io.controlgraph.trace.rules.risks;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;

/** What holds in a while, first and last day included; a day that is missing sets no bound. */
final class Periods {
  private final Facts facts;
  private final Rows validFrom;
  private final Rows validUntil;

  Periods(Facts facts) {
    this.facts = facts;
    this.validFrom = facts.literals("validFrom");
    this.validUntil = facts.literals("validUntil");
  }

  /** Whether a thing holds on some day of a while. */
  boolean isDuring(int thing, int firstDay, int lastDay) {
    return hasBegunBy(thing, lastDay) && hasNotEndedBefore(thing, firstDay);
  }

  /** Whether a thing holds from a day or before. */
  boolean hasBegunBy(int thing, int day) {
    if (validFrom.length(thing) == 0) {
      return true;
    }
    for (int literal : validFrom.of(thing)) {
      int first = facts.index().worth(literal);
      if (first != TraceIndex.NO_VALUE && first <= day) {
        return true;
      }
    }
    return false;
  }

  private boolean hasNotEndedBefore(int thing, int day) {
    if (validUntil.length(thing) == 0) {
      return true;
    }
    for (int literal : validUntil.of(thing)) {
      int last = facts.index().worth(literal);
      if (last != TraceIndex.NO_VALUE && day <= last) {
        return true;
      }
    }
    return false;
  }
}
