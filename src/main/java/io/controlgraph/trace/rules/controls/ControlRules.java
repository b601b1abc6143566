package io.controlgraph.trace.rules.controls;

import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.EvidenceLife;
import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.coverage.Implementations;
import io.controlgraph.trace.rules.GapRule;
import java.util.List;

/** The rules of this package. */
public final class ControlRules {
  private ControlRules() {}

  /** All of them, on an index and a day. */
  public static List<GapRule> of(Coverage coverage) {
    Facts facts = coverage.facts();
    EvidenceLife lives = new EvidenceLife(facts);
    LastEvidence last = new LastEvidence(facts, lives);
    Implementations implementations = new Implementations(facts);
    AspectTests tests = new AspectTests(facts);
    return List.of(
        new OnPaperOnly(coverage),
        new UncoveredTargets(coverage),
        new UnimplementedRequirements(coverage),
        new EvidenceExpired(facts, last),
        new EvidenceExpiringSoon(facts, last),
        new EvidenceUndated(coverage),
        new InheritedWithoutAssurance(coverage, lives),
        new TestsFailed(coverage, implementations, tests),
        new TestsOverdue(coverage, implementations, tests),
        new NeverTested(coverage, implementations, tests),
        new ExceptionsExpired(coverage, implementations, tests),
        new ExcludedYetNeeded(coverage, implementations),
        new MeasurementsOverdue(coverage),
        new PoliciesOverdue(facts));
  }
}
