package io.controlgraph.trace.why;

import java.util.List;
import java.util.stream.Stream;

/**
 * Why a requirement makes no cell at a target of an organisation.
 *
 * @param organisation its number
 * @param parts what does not hold, each with what says so
 */
public record NoCell(int organisation, List<Part> parts) {
  public NoCell {
    parts = List.copyOf(parts);
  }

  /** All statements. */
  public Stream<Statement> statements() {
    return parts.stream().flatMap(part -> part.statements().stream());
  }
}
