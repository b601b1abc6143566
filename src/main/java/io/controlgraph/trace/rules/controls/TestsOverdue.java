package io.controlgraph.trace.rules.controls;

import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.Implementations;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import io.controlgraph.trace.rules.controls.AspectTests.LastDays;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.SKOS;

/** Implementations that were due to be tested again and have not been. */
final class TestsOverdue implements GapRule {
  private final Coverage coverage;
  private final Implementations implementations;
  private final AspectTests tests;
  private final Rows nextDue;

  TestsOverdue(Coverage coverage, Implementations implementations, AspectTests tests) {
    this.coverage = coverage;
    this.implementations = implementations;
    this.tests = tests;
    this.nextDue = coverage.facts().literals("nextDue");
  }

  @Override
  public String question() {
    return "gaps/tests-overdue";
  }

  @Override
  public List<Binding> rows(int organisation) {
    List<Binding> rows = new ArrayList<>();
    for (int each : implementations.of(coverage.of(organisation))) {
      int times = implementations.count(each, Implementations.PARTIAL);
      if (times > 0) {
        int[] all = tests.of(each);
        for (int aspect : tests.aspects()) {
          LastDays last = tests.lastDays(all, aspect);
          if (last.own() > AspectTests.NEVER && last.own() == last.any()) {
            int due = lastDue(tests.of(all, aspect, last.own()));
            if (due != TraceIndex.NO_VALUE && due < coverage.facts().day()) {
              List<Binding> found = rows(organisation, each, aspect, last.own(), due);
              for (int i = 0; i < times; i++) {
                rows.addAll(found);
              }
            }
          }
        }
      }
    }
    return rows;
  }

  /** The latest day on which the next test is due; no value if none is. */
  private int lastDue(int[] ofTheLastDay) {
    int due = TraceIndex.NO_VALUE;
    for (int test : ofTheLastDay) {
      for (int literal : nextDue.of(test)) {
        due = Math.max(due, coverage.index().worth(literal));
      }
    }
    return due;
  }

  private List<Binding> rows(int organisation, int each, int aspect, int testedOn, int due) {
    if (coverage.index().literals(SKOS.notation.asNode()).length(aspect) == 0) {
      return List.of();
    }
    return new RowBuilder(coverage.index())
        .labelled("org", organisation)
        .labelled("implementation", each)
        .texts("aspect", aspect, SKOS.notation.asNode())
        .date("testedOn", testedOn)
        .date("nextDue", due)
        .build()
        .toList();
  }
}
