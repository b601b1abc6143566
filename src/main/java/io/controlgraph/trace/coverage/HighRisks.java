package io.controlgraph.trace.coverage;

import io.controlgraph.trace.index.Rows;

/** Which risks stand in a cell that is not acceptable, as {@code high-risks} has them. */
public final class HighRisks {
  private final Facts facts;
  private final Latest latest;
  private final Matrix matrix;
  private final Rows acceptable;

  public HighRisks(Facts facts, Latest latest) {
    this.facts = facts;
    this.latest = latest;
    this.matrix = new Matrix(facts);
    this.acceptable = facts.literals("acceptable");
  }

  public boolean isHigh(int risk) {
    return latest.beforeTreatment(risk).stream().anyMatch(this::isUnacceptable);
  }

  private boolean isUnacceptable(int evaluation) {
    return matrix.cells(evaluation).stream()
        .anyMatch(cell -> facts.isTruth(acceptable, cell, false));
  }
}
