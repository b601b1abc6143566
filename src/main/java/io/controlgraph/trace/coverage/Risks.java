package io.controlgraph.trace.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The risks of an index on a day, as the shared definitions have them. May be asked by several
 * threads at once.
 */
public final class Risks {
  private final Facts facts;
  private final Treatments treatments;
  private final Residuals residuals;
  private final Acceptances acceptances;
  private final Latest latest;
  private final HighRisks highRisks;
  private final int risk;

  /** Risks by what coverage is worked out from. */
  public Risks(Coverage coverage) {
    this.facts = coverage.facts();
    this.treatments = new Treatments(facts);
    this.residuals = new Residuals(facts);
    this.acceptances = new Acceptances(facts);
    this.latest = new Latest(facts);
    this.highRisks = new HighRisks(facts, latest);
    this.risk = facts.term("Risk");
  }

  /** An organisation's treatments, one for each risk they treat. */
  public List<Plan> plans(OfOrganisation own) {
    return treatments.of(own);
  }

  /** The latest residual evaluation of each risk, as {@code residuals} has it. */
  public List<Evaluated> residuals(OfOrganisation own) {
    return residuals.of(own);
  }

  /** The valid acceptances of residual evaluations, as {@code accepted} has them. */
  public List<Accepted> accepted(List<Evaluated> residualEvaluations) {
    return acceptances.of(residualEvaluations);
  }

  /** The evaluations that say what remains of each risk, as {@code remaining} has them. */
  public List<Evaluated> remaining(OfOrganisation own) {
    List<Evaluated> found = new ArrayList<>();
    for (int each : own.members().ofType(risk)) {
      for (int evaluation : latest.remaining(each)) {
        found.add(new Evaluated(own.organisation(), each, evaluation));
      }
    }
    return found;
  }

  /** The risks that stand in a cell that is not acceptable, as {@code high-risks} has them. */
  public List<Integer> high(OfOrganisation own) {
    return Arrays.stream(own.members().ofType(risk)).filter(highRisks::isHigh).boxed().toList();
  }

  /** Whether a treatment has been completed by the day. */
  public boolean isCompleted(int treatment) {
    return facts.isByTheDay(facts.literals("completedOn"), treatment);
  }
}
