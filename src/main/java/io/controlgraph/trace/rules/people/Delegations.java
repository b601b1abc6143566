package io.controlgraph.trace.rules.people;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Links;
import java.util.Arrays;

/** The delegations in force. */
final class Delegations {
  private final Facts facts;
  private final Links delegatedBy;
  private final Links delegatedTo;
  private final Links concerns;
  private final int delegation;

  Delegations(Facts facts) {
    this.facts = facts;
    this.delegatedBy = facts.links("delegatedBy");
    this.delegatedTo = facts.links("delegatedTo");
    this.concerns = facts.links("concerns");
    this.delegation = facts.term("Delegation");
  }

  /** Those by which a post passes something on. */
  int[] by(int post) {
    return inForce(delegatedBy.to(post));
  }

  /** Those by which something is passed on to a post. */
  int[] to(int post) {
    return inForce(delegatedTo.to(post));
  }

  private int[] inForce(int[] delegations) {
    return Arrays.stream(delegations)
        .filter(each -> facts.isA(each, delegation))
        .filter(each -> facts.hasBegun(each) && facts.hasNotEnded(each))
        .toArray();
  }

  /** The posts that pass something on by a delegation. */
  int[] delegating(int each) {
    return delegatedBy.from(each);
  }

  /** The posts to which a delegation passes something on. */
  int[] delegates(int each) {
    return delegatedTo.from(each);
  }

  /** Whether a delegation is for a thing: it names that one, or none. */
  boolean isFor(int each, int thing) {
    return concerns.forward().length(each) == 0 || concerns.has(each, thing);
  }
}
