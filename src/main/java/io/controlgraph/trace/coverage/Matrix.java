package io.controlgraph.trace.coverage;

import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The cells of the methods by which risks are evaluated. */
public final class Matrix {
  private final Links method;
  private final Rows likelihood;
  private final Rows impact;
  private final Map<Integer, List<Integer>> ofMethod = new HashMap<>();

  /** The cells that are known in an index. */
  public Matrix(Facts facts) {
    this.method = facts.links("method");
    this.likelihood = facts.literals("likelihood");
    this.impact = facts.literals("impact");
    for (int cell : facts.allOf(facts.term("RiskMatrixCell"))) {
      for (int of : method.from(cell)) {
        ofMethod.computeIfAbsent(of, any -> new ArrayList<>()).add(cell);
      }
    }
  }

  /** The cells in which an evaluation stands; one is there as often as it stands in it. */
  public List<Integer> cells(int evaluation) {
    List<Integer> cells = new ArrayList<>();
    for (int by : method.from(evaluation)) {
      for (int cell : ofMethod.getOrDefault(by, List.of())) {
        int times = shared(likelihood, evaluation, cell) * shared(impact, evaluation, cell);
        for (int i = 0; i < times; i++) {
          cells.add(cell);
        }
      }
    }
    return cells;
  }

  private static int shared(Rows scores, int one, int other) {
    int shared = 0;
    for (int score : scores.of(one)) {
      if (scores.has(other, score)) {
        shared++;
      }
    }
    return shared;
  }
}
