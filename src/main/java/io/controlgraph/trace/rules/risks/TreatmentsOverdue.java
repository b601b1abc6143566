package io.controlgraph.trace.rules.risks;

import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.engine.binding.Binding;

/** Treatments that should have been carried out by now and are not. */
final class TreatmentsOverdue implements GapRule {
  private final Coverage coverage;
  private final Facts facts;
  private final Links risk;
  private final Rows due;
  private final Rows completedOn;
  private final int treatment;

  TreatmentsOverdue(Coverage coverage) {
    this.coverage = coverage;
    this.facts = coverage.facts();
    this.risk = facts.links("risk");
    this.due = facts.literals("due");
    this.completedOn = facts.literals("completedOn");
    this.treatment = facts.term("Treatment");
  }

  @Override
  public String question() {
    return "risk/treatments-overdue";
  }

  @Override
  public List<Binding> rows(int organisation) {
    List<Binding> rows = new ArrayList<>();
    for (int each : coverage.of(organisation).members().ofType(treatment)) {
      int times = timesNotCompleted(each);
      for (int literal : due.of(each)) {
        int on = facts.index().worth(literal);
        if (on != TraceIndex.NO_VALUE && on < facts.day()) {
          for (int treated : risk.from(each)) {
            for (int i = 0; i < times; i++) {
              add(organisation, each, treated, on, rows);
            }
          }
        }
      }
    }
    return rows;
  }

  /** How many of its dates say so, as often as the question has the row. */
  private int timesNotCompleted(int each) {
    int times = completedOn.length(each) == 0 ? 1 : 0;
    for (int literal : completedOn.of(each)) {
      times += facts.day() < facts.index().worth(literal) ? 1 : 0;
    }
    return times;
  }

  private void add(int organisation, int each, int treated, int on, List<Binding> rows) {
    new RowBuilder(facts.index())
        .labelled("org", organisation)
        .labelled("treatment", each)
        .labelled("risk", treated)
        .date("due", on)
        .linked("owner", treated, "owner")
        .build()
        .forEach(rows::add);
  }
}
