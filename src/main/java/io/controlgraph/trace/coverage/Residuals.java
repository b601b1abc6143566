package io.controlgraph.trace.coverage;

import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The latest residual evaluation of each risk by the day, as {@code residuals} has them. */
final class Residuals {
  private final Facts facts;
  private final Links risk;
  private final Links kind;
  private final Rows evaluatedOn;
  private final int evaluation;
  private final int residual;

  Residuals(Facts facts) {
    this.facts = facts;
    this.risk = facts.links("risk");
    this.kind = facts.links("evaluationKind");
    this.evaluatedOn = facts.literals("evaluatedOn");
    this.evaluation = facts.term("RiskEvaluation");
    this.residual = facts.term("EvaluationKind-residual");
  }

  /** Those of an organisation. */
  List<Evaluated> of(OfOrganisation own) {
    Map<Integer, Integer> latest = new HashMap<>();
    for (int any : own.members().ofType(evaluation)) {
      if (kind.has(any, residual)) {
        int on = facts.latestByTheDay(evaluatedOn, any, Standing.NEVER);
        if (on != Standing.NEVER) {
          for (int evaluated : risk.from(any)) {
            latest.merge(evaluated, on, Math::max);
          }
        }
      }
    }
    List<Evaluated> found = new ArrayList<>();
    latest.forEach(
        (evaluated, on) -> {
          for (int any : risk.to(evaluated)) {
            if (kind.has(any, residual)
                && facts.isA(any, evaluation)
                && facts.isOn(evaluatedOn, any, on)) {
              found.add(new Evaluated(own.organisation(), evaluated, any));
            }
          }
        });
    return found;
  }
}
