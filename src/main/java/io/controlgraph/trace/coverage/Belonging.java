package io.controlgraph.trace.coverage;

import io.controlgraph.trace.index.Links;
import java.util.ArrayList;
import java.util.List;

/** Where a cell belongs beside its organisation and framework. */
final class Belonging {
  private final Facts facts;
  private final Holders holders;
  private final Links theme;
  private final Links unit;
  private final int unitType;

  Belonging(Facts facts, Holders holders) {
    this.facts = facts;
    this.holders = holders;
    this.theme = facts.links("theme");
    this.unit = facts.links("unit");
    this.unitType = facts.term("Unit");
  }

  int[] themes(int requirement) {
    return theme.from(requirement);
  }

  /** The units of a target, and itself if it is one. */
  List<Integer> units(int target) {
    List<Integer> units = new ArrayList<>();
    for (int each : unit.from(target)) {
      units.add(each);
    }
    if (facts.isA(target, unitType)) {
      units.add(target);
    }
    return units;
  }

  /** The posts accountable for a target, each once for every organisation in which it is. */
  List<Integer> posts(int target) {
    return holders.answeringFor(target).stream().map(Holders.Answering::post).toList();
  }
}
