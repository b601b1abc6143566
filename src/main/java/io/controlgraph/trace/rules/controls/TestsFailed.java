package io.controlgraph.trace.rules.controls;

import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.Implementations;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import io.controlgraph.trace.rules.controls.AspectTests.LastDays;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.SKOS;

/** Implementations that failed their last test and have not passed one since. */
final class TestsFailed implements GapRule {
  private final Coverage coverage;
  private final Implementations implementations;
  private final AspectTests tests;

  TestsFailed(Coverage coverage, Implementations implementations, AspectTests tests) {
    this.coverage = coverage;
    this.implementations = implementations;
    this.tests = tests;
  }

  @Override
  public String question() {
    return "gaps/tests-failed";
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
          if (last.failedOn() > AspectTests.NEVER && last.failedOn() >= last.passedOn()) {
            for (int test : tests.of(all, aspect, last.failedOn())) {
              if (tests.isFailed(test)) {
                List<Binding> found = rows(organisation, each, test, aspect, last.failedOn());
                for (int i = 0; i < times; i++) {
                  rows.addAll(found);
                }
              }
            }
          }
        }
      }
    }
    return rows;
  }

  private List<Binding> rows(int organisation, int each, int test, int aspect, int failedOn) {
    if (coverage.index().literals(SKOS.notation.asNode()).length(aspect) == 0) {
      return List.of();
    }
    return new RowBuilder(coverage.index())
        .labelled("org", organisation)
        .labelled("implementation", each)
        .thing("test", test)
        .texts("aspect", aspect, SKOS.notation.asNode())
        .date("testedOn", failedOn)
        .literals("sample", test, "sample")
        .literals("exceptions", test, "exceptionsFound")
        .build()
        .toList();
  }
}
