package io.controlgraph.trace.coverage;

import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import java.util.ArrayList;
import java.util.List;

/** The valid acceptances of residual risk, as {@code accepted} has them. */
final class Acceptances {
  private final Facts facts;
  private final Links accepts;
  private final Links acceptedBy;
  private final Links owner;
  private final Rows acceptedOn;
  private final Rows withinCriteria;
  private final int acceptance;

  Acceptances(Facts facts) {
    this.facts = facts;
    this.accepts = facts.links("accepts");
    this.acceptedBy = facts.links("acceptedBy");
    this.owner = facts.links("owner");
    this.acceptedOn = facts.literals("acceptedOn");
    this.withinCriteria = facts.literals("withinCriteria");
    this.acceptance = facts.term("ResidualAcceptance");
  }

  /** Those of residual evaluations. */
  List<Accepted> of(List<Evaluated> residuals) {
    List<Accepted> found = new ArrayList<>();
    for (Evaluated each : residuals) {
      for (int any : accepts.to(each.evaluation())) {
        if (isValid(any) && isByOwner(any, each.risk())) {
          found.add(new Accepted(each.organisation(), each.risk(), each.evaluation(), any));
        }
      }
    }
    return found;
  }

  private boolean isValid(int any) {
    return facts.isA(any, acceptance)
        && facts.isTruth(withinCriteria, any, true)
        && facts.isByTheDay(acceptedOn, any)
        && facts.hasNotEnded(any);
  }

  private boolean isByOwner(int any, int risk) {
    for (int post : acceptedBy.from(any)) {
      if (owner.has(risk, post)) {
        return true;
      }
    }
    return false;
  }
}
