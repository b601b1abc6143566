package io.controlgraph.trace.why;

import io.controlgraph.trace.coverage.Cell;
import io.controlgraph.trace.coverage.Rung;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a cell stands where it does.
 *
 * @param carrier what carries it furthest; nothing if no implementation serves the target
 * @param steps all rungs but the lowest, on which a cell stands that nothing carries; in their
 *     order
 */
public record CellWhy(
    Cell cell,
    Part expected,
    Part inScope,
    Part applicable,
    Optional<Carrier> carrier,
    List<Step> steps) {
  public CellWhy {
    steps = List.copyOf(steps);
  }

  /** The highest rung that is reached. */
  public Rung reached() {
    return steps.stream()
        .filter(step -> step.part().holds())
        .map(Step::rung)
        .reduce(Rung.NOT_ASSESSED, (lower, higher) -> higher);
  }

  /** All statements, in the order of their parts; some maybe repeatedly. */
  public List<Statement> statements() {
    return Stream.of(
            Stream.of(expected, inScope, applicable).map(Part::statements),
            carrier.stream().map(Carrier::statements),
            steps.stream().map(step -> step.part().statements()))
        .flatMap(each -> each)
        .flatMap(List::stream)
        .toList();
  }
}
