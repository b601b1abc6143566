package io.controlgraph.trace.coverage;

import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * From when until when each dated evidence counts, both days included, as {@code evidence-life} has
 * it.
 */
public final class EvidenceLife {
  private final Facts facts;
  private final Rows effectiveOn;
  private final Rows validUntil;
  private final Links evidenceType;
  private final Rows defaultMonths;

  /** Lives by what is known in an index. */
  public EvidenceLife(Facts facts) {
    this.facts = facts;
    this.effectiveOn = facts.literals("effectiveOn");
    this.validUntil = facts.literals("validUntil");
    this.evidenceType = facts.links("evidenceType");
    this.defaultMonths = facts.literals("defaultValidityMonths");
  }

  /**
   * A life of evidence. It has several where it has several dates, types or organisations.
   *
   * @param organisation the number of the evidence's organisation
   * @param first the first day, since 1970
   * @param last the last day, since 1970
   */
  public record Life(int organisation, int first, int last) {}

  /** The lives of some evidence, each once; none if it is undated. */
  public Set<Life> of(int evidence) {
    Set<Life> lives = new LinkedHashSet<>();
    for (int literal : effectiveOn.of(evidence)) {
      int first = facts.index().worth(literal);
      if (first != TraceIndex.NO_VALUE) {
        if (validUntil.length(evidence) > 0) {
          untilItsExpiry(evidence, first, lives);
        } else {
          forTheMonthsOfItsType(evidence, first, lives);
        }
      }
    }
    return lives;
  }

  /**
   * Whether evidence counts on a day, in any organisation.
   *
   * @param day since 1970
   */
  public boolean isCounted(int evidence, int day) {
    return of(evidence).stream().anyMatch(life -> life.first() <= day && day <= life.last());
  }

  private void untilItsExpiry(int evidence, int first, Set<Life> lives) {
    for (int literal : validUntil.of(evidence)) {
      int last = facts.index().worth(literal);
      if (last != TraceIndex.NO_VALUE) {
        add(evidence, first, last, lives);
      }
    }
  }

  private void forTheMonthsOfItsType(int evidence, int first, Set<Life> lives) {
    for (int type : evidenceType.from(evidence)) {
      for (int literal : defaultMonths.of(type)) {
        int months = facts.index().worth(literal);
        if (months != TraceIndex.NO_VALUE) {
          add(evidence, first, monthsLater(first, months), lives);
        }
      }
    }
  }

  private void add(int evidence, int first, int last, Set<Life> lives) {
    for (int organisation : facts.organisationsOf(evidence)) {
      lives.add(new Life(organisation, first, last));
    }
  }

  /**
   * The day of the same number so many months later, or the last of that month where there is no
   * such day.
   *
   * @param day since 1970
   */
  public static int monthsLater(int day, int months) {
    return Math.toIntExact(LocalDate.ofEpochDay(day).plusMonths(months).toEpochDay());
  }
}
