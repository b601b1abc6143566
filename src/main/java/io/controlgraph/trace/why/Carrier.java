package io.controlgraph.trace.why;

import java.util.List;
import java.util.OptionalInt;

/**
 * The implementation that carries a cell furthest.
 *
 * @param implementation its number
 * @param through the number of the shared responsibility through which it does, if any
 * @param statements what says that it serves the target
 */
public record Carrier(int implementation, OptionalInt through, List<Statement> statements) {
  public Carrier {
    statements = List.copyOf(statements);
  }
}
