package io.controlgraph.trace.coverage;

import io.controlgraph.trace.index.Links;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** The targets in scope and in use, with their kinds, as {@code targets} has them. */
public final class Targets {
  private static final int[] NONE = {};

  private final Facts facts;
  private final Versions versions;
  private final Links includes;
  private final Links excludes;
  private final Links partOf;
  private final Links unit;
  private final Links runsIn;
  private final Links targetClass;
  private final int managementSystem;
  private final int scopeVersion;

  public Targets(Facts facts) {
    this.facts = facts;
    this.versions = new Versions(facts);
    this.includes = facts.links("includes");
    this.excludes = facts.links("excludes");
    this.partOf = facts.links("partOf");
    this.unit = facts.links("unit");
    this.runsIn = facts.links("runsIn");
    this.targetClass = facts.links("targetClass");
    this.managementSystem = facts.term("ManagementSystem");
    this.scopeVersion = facts.term("ScopeVersion");
  }

  /** Those of an organisation. */
  public Found of(int organisation, Members members) {
    BitSet inScope = new BitSet();
    int[] systems = members.ofType(managementSystem);
    int[] scopes = versions.scopes(members.ofType(scopeVersion));
    for (int scope : scopes) {
      BitSet included = Facts.allLeadingTo(includes.from(scope), partOf, unit, runsIn);
      included.andNot(Facts.allLeadingTo(excludes.from(scope), partOf));
      included.stream().filter(target -> facts.isIn(target, organisation)).forEach(inScope::set);
    }
    if (scopes.length == 0 && systems.length > 0) {
      Arrays.stream(members.all()).forEach(inScope::set);
    }
    Arrays.stream(systems).forEach(inScope::set);
    return kinds(inScope);
  }

  private Found kinds(BitSet inScope) {
    Map<Integer, int[]> byKind = new HashMap<>();
    Map<Integer, int[]> byTarget = new HashMap<>();
    inScope.stream()
        .filter(target -> facts.hasBegun(target) && facts.hasNotEnded(target))
        .forEach(
            target -> {
              int[] kinds =
                  Arrays.stream(facts.typesOf(target))
                      .flatMap(type -> Arrays.stream(targetClass.to(type)))
                      .sorted()
                      .distinct()
                      .toArray();
              if (kinds.length > 0) {
                byTarget.put(target, kinds);
              }
              for (int kind : kinds) {
                byKind.merge(kind, new int[] {target}, Targets::joined);
              }
            });
    return new Found(byKind, byTarget);
  }

  private static int[] joined(int[] targets, int[] one) {
    int[] longer = Arrays.copyOf(targets, targets.length + 1);
    longer[targets.length] = one[0];
    return longer;
  }

  /** Targets of an organisation. */
  public static final class Found {
    private final Map<Integer, int[]> byKind;
    private final Map<Integer, int[]> byTarget;

    private Found(Map<Integer, int[]> byKind, Map<Integer, int[]> byTarget) {
      this.byKind = byKind;
      this.byTarget = byTarget;
    }

    int[] ofKind(int kind) {
      return byKind.getOrDefault(kind, NONE);
    }

    int[] kindsOf(int target) {
      return byTarget.getOrDefault(target, NONE);
    }
  }
}
