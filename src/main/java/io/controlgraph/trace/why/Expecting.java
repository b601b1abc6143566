package io.controlgraph.trace.why;

import io.controlgraph.trace.coverage.Expectations.Wanted;
import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import java.util.ArrayList;
import java.util.List;

/** Which rules expect a requirement at a target, as {@code expectations} and {@code cells} say. */
final class Expecting {
  private static final List<String> PLACES = List.of("targetKind", "target");

  private final Facts facts;
  private final Called called;
  private final Links requirement;
  private final Links effect;
  private final Links framework;
  private final Rows approvedOn;
  private final int rule;
  private final int system;
  private final int expected;
  private final int systemKind;

  Expecting(Facts facts) {
    this.facts = facts;
    this.called = new Called(facts);
    this.requirement = facts.links("requirement");
    this.effect = facts.links("effect");
    this.framework = facts.links("framework");
    this.approvedOn = facts.literals("approvedOn");
    this.rule = facts.term("ExpectationRule");
    this.system = facts.term("ManagementSystem");
    this.expected = facts.term("ExpectationEffect-expected");
    this.systemKind = facts.term("TargetKind-management-system");
  }

  /**
   * Whether a requirement of a framework is expected at a target of a kind.
   *
   * @param kind the kind of the target, one of those it has
   */
  Part of(int organisation, Wanted wanted, int target, int kind) {
    Chain expecting = new Chain(facts);
    Chain against = new Chain(facts);
    List<String> missing = new ArrayList<>();
    boolean isReplaced = isReplaced(organisation, wanted.requirement());
    for (int each : requirement.to(wanted.requirement())) {
      if (isInForce(each) && isFor(each, organisation, isReplaced)) {
        for (int by : systems(organisation, wanted.framework())) {
          for (String place : PLACES) {
            for (int named : facts.links(place).from(each)) {
              int at = named == systemKind ? by : named;
              if (at == target || at == kind) {
                for (int says : effect.from(each)) {
                  Chain chain = says == expected ? expecting : against;
                  chain.all(chain(organisation, each, by, wanted));
                  chain.link(each, place, named).link(each, "effect", says);
                  if (says != expected) {
                    missing.add(
                        "the rule %s does not expect it there".formatted(called.thing(each)));
                  }
                }
              }
            }
          }
        }
      }
    }
    if (!missing.isEmpty()) {
      return Part.missing(against, missing.stream().distinct().toList());
    }
    return expecting.statements().isEmpty()
        ? Part.missing(
            "no rule in force expects %s at %s, of the kind %s"
                .formatted(
                    called.thing(wanted.requirement()), called.thing(target), called.thing(kind)))
        : Part.of(expecting);
  }

  private boolean isInForce(int each) {
    return facts.isA(each, rule) && facts.isByTheDay(approvedOn, each);
  }

  private boolean isFor(int each, int organisation, boolean isReplaced) {
    return facts.isIn(each, organisation)
        || (facts.organisationsOf(each).length == 0 && !isReplaced);
  }

  /** Whether own rules expect a requirement, so that the shipped ones do not count. */
  private boolean isReplaced(int organisation, int wanted) {
    for (int each : requirement.to(wanted)) {
      if (isInForce(each) && facts.isIn(each, organisation) && effect.has(each, expected)) {
        return true;
      }
    }
    return false;
  }

  private List<Integer> systems(int organisation, int worksTo) {
    List<Integer> found = new ArrayList<>();
    for (int each : framework.to(worksTo)) {
      if (facts.isA(each, system) && facts.isIn(each, organisation)) {
        found.add(each);
      }
    }
    return found;
  }

  private Chain chain(int organisation, int each, int by, Wanted wanted) {
    Chain chain =
        new Chain(facts)
            .type(each, rule)
            .link(each, "requirement", wanted.requirement())
            .values(each, "approvedOn")
            .type(by, system)
            .link(by, "inOrganisation", organisation)
            .link(by, "framework", wanted.framework())
            .link(wanted.requirement(), "framework", wanted.framework())
            .values(wanted.requirement(), "assessable");
    return facts.isIn(each, organisation)
        ? chain.link(each, "inOrganisation", organisation)
        : chain;
  }

  /** The frameworks of a requirement that an organisation works to; none if it is not assessed. */
  List<Wanted> wanted(int organisation, int wanted) {
    List<Wanted> found = new ArrayList<>();
    if (facts.isTruth(facts.literals("assessable"), wanted, true)) {
      for (int of : framework.from(wanted)) {
        if (!systems(organisation, of).isEmpty()) {
          found.add(new Wanted(of, wanted));
        }
      }
    }
    return found;
  }
}
