package io.controlgraph.trace.rules.risks;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;

/** Whether owners have accepted what remains of their risks, within the criteria or not. */
final class OwnersAcceptances {
  private final Facts facts;
  private final Links accepts;
  private final Links acceptedBy;
  private final Links owner;
  private final Rows acceptedOn;
  private final int acceptance;

  OwnersAcceptances(Facts facts) {
    this.facts = facts;
    this.accepts = facts.links("accepts");
    this.acceptedBy = facts.links("acceptedBy");
    this.owner = facts.links("owner");
    this.acceptedOn = facts.literals("acceptedOn");
    this.acceptance = facts.term("ResidualAcceptance");
  }

  /** Whether an acceptance of an evaluation by the owner of its risk is in force. */
  boolean isAccepted(int evaluation, int risk) {
    for (int any : accepts.to(evaluation)) {
      if (facts.isA(any, acceptance)
          && facts.isByTheDay(acceptedOn, any)
          && facts.hasNotEnded(any)
          && isByOwner(any, risk)) {
        return true;
      }
    }
    return false;
  }

  private boolean isByOwner(int any, int risk) {
    for (int by : acceptedBy.from(any)) {
      if (owner.has(risk, by)) {
        return true;
      }
    }
    return false;
  }
}
