package io.controlgraph.trace.rules.controls;

import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.rules.GapRule;
import java.util.List;

/** The rules of this package. */
public final class ControlRules {
  private ControlRules() {}

  /** All of them, on an index and a day. */
  public static List<GapRule> of(Coverage coverage) {
    Facts facts = coverage.facts();
    return List.of(new PoliciesOverdue(facts));
  }
}
