package io.controlgraph.trace.rules.people;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.coverage.Standing;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.rules.Dates;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.DCTerms;

/** People who have left and still hold a post, or held one last that nobody has taken over. */
final class DutiesOfLeavers implements GapRule {
  private final Facts facts;
  private final Dates dates;
  private final PostHolders holders;
  private final PostLoads loads;
  private final Links person;
  private final Links post;
  private final Rows leftOn;
  private final Rows validUntil;
  private final int personType;
  private final int appointment;

  DutiesOfLeavers(Facts facts) {
    this.facts = facts;
    this.dates = new Dates(facts);
    this.holders = new PostHolders(facts);
    this.loads = new PostLoads(facts);
    this.person = facts.links("person");
    this.post = facts.links("post");
    this.leftOn = facts.literals("leftOn");
    this.validUntil = facts.literals("validUntil");
    this.personType = facts.term("Person");
    this.appointment = facts.term("Appointment");
  }

  @Override
  public String question() {
    return "ownership/duties-of-leavers";
  }

  @Override
  public List<Binding> rows(int organisation) {
    List<Binding> rows = new ArrayList<>();
    Map<Integer, Integer> lastDays = new HashMap<>();
    Map<Integer, Collection<PostLoads.Load>> known = new HashMap<>();
    for (int somebody : facts.membersOf(organisation)) {
      int[] left = dates.beforeTheDay(leftOn, somebody);
      if (left.length > 0) {
        Set<Integer> notEnded = new LinkedHashSet<>();
        Set<Integer> notTakenOver = new LinkedHashSet<>();
        for (int each : person.to(somebody)) {
          if (facts.isA(each, appointment)) {
            for (int held : post.from(each)) {
              if (facts.hasBegun(each) && facts.hasNotEnded(each)) {
                notEnded.add(held);
              }
              int lastDay = lastDays.computeIfAbsent(held, this::lastDayOfVacant);
              if (lastDay != Standing.NEVER && facts.isOn(validUntil, each, lastDay)) {
                notTakenOver.add(held);
              }
            }
          }
        }
        for (int leaving : left) {
          Leaver leaver = new Leaver(organisation, somebody, leaving);
          if (facts.isA(somebody, personType)) {
            for (int held : notEnded) {
              add(leaver, held, "appointment not ended", loadsOf(held, known), rows);
            }
          }
          for (int held : notTakenOver) {
            if (!loadsOf(held, known).isEmpty()) {
              add(leaver, held, "not taken over", loadsOf(held, known), rows);
            }
          }
        }
      }
    }
    return rows;
  }

  private Collection<PostLoads.Load> loadsOf(
      int held, Map<Integer, Collection<PostLoads.Load>> known) {
    return known.computeIfAbsent(held, any -> loads.of(any).values());
  }

  /** The day on which an appointment to a post last ended, if nobody holds it. */
  private int lastDayOfVacant(int held) {
    int last = Standing.NEVER;
    for (int each : post.to(held)) {
      if (facts.isA(each, appointment)) {
        for (int literal : dates.beforeTheDay(validUntil, each)) {
          last = Math.max(last, dates.day(literal));
        }
      }
    }
    return holders.isHeld(held) ? Standing.NEVER : last;
  }

  /**
   * Somebody who has left.
   *
   * @param leftOn the number of the date
   */
  private record Leaver(int organisation, int person, int leftOn) {}

  private void add(
      Leaver leaver,
      int held,
      String reason,
      Collection<PostLoads.Load> loads,
      List<Binding> rows) {
    Collection<PostLoads.Load> shown = loads.isEmpty() ? List.of(new PostLoads.Load(0, 0)) : loads;
    for (PostLoads.Load load : shown) {
      new RowBuilder(facts.index())
          .labelled("org", leaver.organisation())
          .thing("person", leaver.person())
          .texts("personId", leaver.person(), DCTerms.identifier.asNode())
          .value("leftOn", facts.index().literal(leaver.leftOn()))
          .labelled("post", held)
          .text("reason", reason)
          .number("things", load.things())
          .number("duties", load.duties())
          .build()
          .forEach(rows::add);
    }
  }
}
