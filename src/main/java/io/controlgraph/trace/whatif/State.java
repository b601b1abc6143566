package io.controlgraph.trace.whatif;

import io.controlgraph.trace.coverage.Accepted;
import io.controlgraph.trace.coverage.Cell;
import io.controlgraph.trace.coverage.Evaluated;
import io.controlgraph.trace.coverage.OfOrganisation;
import io.controlgraph.trace.coverage.Plan;
import io.controlgraph.trace.coverage.Risks;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * How an organisation stands.
 *
 * @param isCompleted whether a treatment is completed by the day
 */
record State(
    int organisation,
    List<Cell> cells,
    List<Plan> plans,
    List<Evaluated> residuals,
    List<Accepted> accepted,
    List<Evaluated> remaining,
    IntPredicate isCompleted) {

  static State of(OfOrganisation own, Risks risks) {
    List<Evaluated> residuals = risks.residuals(own);
    return new State(
        own.organisation(),
        own.cells(),
        risks.plans(own),
        residuals,
        risks.accepted(residuals),
        risks.remaining(own),
        risks::isCompleted);
  }

  /** The same, as risks that say the same of it have it. */
  State by(Risks risks) {
    return new State(
        organisation, cells, plans, residuals, accepted, remaining, risks::isCompleted);
  }

  /**
   * How it would stand without requirements that play no other part in the definitions: without
   * their cells and without the steps of plans that need them, and otherwise the same.
   */
  State withoutRequirements(Set<Integer> gone) {
    return new State(
        organisation,
        cells.stream().filter(cell -> !gone.contains(cell.requirement())).toList(),
        plans.stream()
            .map(
                plan ->
                    new Plan(
                        plan.organisation(),
                        plan.treatment(),
                        plan.risk(),
                        plan.steps().stream()
                            .filter(step -> !gone.contains(step.requirement()))
                            .toList()))
            .toList(),
        residuals,
        accepted,
        remaining,
        isCompleted);
  }
}
