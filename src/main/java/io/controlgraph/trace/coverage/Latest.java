package io.controlgraph.trace.coverage;

import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The evaluations of a risk that come last by the day: those of the latest day, and of one day the
 * current ones before the inherent ones.
 */
public final class Latest {
  /** What makes a residual evaluation come after all others. */
  private static final long RESIDUAL = 1L << 40;

  private final Facts facts;
  private final Links risk;
  private final Links kind;
  private final Rows evaluatedOn;
  private final int evaluation;
  private final int inherent;
  private final int current;
  private final int residual;

  public Latest(Facts facts) {
    this.facts = facts;
    this.risk = facts.links("risk");
    this.kind = facts.links("evaluationKind");
    this.evaluatedOn = facts.literals("evaluatedOn");
    this.evaluation = facts.term("RiskEvaluation");
    this.inherent = facts.term("EvaluationKind-inherent");
    this.current = facts.term("EvaluationKind-current");
    this.residual = facts.term("EvaluationKind-residual");
  }

  /** What remains, as {@code remaining} has it: a residual evaluation before any other. */
  public List<Integer> remaining(int evaluated) {
    return last(evaluated, true);
  }

  /** The latest inherent or current evaluations, as {@code high-risks} has them. */
  public List<Integer> beforeTreatment(int evaluated) {
    return last(evaluated, false);
  }

  private List<Integer> last(int evaluated, boolean ofAnyKind) {
    long highest = Long.MIN_VALUE;
    List<Integer> found = new ArrayList<>();
    for (int each : risk.to(evaluated)) {
      OptionalLong key = facts.isA(each, evaluation) ? key(each, ofAnyKind) : OptionalLong.empty();
      if (key.isPresent() && key.getAsLong() >= highest) {
        if (key.getAsLong() > highest) {
          found.clear();
          highest = key.getAsLong();
        }
        found.add(each);
      }
    }
    return found;
  }

  private OptionalLong key(int each, boolean ofAnyKind) {
    OptionalLong highest = OptionalLong.empty();
    for (int literal : evaluatedOn.of(each)) {
      int on = facts.index().worth(literal);
      if (on != TraceIndex.NO_VALUE && on <= facts.day()) {
        for (int of : kind.from(each)) {
          if (ofAnyKind || of == inherent || of == current) {
            long key = on * 2L + (of == inherent ? 0 : 1) + (of == residual ? RESIDUAL : 0);
            highest = OptionalLong.of(Math.max(key, highest.orElse(key)));
          }
        }
      }
    }
    return highest;
  }
}
