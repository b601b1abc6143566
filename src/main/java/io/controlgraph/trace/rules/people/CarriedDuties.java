package io.controlgraph.trace.rules.people;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.coverage.Holders;
import io.controlgraph.trace.index.Links;
import java.util.HashSet;
import java.util.Set;

/**
 * Which post carries which duty for what, by assignment or delegation, as {@code duties} has it.
 */
final class CarriedDuties {
  private final Facts facts;
  private final Holders holders;
  private final Delegations delegations;
  private final Links duty;
  private final Links post;
  private final Links concerns;
  private final Links versionOf;
  private final int assignment;

  CarriedDuties(Facts facts) {
    this.facts = facts;
    this.holders = new Holders(facts);
    this.delegations = new Delegations(facts);
    this.duty = facts.links("duty");
    this.post = facts.links("post");
    this.concerns = facts.links("concerns");
    this.versionOf = facts.links("versionOf");
    this.assignment = facts.term("Assignment");
  }

  /** A post's duty for a thing. */
  record Carried(int organisation, int post, int duty, int thing) {}

  /** All duties of a post. */
  Set<Carried> of(int carrying) {
    Set<Carried> found = new HashSet<>();
    for (int each : post.to(carrying)) {
      if (isInForce(each)) {
        for (int concern : concerns.from(each)) {
          for (int assigned : duty.from(each)) {
            add(each, carrying, assigned, concern, found);
          }
        }
      }
    }
    for (int delegation : delegations.to(carrying)) {
      for (int delegating : delegations.delegating(delegation)) {
        for (int each : post.to(delegating)) {
          if (isInForce(each)) {
            for (int concern : concerns.from(each)) {
              addDelegated(each, delegation, carrying, concern, found);
            }
          }
        }
      }
    }
    return found;
  }

  /** All duties for a thing. */
  Set<Carried> on(int thing) {
    Set<Carried> found = new HashSet<>();
    if (versionOf.forward().length(thing) == 0) {
      addConcerning(thing, found);
    }
    for (int version : versionOf.to(thing)) {
      addConcerning(version, found);
    }
    found.removeIf(each -> each.thing() != thing);
    return found;
  }

  private void addConcerning(int concern, Set<Carried> found) {
    for (int each : concerns.to(concern)) {
      if (isInForce(each)) {
        for (int carrying : post.from(each)) {
          for (int assigned : duty.from(each)) {
            add(each, carrying, assigned, concern, found);
          }
          for (int delegation : delegations.by(carrying)) {
            for (int delegate : delegations.delegates(delegation)) {
              addDelegated(each, delegation, delegate, concern, found);
            }
          }
        }
      }
    }
  }

  private boolean isInForce(int each) {
    return facts.isA(each, assignment) && holders.isInForce(each);
  }

  private void add(int each, int carrying, int assigned, int concern, Set<Carried> found) {
    for (int thing : things(concern)) {
      addFor(thing, each, carrying, assigned, found);
    }
  }

  private void addFor(int thing, int each, int carrying, int assigned, Set<Carried> found) {
    for (int organisation : facts.organisationsOf(each)) {
      found.add(new Carried(organisation, carrying, assigned, thing));
    }
  }

  /** Adds what a delegation passes on of an assignment. */
  private void addDelegated(
      int each, int delegation, int delegate, int concern, Set<Carried> found) {
    for (int assigned : duty.from(each)) {
      if (duty.has(delegation, assigned)) {
        for (int thing : things(concern)) {
          if (delegations.isFor(delegation, concern) || delegations.isFor(delegation, thing)) {
            addFor(thing, each, delegate, assigned, found);
          }
        }
      }
    }
  }

  /** A duty on a version counts as one on the thing it is a version of. */
  private int[] things(int concern) {
    int[] wholes = versionOf.from(concern);
    return wholes.length == 0 ? new int[] {concern} : wholes;
  }
}
