package io.controlgraph.trace.rules.controls;

import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.coverage.Implementations;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.engine.binding.Binding;

/** Implementations that were never tested, neither in design nor in operation. */
final class NeverTested implements GapRule {
  private final Coverage coverage;
  private final Facts facts;
  private final Implementations implementations;
  private final AspectTests tests;
  private final Rows testedOn;

  NeverTested(Coverage coverage, Implementations implementations, AspectTests tests) {
    this.coverage = coverage;
    this.facts = coverage.facts();
    this.implementations = implementations;
    this.tests = tests;
    this.testedOn = facts.literals("testedOn");
  }

  @Override
  public String question() {
    return "gaps/never-tested";
  }

  @Override
  public List<Binding> rows(int organisation) {
    List<Binding> rows = new ArrayList<>();
    for (int each : implementations.of(coverage.of(organisation))) {
      if (implementations.isInUse(each, Implementations.IMPLEMENTED)
          && !isTested(each, organisation)) {
        new RowBuilder(coverage.index())
            .labelled("org", organisation)
            .labelled("implementation", each)
            .literals("since", each, "validFrom")
            .build()
            .forEach(rows::add);
      }
    }
    return rows;
  }

  private boolean isTested(int implementation, int organisation) {
    for (int test : tests.of(implementation)) {
      if (facts.isIn(test, organisation) && facts.isByTheDay(testedOn, test)) {
        return true;
      }
    }
    return false;
  }
}
