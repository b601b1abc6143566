package io.controlgraph.trace.rules.people;

import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.rules.GapRule;
import java.util.List;

/** The rules of this package. */
public final class PeopleRules {
  private PeopleRules() {}

  /** All of them, on an index and a day. */
  public static List<GapRule> of(Coverage coverage) {
    Facts facts = coverage.facts();
    return List.of(
        new AiWithoutClassification(facts),
        new AiWithoutImpactAssessment(facts),
        new AiWithoutIntendedUse(facts),
        new ChangesUnapproved(facts),
        new ChangesWithoutReassessment(facts),
        new ImpactAssessmentsOverdue(facts),
        new TrainingDataWithoutBasis(facts),
        new TrainingsLapsed(facts),
        new AbsentOrOnPaper(facts),
        new ActionsWithoutRetest(facts),
        new NotificationsMissed(facts),
        new RecurringCauses(facts),
        new DutiesOfLeavers(facts),
        new PostsWithoutPerson(facts),
        new SegregationOfDuties(facts),
        new SinglePointsOfFailure(facts),
        new WithoutAccountablePost(facts));
  }
}
