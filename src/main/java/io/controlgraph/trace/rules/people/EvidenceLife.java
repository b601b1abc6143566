package io.controlgraph.trace.rules.people;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;
import java.time.LocalDate;

/** From when until when each dated evidence counts, as {@code evidence-life} has it. */
final class EvidenceLife {
  private final Facts facts;
  private final Rows effectiveOn;
  private final Rows validUntil;
  private final Links evidenceType;
  private final Rows defaultMonths;

  EvidenceLife(Facts facts) {
    this.facts = facts;
    this.effectiveOn = facts.literals("effectiveOn");
    this.validUntil = facts.literals("validUntil");
    this.evidenceType = facts.links("evidenceType");
    this.defaultMonths = facts.literals("defaultValidityMonths");
  }

  /**
   * Whether evidence counts on a day.
   *
   * @param day since 1970
   */
  boolean isCounted(int evidence, int day) {
    if (facts.organisationsOf(evidence).length == 0) {
      return false;
    }
    for (int literal : effectiveOn.of(evidence)) {
      int first = facts.index().worth(literal);
      if (first != TraceIndex.NO_VALUE && first <= day && isBeforeEnd(evidence, first, day)) {
        return true;
      }
    }
    return false;
  }

  private boolean isBeforeEnd(int evidence, int first, int day) {
    int[] ends = validUntil.of(evidence);
    if (ends.length == 0) {
      return lasts(evidence, first, day);
    }
    for (int literal : ends) {
      int last = facts.index().worth(literal);
      if (last != TraceIndex.NO_VALUE && day <= last) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of its types gives it months up to the day. */
  private boolean lasts(int evidence, int first, int day) {
    for (int type : evidenceType.from(evidence)) {
      for (int literal : defaultMonths.of(type)) {
        int months = facts.index().worth(literal);
        if (months != TraceIndex.NO_VALUE
            && day <= LocalDate.ofEpochDay(first).plusMonths(months).toEpochDay()) {
          return true;
        }
      }
    }
    return false;
  }
}
