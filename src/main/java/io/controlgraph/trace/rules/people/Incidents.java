package io.controlgraph.trace.rules.people;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Rows;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** The incidents known on the day, as {@code incidents} has them. */
final class Incidents {
  private final Facts facts;
  private final List<Rows> moments;
  private final int incident;

  Incidents(Facts facts) {
    this.facts = facts;
    this.moments =
        List.of(
            facts.literals("detectedAt"), facts.literals("awareAt"), facts.literals("occurredAt"));
    this.incident = facts.term("Incident");
  }

  /** Those of an organisation. */
  int[] of(int organisation) {
    return Arrays.stream(facts.membersOf(organisation))
        .filter(thing -> facts.isA(thing, incident) && isKnown(thing))
        .toArray();
  }

  private boolean isKnown(int each) {
    for (Rows moment : moments) {
      if (moment.length(each) > 0) {
        return Arrays.stream(moment.of(each)).anyMatch(this::isByTheDay);
      }
    }
    return true;
  }

  private boolean isByTheDay(int literal) {
    try {
      LocalDate on = LocalDate.parse(Moments.day(facts.index().literal(literal)));
      return on.toEpochDay() <= facts.day();
    } catch (DateTimeException e) {
      return false;
    }
  }
}
