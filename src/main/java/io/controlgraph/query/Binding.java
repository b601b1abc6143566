package io.controlgraph.query;

import java.util.List;

/** A question with its arguments put in, or why that could not be done. */
public sealed interface Binding {

  /** Complete SPARQL 1.1 text, for any engine. */
  record Bound(String sparql) implements Binding {}

  /** The arguments that are wrong, all of them. */
  record Rejected(List<ArgumentError> errors) implements Binding {
    public Rejected {
      errors = List.copyOf(errors);
    }
  }
}
