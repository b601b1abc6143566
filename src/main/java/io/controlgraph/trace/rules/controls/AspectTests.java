package io.controlgraph.trace.rules.controls;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * The control tests of an implementation by aspect. A test of operation speaks for the design too,
 * since what works was designed to.
 */
final class AspectTests {
  /** The day that stands for never; what the questions write for it. */
  static final int NEVER = Math.toIntExact(LocalDate.of(1000, 1, 1).toEpochDay());

  private final Facts facts;
  private final Links implementation;
  private final Links aspect;
  private final Links result;
  private final Rows testedOn;
  private final int controlTest;
  private final int design;
  private final int operation;
  private final int passed;
  private final int failed;

  AspectTests(Facts facts) {
    this.facts = facts;
    this.implementation = facts.links("implementation");
    this.aspect = facts.links("aspect");
    this.result = facts.links("result");
    this.testedOn = facts.literals("testedOn");
    this.controlTest = facts.term("ControlTest");
    this.design = facts.term("TestAspect-design");
    this.operation = facts.term("TestAspect-operation");
    this.passed = facts.term("TestResult-passed");
    this.failed = facts.term("TestResult-failed");
  }

  /** The aspects that can be tested. */
  int[] aspects() {
    return new int[] {design, operation};
  }

  /** The tests of an implementation, of any aspect. */
  int[] of(int tested) {
    return Arrays.stream(implementation.to(tested))
        .filter(test -> facts.isA(test, controlTest))
        .toArray();
  }

  /** Those of them that tested an aspect itself on a day. */
  int[] of(int[] tests, int ofAspect, int day) {
    return Arrays.stream(tests)
        .filter(test -> aspect.has(test, ofAspect) && facts.isOn(testedOn, test, day))
        .toArray();
  }

  boolean isPassed(int test) {
    return result.has(test, passed);
  }

  boolean isFailed(int test) {
    return result.has(test, failed);
  }

  /**
   * The last days of tests that speak for an aspect, by the day; each {@link #NEVER} if there is
   * none.
   *
   * @param any of any test that speaks for it
   * @param own of one that tested it itself
   * @param passedOn of one that passed
   * @param failedOn of one that tested it itself and failed
   */
  record LastDays(int any, int own, int passedOn, int failedOn) {
    private LastDays and(int on, boolean isOwn, boolean isPassed, boolean isFailed) {
      return new LastDays(
          Math.max(any, on),
          isOwn ? Math.max(own, on) : own,
          isPassed ? Math.max(passedOn, on) : passedOn,
          isOwn && isFailed ? Math.max(failedOn, on) : failedOn);
    }
  }

  /** The last days of an implementation's tests that speak for an aspect. */
  LastDays lastDays(int[] tests, int ofAspect) {
    LastDays last = new LastDays(NEVER, NEVER, NEVER, NEVER);
    for (int test : tests) {
      boolean isOwn = aspect.has(test, ofAspect);
      if ((isOwn || aspect.has(test, operation)) && facts.organisationsOf(test).length > 0) {
        int on = facts.latestByTheDay(testedOn, test, TraceIndex.NO_VALUE);
        if (on != TraceIndex.NO_VALUE) {
          last = last.and(on, isOwn, isPassed(test), isFailed(test));
        }
      }
    }
    return last;
  }
}
