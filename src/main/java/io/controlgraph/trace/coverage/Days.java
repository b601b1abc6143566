package io.controlgraph.trace.coverage;

import io.controlgraph.trace.index.TraceIndex;
import java.time.LocalDate;

/** What is in use on a day, as all definitions have it: first and last day included. */
public final class Days {
  private final Facts facts;

  /** Days by what is known in an index. */
  public Days(TraceIndex index, LocalDate day) {
    this.facts = new Facts(index, day);
  }

  /** Whether a thing's first day has come, or it has none. */
  public boolean hasBegun(int thing) {
    return facts.hasBegun(thing);
  }

  /** Whether a thing has begun and its last day, if it has one, has not passed. */
  public boolean isInUse(int thing) {
    return facts.hasBegun(thing) && facts.hasNotEnded(thing);
  }

  /**
   * Whether a thing has a date that is the day or before.
   *
   * @param property the local name of a property of dates
   */
  public boolean isByTheDay(String property, int thing) {
    return facts.isByTheDay(facts.literals(property), thing);
  }
}
