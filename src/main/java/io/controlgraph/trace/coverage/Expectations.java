package io.controlgraph.trace.coverage;

import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Where requirements are expected, by the rules in force, as {@code expectations} has it: the own
 * rules of an organisation, and the shipped ones for requirements that no own rule expects.
 */
public final class Expectations {
  private final Facts facts;
  private final Links requirement;
  private final Links framework;
  private final Links targetKind;
  private final Links target;
  private final Links effect;
  private final Rows approvedOn;
  private final Rows assessable;
  private final int expectationRule;
  private final int managementSystem;
  private final int expected;
  private final int systemKind;
  private final int[] shipped;

  public Expectations(Facts facts) {
    this.facts = facts;
    this.requirement = facts.links("requirement");
    this.framework = facts.links("framework");
    this.targetKind = facts.links("targetKind");
    this.target = facts.links("target");
    this.effect = facts.links("effect");
    this.approvedOn = facts.literals("approvedOn");
    this.assessable = facts.literals("assessable");
    this.expectationRule = facts.term("ExpectationRule");
    this.managementSystem = facts.term("ManagementSystem");
    this.expected = facts.term("ExpectationEffect-expected");
    this.systemKind = facts.term("TargetKind-management-system");
    this.shipped =
        Arrays.stream(facts.allOf(expectationRule))
            .filter(rule -> facts.organisationsOf(rule).length == 0)
            .filter(rule -> facts.isByTheDay(approvedOn, rule))
            .toArray();
  }

  /**
   * A requirement of a framework.
   *
   * @param framework its number
   * @param requirement its number
   */
  public record Wanted(int framework, int requirement) {}

  /** Places, kinds of target or targets, where a requirement is expected, or is not. */
  public static final class Places {
    final Set<Integer> expected = new HashSet<>();
    final Set<Integer> notExpected = new HashSet<>();
  }

  /** Where each requirement of the frameworks an organisation works to is expected. */
  public Map<Wanted, Places> of(Members members) {
    Map<Wanted, Places> found = new HashMap<>();
    int[] own =
        Arrays.stream(members.ofType(expectationRule))
            .filter(rule -> facts.isByTheDay(approvedOn, rule))
            .toArray();
    BitSet replaced = new BitSet();
    for (int rule : own) {
      if (effect.has(rule, expected)) {
        Arrays.stream(requirement.from(rule)).forEach(replaced::set);
      }
    }
    for (int system : members.ofType(managementSystem)) {
      for (int worksTo : framework.from(system)) {
        for (int rule : own) {
          take(found, system, worksTo, rule, new BitSet());
        }
        for (int rule : shipped) {
          take(found, system, worksTo, rule, replaced);
        }
      }
    }
    return found;
  }

  private void take(
      Map<Wanted, Places> found, int system, int worksTo, int rule, BitSet exceptFor) {
    int[] effects = effect.from(rule);
    if (effects.length == 0) {
      return;
    }
    for (int wanted : requirement.from(rule)) {
      if (!exceptFor.get(wanted)
          && framework.has(wanted, worksTo)
          && facts.isTruth(assessable, wanted, true)) {
        Places places = found.computeIfAbsent(new Wanted(worksTo, wanted), any -> new Places());
        for (int each : effects) {
          Set<Integer> where = each == expected ? places.expected : places.notExpected;
          for (int named : targetKind.from(rule)) {
            where.add(named == systemKind ? system : named);
          }
          for (int named : target.from(rule)) {
            where.add(named == systemKind ? system : named);
          }
        }
      }
    }
  }
}
