package io.controlgraph.trace.why;

import io.controlgraph.trace.coverage.Cell;
import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.Expectations.Wanted;
import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.coverage.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Why cells of coverage stand where they do: worked out anew from what is about the cell alone, by
 * the definitions that the questions share.
 */
public final class Why {
  private final Coverage coverage;
  private final Called called;
  private final Expecting expecting;
  private final Scoping scoping;
  private final Applicability applicability;
  private final Ways ways;
  private final Climb climb;

  /** By what coverage is worked out from. */
  public Why(Coverage coverage) {
    this.coverage = coverage;
    Facts facts = coverage.facts();
    Proofs proofs = new Proofs(facts);
    this.called = new Called(facts);
    this.expecting = new Expecting(facts);
    this.scoping = new Scoping(facts);
    this.applicability = new Applicability(facts);
    this.ways = new Ways(facts, proofs);
    this.climb = new Climb(facts, proofs);
  }

  /** Why a cell stands where it does. */
  public CellWhy of(Cell cell) {
    int organisation = cell.organisation();
    int requirement = cell.requirement();
    int target = cell.target();
    Members members = coverage.of(organisation).members();
    Wanted wanted = new Wanted(cell.framework(), requirement);
    List<Step> best = List.of();
    Optional<Carrier> carrier = Optional.empty();
    for (Way way : ways.of(organisation, requirement, target)) {
      List<Step> steps = climb.of(organisation, way.implementation(), requirement, target);
      if (carrier.isEmpty() || reached(steps) > reached(best)) {
        best = steps;
        carrier =
            Optional.of(
                new Carrier(
                    way.implementation(),
                    way.through() == Way.NOT_SHARED
                        ? OptionalInt.empty()
                        : OptionalInt.of(way.through()),
                    ways.chain(way, organisation, requirement, target).statements()));
      }
    }
    return new CellWhy(
        cell,
        expecting.of(organisation, wanted, target, cell.kind()),
        scoping.of(organisation, members, target, cell.kind()),
        applicability.of(organisation, members, wanted),
        carrier,
        carrier.isPresent() ? best : Climb.none(ways.missing(organisation, requirement, target)));
  }

  private static long reached(List<Step> steps) {
    return steps.stream().filter(step -> step.part().holds()).count();
  }

  /** Why a requirement makes no cell at a target of an organisation, if it makes none. */
  public NoCell none(int organisation, int requirement, int target) {
    List<Part> parts = new ArrayList<>();
    List<Wanted> all = expecting.wanted(organisation, requirement);
    int[] kinds = scoping.kinds(target);
    if (all.isEmpty()) {
      parts.add(
          Part.missing(
              "%s has no management system that works to a framework in which %s is assessed"
                  .formatted(called.thing(organisation), called.thing(requirement))));
    }
    if (kinds.length == 0) {
      parts.add(Part.missing("%s is of no kind of target".formatted(called.thing(target))));
    }
    Members members = coverage.of(organisation).members();
    for (int kind : kinds) {
      parts.add(scoping.of(organisation, members, target, kind));
      all.forEach(wanted -> parts.add(expecting.of(organisation, wanted, target, kind)));
    }
    return new NoCell(
        organisation, parts.stream().filter(part -> !part.holds()).distinct().toList());
  }
}
