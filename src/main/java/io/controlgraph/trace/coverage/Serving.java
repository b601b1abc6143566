package io.controlgraph.trace.coverage;

import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.TraceIndex;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Which implementation serves a requirement at which target, in any organisation, as {@code
 * serving} has it.
 */
public final class Serving {
  private final Facts facts;
  private final Support support;
  private final Links requirement;
  private final Links target;
  private final Links provider;
  private final Links consumer;
  private final int implementation;
  private final int shared;

  /** Serving by what is known in an index on a day. */
  public Serving(TraceIndex index, LocalDate day) {
    this.facts = new Facts(index, day);
    Evidence evidence = new Evidence(facts);
    this.support = new Support(facts, evidence, new Standing(facts, evidence, new Holders(facts)));
    this.requirement = facts.links("requirement");
    this.target = facts.links("target");
    this.provider = facts.links("provider");
    this.consumer = facts.links("consumer");
    this.implementation = facts.term("Implementation");
    this.shared = facts.term("SharedResponsibility");
  }

  /** Takes an implementation and a target it serves, maybe repeatedly. */
  @FunctionalInterface
  public interface Taker {
    /**
     * Takes one. All are numbers of the index.
     *
     * @param place from where the target is served: itself, or what it is part of or runs in
     * @param through the shared responsibility through which the implementation serves the place,
     *     or {@link Carried#NOT_SHARED} if it stands there itself
     */
    void take(int implementation, int target, int place, int through);
  }

  /** Goes through all that serve a requirement. */
  public void of(int served, Taker taker) {
    Map<Integer, int[]> reached = new HashMap<>();
    for (int each : requirement.to(served)) {
      if (facts.isA(each, implementation) && facts.organisationsOf(each).length > 0) {
        take(each, target.from(each), Carried.NOT_SHARED, reached, taker);
      }
      if (facts.isA(each, shared) && isAssuredAnywhere(each)) {
        for (int service : provider.from(each)) {
          for (int atService : target.to(service)) {
            if (facts.isA(atService, implementation) && requirement.has(atService, served)) {
              take(atService, consumer.from(each), each, reached, taker);
            }
          }
        }
      }
    }
  }

  private boolean isAssuredAnywhere(int each) {
    for (int organisation : facts.organisationsOf(each)) {
      if (support.isAssured(each, organisation)) {
        return true;
      }
    }
    return false;
  }

  private void take(int each, int[] places, int through, Map<Integer, int[]> reached, Taker taker) {
    for (int place : places) {
      for (int served : reached.computeIfAbsent(place, support::reach)) {
        taker.take(each, served, place, through);
      }
    }
  }
}
