package io.controlgraph.trace.coverage;

import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;
import java.time.LocalDate;

/** The evidence in force, as {@code evidence} has it; undated evidence never is. */
public final class Evidence {
  private final Facts facts;
  private final Rows effectiveOn;
  private final Rows validUntil;
  private final Links evidenceType;
  private final Rows defaultMonths;

  public Evidence(Facts facts) {
    this.facts = facts;
    this.effectiveOn = facts.literals("effectiveOn");
    this.validUntil = facts.literals("validUntil");
    this.evidenceType = facts.links("evidenceType");
    this.defaultMonths = facts.literals("defaultValidityMonths");
  }

  /** Whether a thing is evidence in force. */
  public boolean isInForce(int evidence) {
    if (effectiveOn.length(evidence) == 0) {
      return false;
    }
    if (validUntil.length(evidence) > 0) {
      return facts.isByTheDay(effectiveOn, evidence) && facts.isFromTheDay(validUntil, evidence);
    }
    for (int literal : effectiveOn.of(evidence)) {
      int first = facts.index().worth(literal);
      if (first != TraceIndex.NO_VALUE && first <= facts.day() && lasts(evidence, first)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of its types gives it months up to the day. */
  private boolean lasts(int evidence, int first) {
    for (int type : evidenceType.from(evidence)) {
      for (int literal : defaultMonths.of(type)) {
        int months = facts.index().worth(literal);
        if (months != TraceIndex.NO_VALUE && number(facts.day(), 0) <= number(first, months)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Year and month, then the day, so many months later, as one number that compares. */
  private static long number(int day, int monthsLater) {
    LocalDate date = LocalDate.ofEpochDay(day);
    return (date.getYear() * 12L + date.getMonthValue() + monthsLater) * 100 + date.getDayOfMonth();
  }
}
