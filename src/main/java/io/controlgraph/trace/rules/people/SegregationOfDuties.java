package io.controlgraph.trace.rules.people;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.rules.Dates;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.DCTerms;

/** Persons who hold two duties on a thing that an approved rule keeps apart. */
final class SegregationOfDuties implements GapRule {
  private final Facts facts;
  private final Dates dates;
  private final CarriedDuties duties;
  private final PostHolders holders;
  private final Links firstDuty;
  private final Links secondDuty;
  private final Rows approvedOn;
  private final int sodRule;

  SegregationOfDuties(Facts facts) {
    this.facts = facts;
    this.dates = new Dates(facts);
    this.duties = new CarriedDuties(facts);
    this.holders = new PostHolders(facts);
    this.firstDuty = facts.links("firstDuty");
    this.secondDuty = facts.links("secondDuty");
    this.approvedOn = facts.literals("approvedOn");
    this.sodRule = facts.term("SoDRule");
  }

  /**
   * Two duties that are kept apart.
   *
   * @param times as often as the rule was approved by the day
   */
  private record Apart(int rule, int first, int second, int times) {}

  /** A duty that somebody has through a post. */
  private record Held(int person, int post, int duty) {}

  @Override
  public String question() {
    return "ownership/segregation-of-duties";
  }

  @Override
  public List<Binding> rows(int organisation) {
    List<Apart> rules = rulesOf(organisation);
    if (rules.isEmpty()) {
      return List.of();
    }
    Set<Integer> wanted = new HashSet<>();
    for (Apart each : rules) {
      wanted.add(each.first());
      wanted.add(each.second());
    }
    List<Binding> rows = new ArrayList<>();
    for (int thing : facts.membersOf(organisation)) {
      List<Held> held = heldOn(thing, wanted);
      for (Held first : held) {
        for (Held second : held) {
          if (first.person() == second.person()) {
            for (Apart rule : rules) {
              if (first.duty() == rule.first() && second.duty() == rule.second()) {
                row(organisation, rule, thing, first, second).build().forEach(rows::add);
              }
            }
          }
        }
      }
    }
    return rows;
  }

  private List<Apart> rulesOf(int organisation) {
    List<Apart> rules = new ArrayList<>();
    for (int each : facts.membersOf(organisation)) {
      if (facts.isA(each, sodRule)) {
        int times = dates.byTheDay(approvedOn, each).length;
        if (times > 0) {
          for (int first : firstDuty.from(each)) {
            for (int second : secondDuty.from(each)) {
              rules.add(new Apart(each, first, second, times));
            }
          }
        }
      }
    }
    return rules;
  }

  /** The duties on a thing and who has them, once for each organisation in which it is so. */
  private List<Held> heldOn(int thing, Set<Integer> wanted) {
    List<Held> held = new ArrayList<>();
    for (CarriedDuties.Carried each : duties.on(thing)) {
      if (wanted.contains(each.duty())) {
        for (int somebody : holders.in(each.organisation(), each.post())) {
          held.add(new Held(somebody, each.post(), each.duty()));
        }
      }
    }
    return held;
  }

  private RowBuilder row(int organisation, Apart rule, int thing, Held first, Held second) {
    return new RowBuilder(facts.index())
        .labelled("org", organisation)
        .labelled("rule", rule.rule())
        .thing("person", first.person())
        .texts("personId", first.person(), DCTerms.identifier.asNode())
        .labelled("thing", thing)
        .labelled("firstPost", first.post())
        .labelled("secondPost", second.post())
        .times(rule.times());
  }
}
