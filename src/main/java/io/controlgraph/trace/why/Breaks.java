package io.controlgraph.trace.why;

import io.controlgraph.trace.coverage.Evidence;
import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.coverage.Holders;
import io.controlgraph.trace.coverage.Standing;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;
import java.util.ArrayList;
import java.util.List;

/** What shows that an implementation, or a requirement at a target, does not work. */
final class Breaks {
  private final Facts facts;
  private final Called called;
  private final Standing standing;
  private final Links implementation;
  private final Links requirement;
  private final Links target;
  private final Links result;
  private final Links grade;
  private final Rows testedOn;
  private final Rows foundOn;
  private final Rows raisedOn;
  private final Rows closedOn;
  private final int failed;
  private final int major;
  private final int controlFinding;
  private final int nonconformity;

  Breaks(Facts facts) {
    this.facts = facts;
    this.called = new Called(facts);
    this.standing = new Standing(facts, new Evidence(facts), new Holders(facts));
    this.implementation = facts.links("implementation");
    this.requirement = facts.links("requirement");
    this.target = facts.links("target");
    this.result = facts.links("result");
    this.grade = facts.links("grade");
    this.testedOn = facts.literals("testedOn");
    this.foundOn = facts.literals("foundOn");
    this.raisedOn = facts.literals("raisedOn");
    this.closedOn = facts.literals("closedOn");
    this.failed = facts.term("TestResult-failed");
    this.major = facts.term("NonconformityGrade-major");
    this.controlFinding = facts.term("ControlFinding");
    this.nonconformity = facts.term("Nonconformity");
  }

  /**
   * What broke an implementation on the day of its last passed test or after, in words.
   *
   * @param chain takes what says so
   */
  List<String> since(int passedOn, int organisation, int each, Chain chain) {
    List<String> broken = new ArrayList<>();
    for (int any : implementation.to(each)) {
      if (facts.isIn(any, organisation)) {
        int failedOn =
            result.has(any, failed)
                ? facts.latestByTheDay(testedOn, any, Standing.NEVER)
                : Standing.NEVER;
        if (failedOn >= passedOn) {
          broken.add(
              "test %s failed on %s, when the last passed test is of %s"
                  .formatted(called.thing(any), Called.day(failedOn), Called.day(passedOn)));
          chain
              .link(any, "implementation", each)
              .link(any, "result", failed)
              .values(any, "testedOn");
        }
        int wantingOn = wantingOn(any);
        if (wantingOn >= passedOn) {
          broken.add(wanting(any, called.thing(each), wantingOn, passedOn));
          chain.link(any, "implementation", each).all(finding(any));
        }
      }
    }
    broken.addAll(open(organisation, each, chain));
    return broken;
  }

  /** The major nonconformities of an implementation that are open, in words. */
  List<String> open(int organisation, int each, Chain chain) {
    List<String> open = new ArrayList<>();
    for (int any : implementation.to(each)) {
      if (facts.isIn(any, organisation) && isOpenMajor(any)) {
        open.add("the major nonconformity %s is open".formatted(called.thing(any)));
        chain
            .type(any, nonconformity)
            .link(any, "implementation", each)
            .link(any, "grade", major)
            .values(any, "raisedOn", "closedOn");
      }
    }
    return open;
  }

  /** Where incidents found a requirement wanting at a target since the last passed test. */
  List<String> wantingSince(int passedOn, int organisation, int wanted, int at, Chain chain) {
    List<String> broken = new ArrayList<>();
    for (int any : target.to(at)) {
      if (requirement.has(any, wanted) && facts.isIn(any, organisation)) {
        int wantingOn = wantingOn(any);
        if (wantingOn >= passedOn) {
          String what = called.thing(wanted) + " at " + called.thing(at);
          broken.add(wanting(any, what, wantingOn, passedOn));
          chain.link(any, "requirement", wanted).link(any, "target", at).all(finding(any));
        }
      }
    }
    return broken;
  }

  private String wanting(int any, String what, int wantingOn, int passedOn) {
    return "an incident found %s wanting on %s (%s), when the last passed test is of %s"
        .formatted(what, Called.day(wantingOn), called.thing(any), Called.day(passedOn));
  }

  private Chain finding(int any) {
    Chain chain = new Chain(facts).type(any, controlFinding).values(any, "foundOn");
    for (int found : facts.links("finding").from(any)) {
      chain.link(any, "finding", found);
    }
    return chain;
  }

  private int wantingOn(int any) {
    return facts.isA(any, controlFinding) && standing.isBad(any)
        ? facts.latestByTheDay(foundOn, any, Standing.NEVER)
        : Standing.NEVER;
  }

  private boolean isOpenMajor(int any) {
    return facts.isA(any, nonconformity)
        && grade.has(any, major)
        && facts.isByTheDay(raisedOn, any)
        && isOpen(any);
  }

  private boolean isOpen(int any) {
    if (closedOn.length(any) == 0) {
      return true;
    }
    for (int literal : closedOn.of(any)) {
      int closed = facts.index().worth(literal);
      if (closed != TraceIndex.NO_VALUE && facts.day() < closed) {
        return true;
      }
    }
    return false;
  }
}
