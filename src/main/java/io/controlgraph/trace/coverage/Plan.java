package io.controlgraph.trace.coverage;

import java.util.List;

/**
 * A treatment of a risk and what it needs. All are numbers of the index.
 *
 * @param steps one for each requirement it plans, if the risk threatens anything
 */
public record Plan(int organisation, int treatment, int risk, List<Step> steps) {
  public Plan {
    steps = List.copyOf(steps);
  }

  /**
   * A requirement that a treatment plans.
   *
   * @param effectiveAt the targets that the risk threatens at which it is effective, ascending
   * @param targets how many targets the risk threatens
   */
  public record Step(int requirement, List<Integer> effectiveAt, int targets) {
    public Step {
      effectiveAt = List.copyOf(effectiveAt);
    }

    /** Whether it is effective at every target. */
    public boolean isMet() {
      return effectiveAt.size() == targets;
    }
  }

  /** Whether all its requirements, one at least, are effective at all that the risk threatens. */
  public boolean isEffective() {
    return !steps.isEmpty() && steps.stream().allMatch(Step::isMet);
  }
}
