package io.controlgraph.trace.coverage;

import io.controlgraph.trace.coverage.Plan.Step;
import io.controlgraph.trace.index.Links;
import java.util.ArrayList;
import java.util.List;

/** The treatments of risks and whether they are effective, as {@code treated} has them. */
final class Treatments {
  private final Links risk;
  private final Links requirement;
  private final Links threatens;
  private final int treatment;

  Treatments(Facts facts) {
    this.risk = facts.links("risk");
    this.requirement = facts.links("requirement");
    this.threatens = facts.links("threatens");
    this.treatment = facts.term("Treatment");
  }

  /** Those of an organisation. */
  List<Plan> of(OfOrganisation own) {
    List<Plan> plans = new ArrayList<>();
    for (int each : own.members().ofType(treatment)) {
      int[] planned = requirement.from(each);
      for (int treated : risk.from(each)) {
        plans.add(new Plan(own.organisation(), each, treated, steps(own, planned, treated)));
      }
    }
    return plans;
  }

  private List<Step> steps(OfOrganisation own, int[] planned, int treated) {
    int[] targets = threatens.from(treated);
    List<Step> steps = new ArrayList<>();
    if (targets.length > 0) {
      for (int each : planned) {
        List<Integer> effectiveAt = new ArrayList<>();
        for (int target : targets) {
          if (own.isEffective(each, target)) {
            effectiveAt.add(target);
          }
        }
        steps.add(new Step(each, effectiveAt, targets.length));
      }
    }
    return steps;
  }
}
