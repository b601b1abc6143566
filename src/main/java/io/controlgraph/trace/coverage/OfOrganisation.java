package io.controlgraph.trace.coverage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Coverage of one organisation, each part worked out when it is first asked for. Thread-safe. */
public final class OfOrganisation {
  private final Coverage coverage;
  private final int organisation;
  private @Nullable Members members;
  private @Nullable Levels levels;
  private @Nullable List<Cell> cells;

  OfOrganisation(Coverage coverage, int organisation) {
    this.coverage = coverage;
    this.organisation = organisation;
  }

  /**
   * What is known of it already, as part of coverage in which it stands the same. What else is in
   * it may be others by then.
   */
  synchronized OfOrganisation in(Coverage other) {
    OfOrganisation same = new OfOrganisation(other, organisation);
    same.levels = levels;
    same.cells = cells;
    return same;
  }

  /** The number of the organisation. */
  public int organisation() {
    return organisation;
  }

  /** Its cells, each once, in no particular order. */
  public synchronized List<Cell> cells() {
    List<Cell> known = cells;
    if (known == null) {
      known = List.copyOf(coverage.cells(organisation, members(), this));
      cells = known;
    }
    return known;
  }

  /**
   * The highest level at which one of its implementations carries a requirement at a target, as
   * {@code climb} has it, whether or not it is expected there; 0 if none does.
   */
  public int level(int requirement, int target) {
    return levels().level(requirement, target);
  }

  synchronized Levels levels() {
    Levels known = levels;
    if (known == null) {
      known = coverage.levels(organisation, members());
      levels = known;
    }
    return known;
  }

  /** Whether a requirement is effective at a target, as {@code effective} has it. */
  public boolean isEffective(int requirement, int target) {
    return level(requirement, target) == Rung.EFFECTIVE.level();
  }

  /** All that is in it. */
  public synchronized Members members() {
    Members known = members;
    if (known == null) {
      known = new Members(coverage.facts(), organisation);
      members = known;
    }
    return known;
  }
}
