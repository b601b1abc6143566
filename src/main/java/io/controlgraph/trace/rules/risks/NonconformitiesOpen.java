package io.controlgraph.trace.rules.risks;

import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import io.controlgraph.trace.rules.risks.Nonconformities.Raised;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;

/** Nonconformities that are open, and how far their corrective actions are. */
final class NonconformitiesOpen implements GapRule {
  private static final int LEAST = TraceIndex.NO_VALUE + 1;
  private static final int MOST = Integer.MAX_VALUE;

  private final Coverage coverage;
  private final Facts facts;
  private final Nonconformities nonconformities;
  private final Notations notations;
  private final Links grade;
  private final Links nonconformity;
  private final Rows due;
  private final Rows completedOn;
  private final int action;

  NonconformitiesOpen(Coverage coverage) {
    this.coverage = coverage;
    this.facts = coverage.facts();
    this.nonconformities = new Nonconformities(facts);
    this.notations = new Notations(facts.index());
    this.grade = facts.links("grade");
    this.nonconformity = facts.links("nonconformity");
    this.due = facts.literals("due");
    this.completedOn = facts.literals("completedOn");
    this.action = facts.term("CorrectiveAction");
  }

  @Override
  public String question() {
    return "gaps/nonconformities-open";
  }

  @Override
  public List<Binding> rows(int organisation) {
    List<Binding> rows = new ArrayList<>();
    for (Raised raised : nonconformities.of(coverage.of(organisation).members())) {
      if (!raised.isClosed()) {
        int each = raised.nonconformity();
        int late = 0;
        int inTime = 0;
        for (int of : nonconformity.to(each)) {
          if (facts.isA(of, action)) {
            boolean isLate = isOverdueByOneDate(of);
            late += isLate ? 1 : 0;
            inTime += !isLate || isInTimeByOneDate(of) ? 1 : 0;
          }
        }
        for (Node notation : notations.of(grade.from(each))) {
          new RowBuilder(facts.index())
              .labelled("org", organisation)
              .labelled("nonconformity", each)
              .value("grade", notation)
              .date("raisedOn", raised.raisedOn())
              .number("age", raised.age())
              .number("actions", (long) late + inTime)
              .number("overdue", late)
              .build()
              .forEach(rows::add);
        }
      }
    }
    return rows;
  }

  private boolean isOverdueByOneDate(int of) {
    return isPast(due, of)
        && (completedOn.length(of) == 0 || anyDate(completedOn, of, facts.day() + 1, MOST));
  }

  /** An action with several dates counts as the question counts it: once for either outcome. */
  private boolean isInTimeByOneDate(int of) {
    return due.length(of) == 0
        || anyDate(due, of, facts.day(), MOST)
        || anyDate(completedOn, of, LEAST, facts.day());
  }

  private boolean isPast(Rows dates, int of) {
    return anyDate(dates, of, LEAST, facts.day() - 1);
  }

  private boolean anyDate(Rows dates, int of, int first, int last) {
    for (int literal : dates.of(of)) {
      int date = facts.index().worth(literal);
      if (first <= date && date <= last) {
        return true;
      }
    }
    return false;
  }
}
