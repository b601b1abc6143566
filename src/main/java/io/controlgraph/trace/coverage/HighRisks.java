package io.controlgraph.trace.coverage;

import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;

/** Which risks stand in a cell that is not acceptable, as {@code high-risks} has them. */
public final class HighRisks {
  private final Facts facts;
  private final Latest latest;
  private final Links method;
  private final Rows likelihood;
  private final Rows impact;
  private final Rows acceptable;
  private final int matrixCell;

  public HighRisks(Facts facts, Latest latest) {
    this.facts = facts;
    this.latest = latest;
    this.method = facts.links("method");
    this.likelihood = facts.literals("likelihood");
    this.impact = facts.literals("impact");
    this.acceptable = facts.literals("acceptable");
    this.matrixCell = facts.term("RiskMatrixCell");
  }

  public boolean isHigh(int risk) {
    return latest.beforeTreatment(risk).stream().anyMatch(this::isUnacceptable);
  }

  private boolean isUnacceptable(int evaluation) {
    for (int by : method.from(evaluation)) {
      for (int cell : method.to(by)) {
        if (facts.isA(cell, matrixCell)
            && facts.isTruth(acceptable, cell, false)
            && shares(likelihood, evaluation, cell)
            && shares(impact, evaluation, cell)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean shares(Rows scores, int one, int other) {
    for (int score : scores.of(one)) {
      if (scores.has(other, score)) {
        return true;
      }
    }
    return false;
  }
}
