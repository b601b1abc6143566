package io.controlgraph.trace.whatif;

import io.controlgraph.trace.coverage.Accepted;
import io.controlgraph.trace.coverage.Cell;
import io.controlgraph.trace.coverage.Evaluated;
import io.controlgraph.trace.coverage.OfOrganisation;
import io.controlgraph.trace.coverage.Plan;
import io.controlgraph.trace.coverage.Risks;
import java.util.List;

/** How an organisation stands. */
final class State {
  private final OfOrganisation own;
  private final Risks risks;
  private final List<Plan> plans;
  private final List<Evaluated> residuals;
  private final List<Accepted> accepted;
  private final List<Evaluated> remaining;

  State(OfOrganisation own, Risks risks) {
    this.own = own;
    this.risks = risks;
    this.plans = risks.plans(own);
    this.residuals = risks.residuals(own);
    this.accepted = risks.accepted(residuals);
    this.remaining = risks.remaining(own);
  }

  int organisation() {
    return own.organisation();
  }

  List<Cell> cells() {
    return own.cells();
  }

  List<Plan> plans() {
    return plans;
  }

  List<Evaluated> residuals() {
    return residuals;
  }

  List<Accepted> accepted() {
    return accepted;
  }

  List<Evaluated> remaining() {
    return remaining;
  }

  boolean isCompleted(int treatment) {
    return risks.isCompleted(treatment);
  }
}
