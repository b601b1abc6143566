package io.controlgraph.trace.rules.people;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.coverage.Standing;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The impact assessments in force, as {@code impact-assessments} has them. */
final class ImpactAssessments {
  private final Facts facts;
  private final Links concerns;
  private final Links assessmentKind;
  private final Rows approvedOn;
  private final int impactAssessment;

  ImpactAssessments(Facts facts) {
    this.facts = facts;
    this.concerns = facts.links("concerns");
    this.assessmentKind = facts.links("assessmentKind");
    this.approvedOn = facts.literals("approvedOn");
    this.impactAssessment = facts.term("ImpactAssessment");
  }

  /**
   * One that is the latest of its kind for some things.
   *
   * @param approvedOn the number of the date
   * @param things for which it is
   */
  record Latest(int assessment, int kind, int approvedOn, List<Integer> things) {}

  private record Assessed(int thing, int kind) {}

  /** How many impact assessments are on record for a thing, approved or not. */
  int recordedFor(int thing) {
    int recorded = 0;
    for (int each : concerns.to(thing)) {
      if (facts.isA(each, impactAssessment)) {
        recorded++;
      }
    }
    return recorded;
  }

  /** The latest day on which one for a thing was approved, whichever organisation it is of. */
  OptionalInt latestApprovalFor(int thing) {
    int latest = Standing.NEVER;
    for (int each : concerns.to(thing)) {
      if (facts.isA(each, impactAssessment)
          && facts.organisationsOf(each).length > 0
          && assessmentKind.forward().length(each) > 0) {
        latest = facts.latestByTheDay(approvedOn, each, latest);
      }
    }
    return latest == Standing.NEVER ? OptionalInt.empty() : OptionalInt.of(latest);
  }

  /** An organisation's own that are the latest of their kind in it. */
  List<Latest> of(int organisation) {
    Map<Assessed, Integer> approvals = new HashMap<>();
    List<Integer> own = new ArrayList<>();
    for (int each : facts.membersOf(organisation)) {
      if (facts.isA(each, impactAssessment)) {
        own.add(each);
        int approval = facts.latestByTheDay(approvedOn, each, Standing.NEVER);
        if (approval != Standing.NEVER) {
          for (int kind : assessmentKind.from(each)) {
            for (int thing : concerns.from(each)) {
              approvals.merge(new Assessed(thing, kind), approval, Math::max);
            }
          }
        }
      }
    }
    List<Latest> latest = new ArrayList<>();
    for (int each : own) {
      for (int literal : approvedOn.of(each)) {
        for (int kind : assessmentKind.from(each)) {
          latest.add(new Latest(each, kind, literal, lastAssessed(each, kind, literal, approvals)));
        }
      }
    }
    return latest;
  }

  private List<Integer> lastAssessed(
      int each, int kind, int approval, Map<Assessed, Integer> approvals) {
    List<Integer> things = new ArrayList<>();
    for (int thing : concerns.from(each)) {
      Integer last = approvals.get(new Assessed(thing, kind));
      if (last != null && last == facts.index().worth(approval)) {
        things.add(thing);
      }
    }
    return things;
  }
}
