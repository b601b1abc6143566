package io.controlgraph.trace.rules.controls;

import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.EvidenceLife;
import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;

/** Metrics that should have been measured by now. */
final class MeasurementsOverdue implements GapRule {
  private final Coverage coverage;
  private final Facts facts;
  private final Links metric;
  private final Rows frequencyMonths;
  private final Rows measuredOn;
  private final Rows value;
  private final int metricType;
  private final int measurement;

  MeasurementsOverdue(Coverage coverage) {
    this.coverage = coverage;
    this.facts = coverage.facts();
    this.metric = facts.links("metric");
    this.frequencyMonths = facts.literals("frequencyMonths");
    this.measuredOn = facts.literals("measuredOn");
    this.value = facts.literals("value");
    this.metricType = facts.term("Metric");
    this.measurement = facts.term("Measurement");
  }

  /**
   * The last measurements of a metric.
   *
   * @param day since 1970
   * @param values of all that were made on it
   */
  private record Last(int day, List<Node> values) {}

  @Override
  public String question() {
    return "gaps/measurements-overdue";
  }

  @Override
  public List<Binding> rows(int organisation) {
    List<Binding> rows = new ArrayList<>();
    for (int each : coverage.of(organisation).members().ofType(metricType)) {
      if (frequencyMonths.length(each) > 0) {
        Last last = last(each);
        for (int literal : frequencyMonths.of(each)) {
          int months = facts.index().worth(literal);
          if (last.values().isEmpty()) {
            row(organisation, each).build().forEach(rows::add);
          } else if (months != TraceIndex.NO_VALUE) {
            int dueOn = EvidenceLife.monthsLater(last.day(), months);
            if (dueOn < facts.day()) {
              row(organisation, each)
                  .date("measuredOn", last.day())
                  .date("dueOn", dueOn)
                  .any("value", last.values())
                  .build()
                  .forEach(rows::add);
            }
          }
        }
      }
    }
    return rows;
  }

  private RowBuilder row(int organisation, int each) {
    return new RowBuilder(facts.index())
        .labelled("org", organisation)
        .labelled("metric", each)
        .linked("objective", each, "objective")
        .linked("owner", each, "owner")
        .literals("target", each, "targetValue");
  }

  /** A metric without a value of its last day counts as never measured. */
  private Last last(int of) {
    int day = TraceIndex.NO_VALUE;
    for (int each : metric.to(of)) {
      if (facts.isA(each, measurement)) {
        day = Math.max(day, facts.latestByTheDay(measuredOn, each, TraceIndex.NO_VALUE));
      }
    }
    List<Node> values = new ArrayList<>();
    if (day != TraceIndex.NO_VALUE) {
      for (int each : metric.to(of)) {
        if (facts.isA(each, measurement) && facts.isOn(measuredOn, each, day)) {
          for (int literal : value.of(each)) {
            values.add(facts.index().literal(literal));
          }
        }
      }
    }
    return new Last(day, values);
  }
}
