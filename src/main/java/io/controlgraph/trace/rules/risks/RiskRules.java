package io.controlgraph.trace.rules.risks;

import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.rules.GapRule;
import java.util.List;

/** The rules of this package. */
public final class RiskRules {
  private RiskRules() {}

  /** All of them, on an index and a day. */
  public static List<GapRule> of(Coverage coverage) {
    return List.of(
        new AboveCriteria(coverage),
        new AcceptanceNotByOwner(coverage),
        new AcceptancesLapsed(coverage),
        new AuditorOfOwnWork(coverage),
        new EvidenceByOwnOperator(coverage),
        new EvidenceOlderThanVersion(coverage),
        new HighNotTreated(coverage),
        new NonconformitiesIncomplete(coverage),
        new NonconformitiesOpen(coverage),
        new NotAudited(coverage),
        new OneEvidenceForMany(coverage),
        new TreatmentsNotEffective(coverage),
        new TreatmentsOverdue(coverage));
  }
}
