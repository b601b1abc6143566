package io.controlgraph.trace.why;

import java.util.List;

/**
 * Something that a cell needs.
 *
 * @param holds whether it is so
 * @param statements what says so, or what says that it is not
 * @param missing in plain words, what there would have to be; nothing if it is so
 */
public record Part(boolean holds, List<Statement> statements, List<String> missing) {
  public Part {
    statements = List.copyOf(statements);
    missing = List.copyOf(missing);
  }

  static Part of(Chain chain) {
    return new Part(true, chain.statements(), List.of());
  }

  static Part missing(Chain chain, List<String> missing) {
    return new Part(false, chain.statements(), missing);
  }

  static Part missing(String what) {
    return new Part(false, List.of(), List.of(what));
  }
}
