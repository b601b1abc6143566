package io.controlgraph.trace.rules.risks;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.coverage.Members;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The nonconformities raised by the day, and how long they have been open, as {@code
 * nonconformities} has them.
 */
final class Nonconformities {
  private final Facts facts;
  private final Rows raisedOn;
  private final Rows closedOn;
  private final int nonconformity;

  Nonconformities(Facts facts) {
    this.facts = facts;
    this.raisedOn = facts.literals("raisedOn");
    this.closedOn = facts.literals("closedOn");
    this.nonconformity = facts.term("Nonconformity");
  }

  /**
   * One that was raised.
   *
   * @param nonconformity its number
   * @param raisedOn days since 1970
   * @param isClosed whether it was closed by the day
   * @param age in days, to the day it was closed or to the day asked for
   */
  record Raised(int nonconformity, int raisedOn, boolean isClosed, int age) {}

  /** Those of an organisation. */
  Set<Raised> of(Members members) {
    Set<Raised> found = new LinkedHashSet<>();
    for (int each : members.ofType(nonconformity)) {
      for (int literal : raisedOn.of(each)) {
        int raised = facts.index().worth(literal);
        if (raised != TraceIndex.NO_VALUE && raised <= facts.day()) {
          take(each, raised, found);
        }
      }
    }
    return found;
  }

  private void take(int each, int raised, Set<Raised> found) {
    if (closedOn.length(each) == 0) {
      found.add(new Raised(each, raised, false, facts.day() - raised));
    }
    for (int literal : closedOn.of(each)) {
      int closed = facts.index().worth(literal);
      if (closed != TraceIndex.NO_VALUE) {
        boolean isClosed = closed <= facts.day();
        found.add(new Raised(each, raised, isClosed, (isClosed ? closed : facts.day()) - raised));
      }
    }
  }
}
