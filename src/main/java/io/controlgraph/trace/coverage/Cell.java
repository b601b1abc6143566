package io.controlgraph.trace.coverage;

/**
 * A requirement of an organisation's framework at a target in scope where it is expected. All are
 * numbers of the index.
 *
 * @param kind the kind of target
 * @param isApplicable whether no Statement of Applicability in force takes the requirement out
 * @param level how far up the ladder it is, by the best implementation
 */
public record Cell(
    int organisation,
    int framework,
    int requirement,
    int target,
    int kind,
    boolean isApplicable,
    int level) {

  /** The rung it stands on. */
  public Rung rung() {
    return Rung.of(level);
  }
}
