package io.controlgraph.graph.rdf4j.fedx;

import java.util.List;
import java.util.StringJoiner;
import org.apache.jena.sparql.core.Quad;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.query.BindingSet;

/**
 * Several patterns asked for in one query.
 *
 * @param patterns each row tells which one it is of, by its place
 */
record Together(List<Pattern> patterns) {

  /** A statement, and the pattern it was asked for by. */
  record Found(Pattern pattern, Quad statement) {}

  /** The query for some of the patterns. */
  String query(List<Pattern> some) {
    StringJoiner arms = new StringJoiner(" UNION ");
    for (Pattern pattern : some) {
      arms.add("{ %s BIND (%d AS ?i) }".formatted(pattern.group(), patterns.indexOf(pattern)));
    }
    return "SELECT ?i ?g ?s ?p ?o WHERE { " + arms + " }";
  }

  /**
   * What a row says.
   *
   * @throws IllegalArgumentException if it says nothing that was asked
   */
  Found read(BindingSet row) {
    int place = row.getValue("i") instanceof Literal literal ? literal.intValue() : -1;
    if (place < 0 || place >= patterns.size()) {
      throw new IllegalArgumentException("a row of no pattern");
    }
    Pattern pattern = patterns.get(place);
    return new Found(pattern, pattern.statement(row));
  }
}
