package io.controlgraph.trace.rules.risks;

import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Links;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/** Whether a requirement is effective at a target, by whichever organisation implements it. */
final class EffectiveAnywhere {
  private final Coverage coverage;
  private final Facts facts;
  private final Links target;
  private final Links consumer;
  private final Links runsIn;
  private final Links partOf;

  EffectiveAnywhere(Coverage coverage) {
    this.coverage = coverage;
    this.facts = coverage.facts();
    this.target = facts.links("target");
    this.consumer = facts.links("consumer");
    this.runsIn = facts.links("runsIn");
    this.partOf = facts.links("partOf");
  }

  /** In how many organisations it is, as {@code effective} has a row for each. */
  long organisations(int requirement, int at) {
    return implementing(at).stream()
        .filter(organisation -> coverage.of(organisation).isEffective(requirement, at))
        .count();
  }

  /** The organisations that have anything where it would serve a target. */
  private BitSet implementing(int at) {
    BitSet organisations = new BitSet();
    BitSet places = new BitSet();
    Deque<Integer> left = new ArrayDeque<>();
    places.set(at);
    left.add(at);
    for (Integer place = left.poll(); place != null; place = left.poll()) {
      addOrganisations(target.to(place), organisations);
      addOrganisations(consumer.to(place), organisations);
      for (Links up : new Links[] {runsIn, partOf}) {
        for (int larger : up.from(place)) {
          if (!places.get(larger)) {
            places.set(larger);
            left.add(larger);
          }
        }
      }
    }
    return organisations;
  }

  private void addOrganisations(int[] things, BitSet organisations) {
    for (int thing : things) {
      for (int organisation : facts.organisationsOf(thing)) {
        organisations.set(organisation);
      }
    }
  }
}
