package io.controlgraph.sparql;

import java.util.List;

/** The text of a query, in place of its answer. */
public enum QueryFormat implements AnswerFormat {
  SPARQL;

  @Override
  public List<String> names() {
    return List.of("sparql");
  }

  @Override
  public List<String> mediaTypes() {
    return List.of("application/sparql-query");
  }
}
