package io.controlgraph.trace.why;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.coverage.Standing;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import java.util.ArrayList;
import java.util.List;

/** Whether an implementation works, as {@code standing} and {@code failures} have it. */
final class Testing {
  private final Facts facts;
  private final Called called;
  private final Breaks breaks;
  private final Links implementation;
  private final Links result;
  private final Rows testedOn;
  private final Rows nextDue;
  private final int passed;

  Testing(Facts facts) {
    this.facts = facts;
    this.called = new Called(facts);
    this.breaks = new Breaks(facts);
    this.implementation = facts.links("implementation");
    this.result = facts.links("result");
    this.testedOn = facts.literals("testedOn");
    this.nextDue = facts.literals("nextDue");
    this.passed = facts.term("TestResult-passed");
  }

  /** Whether the last passed test of an implementation is later than all that broke it. */
  Part of(int organisation, int each, int requirement, int target) {
    Chain chain = new Chain(facts);
    List<String> overdue = new ArrayList<>();
    int passedOn = Standing.NEVER;
    for (int test : implementation.to(each)) {
      if (facts.isIn(test, organisation) && result.has(test, passed)) {
        int on = facts.latestByTheDay(testedOn, test, Standing.NEVER);
        if (on != Standing.NEVER
            && nextDue.length(test) > 0
            && !facts.isFromTheDay(nextDue, test)) {
          overdue.add(
              "test %s passed on %s and was due again on %s"
                  .formatted(
                      called.thing(test),
                      Called.day(on),
                      Called.day(called.date(nextDue, test, Math::max))));
        } else if (on > passedOn) {
          passedOn = on;
          chain =
              new Chain(facts)
                  .link(test, "inOrganisation", organisation)
                  .link(test, "implementation", each)
                  .link(test, "result", passed)
                  .values(test, "testedOn", "nextDue");
        }
      }
    }
    if (passedOn == Standing.NEVER) {
      List<String> missing = new ArrayList<>();
      missing.add("no test of %s that is not overdue has passed".formatted(called.thing(each)));
      missing.addAll(overdue);
      missing.addAll(breaks.open(organisation, each, chain));
      return Part.missing(chain, missing);
    }
    List<String> broken = breaks.since(passedOn, organisation, each, chain);
    broken.addAll(breaks.wantingSince(passedOn, organisation, requirement, target, chain));
    return broken.isEmpty() ? Part.of(chain) : Part.missing(chain, broken);
  }
}
