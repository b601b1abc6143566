package io.controlgraph.trace.rules.risks;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.coverage.Matrix;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The level of a risk by its latest evaluations, as {@code risk-levels} has it. */
final class RiskLevels {
  private static final int NONE = Integer.MIN_VALUE;

  private final Facts facts;
  private final Matrix matrix;
  private final Links risk;
  private final Links kind;
  private final Links level;
  private final Rows evaluatedOn;
  private final Rows rank;
  private final int evaluation;
  private final int inherent;
  private final int current;

  RiskLevels(Facts facts) {
    this.facts = facts;
    this.matrix = new Matrix(facts);
    this.risk = facts.links("risk");
    this.kind = facts.links("evaluationKind");
    this.level = facts.links("level");
    this.evaluatedOn = facts.literals("evaluatedOn");
    this.rank = facts.literals("rank");
    this.evaluation = facts.term("RiskEvaluation");
    this.inherent = facts.term("EvaluationKind-inherent");
    this.current = facts.term("EvaluationKind-current");
  }

  /**
   * A level of a risk.
   *
   * @param organisation that evaluated it last that day
   * @param evaluatedOn days since 1970
   * @param rank from 1, low, to 4, critical
   */
  record Level(int organisation, int evaluatedOn, int rank) {}

  /** The levels of a risk, one for each organisation that evaluated it. */
  List<Level> of(int evaluated) {
    Map<Integer, Integer> latest = new TreeMap<>();
    for (int each : risk.to(evaluated)) {
      int on = isBeforeTreatment(each) ? facts.latestByTheDay(evaluatedOn, each, NONE) : NONE;
      if (on != NONE) {
        for (int organisation : facts.organisationsOf(each)) {
          latest.merge(organisation, on, Math::max);
        }
      }
    }
    List<Level> levels = new ArrayList<>();
    latest.forEach(
        (organisation, on) -> {
          int highest = rank(evaluated, on);
          if (highest != NONE) {
            levels.add(new Level(organisation, on, highest));
          }
        });
    return levels;
  }

  private boolean isBeforeTreatment(int each) {
    return facts.isA(each, evaluation) && (kind.has(each, inherent) || kind.has(each, current));
  }

  private int rank(int evaluated, int on) {
    int highest = NONE;
    for (int each : risk.to(evaluated)) {
      if (isBeforeTreatment(each) && facts.isOn(evaluatedOn, each, on)) {
        for (int cell : matrix.cells(each)) {
          for (int of : level.from(cell)) {
            for (int literal : rank.of(of)) {
              int worth = facts.index().worth(literal);
              highest = worth == TraceIndex.NO_VALUE ? highest : Math.max(highest, worth);
            }
          }
        }
      }
    }
    return highest;
  }
}
