package io.controlgraph.trace.coverage;

import io.controlgraph.trace.coverage.Standing.Stand;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * How far each implementation carries each requirement at each target it serves, as {@code
 * placements}, {@code reach}, {@code failures} and {@code support} have it.
 */
public final class Support {
  private final Facts facts;
  private final Evidence evidence;
  private final Standing standing;
  private final Links target;
  private final Links requirement;
  private final Links partOf;
  private final Links runsIn;
  private final Links provider;
  private final Links consumer;
  private final Links split;
  private final Links assurance;
  private final Rows inScope;
  private final Rows foundOn;
  private final int implementation;
  private final int shared;
  private final int finding;
  private final int byProvider;
  private final int byBoth;

  public Support(Facts facts, Evidence evidence, Standing standing) {
    this.facts = facts;
    this.evidence = evidence;
    this.standing = standing;
    this.target = facts.links("target");
    this.requirement = facts.links("requirement");
    this.partOf = facts.links("partOf");
    this.runsIn = facts.links("runsIn");
    this.provider = facts.links("provider");
    this.consumer = facts.links("consumer");
    this.split = facts.links("split");
    this.assurance = facts.links("assurance");
    this.inScope = facts.literals("assuranceInScope");
    this.foundOn = facts.literals("foundOn");
    this.implementation = facts.term("Implementation");
    this.shared = facts.term("SharedResponsibility");
    this.finding = facts.term("ControlFinding");
    this.byProvider = facts.term("ResponsibilitySplit-provider");
    this.byBoth = facts.term("ResponsibilitySplit-shared");
  }

  /** Stands for an implementation that serves a target from where it stands itself. */
  public static final int NOT_SHARED = -1;

  /**
   * Takes how far an implementation carries a requirement at a target, maybe repeatedly; through
   * which shared responsibility, or {@link #NOT_SHARED}.
   */
  @FunctionalInterface
  public interface Taker {
    void take(int implementation, int requirement, int target, int level, int through);
  }

  /** Goes through all that an organisation's implementations carry. */
  public void of(int organisation, Members members, Map<Integer, Stand> stands, Taker taker) {
    Map<Integer, int[]> reached = new HashMap<>();
    Map<Long, Integer> failures = failures(members);
    for (int each : members.ofType(implementation)) {
      Stand stand = stands.get(each);
      if (stand != null) {
        for (int place : target.from(each)) {
          int[] reach = reached.computeIfAbsent(place, this::reach);
          for (int carried : requirement.from(each)) {
            take(each, carried, reach, stand, NOT_SHARED, failures, taker);
          }
        }
      }
    }
    for (int each : members.ofType(shared)) {
      if (isAssured(each, organisation)) {
        supplied(each, stands, reached, failures, taker);
      }
    }
  }

  /** What runs in a place or is part of it, the place itself included. */
  public int[] reach(int place) {
    return Facts.allLeadingTo(new int[] {place}, runsIn, partOf).stream().toArray();
  }

  /** Whether a shared responsibility passes on to an organisation what its supplier does. */
  public boolean isAssured(int each, int organisation) {
    return facts.isTruth(inScope, each, true)
        && (split.has(each, byProvider) || split.has(each, byBoth))
        && assurances(each, organisation).length > 0;
  }

  /** The evidence in force of an organisation that assures a shared responsibility. */
  public int[] assurances(int each, int organisation) {
    return Arrays.stream(assurance.from(each))
        .filter(proof -> evidence.isInForce(proof) && facts.isIn(proof, organisation))
        .toArray();
  }

  private void supplied(
      int each,
      Map<Integer, Stand> stands,
      Map<Integer, int[]> reached,
      Map<Long, Integer> failures,
      Taker taker) {
    BitSet suppliers = new BitSet();
    for (int service : provider.from(each)) {
      Arrays.stream(target.to(service))
          .filter(atService -> facts.isA(atService, implementation))
          .forEach(suppliers::set);
    }
    suppliers.stream()
        .forEach(
            atService -> {
              Stand stand = stands.get(atService);
              if (stand != null) {
                for (int carried : requirement.from(each)) {
                  if (requirement.has(atService, carried)) {
                    for (int place : consumer.from(each)) {
                      int[] reach = reached.computeIfAbsent(place, this::reach);
                      take(atService, carried, reach, stand, each, failures, taker);
                    }
                  }
                }
              }
            });
  }

  private static void take(
      int each,
      int carried,
      int[] reach,
      Stand stand,
      int through,
      Map<Long, Integer> failures,
      Taker taker) {
    for (int reachedTarget : reach) {
      int level = stand.level();
      if (level > 6 && !failures.isEmpty()) {
        Integer failedOn = failures.get(key(carried, reachedTarget));
        if (failedOn != null && stand.passedOn() <= failedOn) {
          level = 6;
        }
      }
      taker.take(each, carried, reachedTarget, level, through);
    }
  }

  /** When an incident last found a requirement wanting at a target. */
  private Map<Long, Integer> failures(Members members) {
    Map<Long, Integer> latest = new HashMap<>();
    for (int each : members.ofType(finding)) {
      int found = facts.latestByTheDay(foundOn, each, Standing.NEVER);
      if (found != Standing.NEVER && standing.isBad(each)) {
        for (int wanting : requirement.from(each)) {
          for (int at : target.from(each)) {
            latest.merge(key(wanting, at), found, Math::max);
          }
        }
      }
    }
    return latest;
  }

  private static long key(int carried, int at) {
    return ((long) carried << 32) | at;
  }
}
