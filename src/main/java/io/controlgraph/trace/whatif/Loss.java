package io.controlgraph.trace.whatif;

import io.controlgraph.trace.coverage.Accepted;
import io.controlgraph.trace.coverage.Evaluated;
import java.util.List;

/**
 * What would be otherwise. All numbers are of the index that was asked.
 *
 * @param cells the cells that would stand elsewhere: fall, be gone, rise or be new
 * @param treatments the treatments whose plan would no longer be effective
 * @param acceptances the acceptances that would no longer hold
 * @param unsupported the latest residual evaluations that would no longer be supported: they stand,
 *     but a requirement that a treatment of the risk plans would no longer be effective at
 *     something the risk threatens where it was. No new score is made up for them
 * @param remaining the evaluations that would come to say what remains of a risk, since the one
 *     that did is gone
 * @param untreated the risks that were treated and would not be
 */
public record Loss(
    List<CellChange> cells,
    List<LostPlan> treatments,
    List<Accepted> acceptances,
    List<Evaluated> unsupported,
    List<Evaluated> remaining,
    List<Untreated> untreated) {

  /** Nothing would be otherwise. */
  public static final Loss NOTHING =
      new Loss(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public Loss {
    cells = List.copyOf(cells);
    treatments = List.copyOf(treatments);
    acceptances = List.copyOf(acceptances);
    unsupported = List.copyOf(unsupported);
    remaining = List.copyOf(remaining);
    untreated = List.copyOf(untreated);
  }

  /** A risk of an organisation that would no longer be treated. */
  public record Untreated(int organisation, int risk) {}

  /** The cells that would fall or be gone. */
  public List<CellChange> fallen() {
    return cells.stream().filter(CellChange::isFall).toList();
  }
}
