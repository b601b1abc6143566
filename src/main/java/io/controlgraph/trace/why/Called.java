package io.controlgraph.trace.why;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;
import java.time.LocalDate;
import java.util.function.IntBinaryOperator;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** How things and days are called in plain words. */
final class Called {
  private final TraceIndex index;

  Called(Facts facts) {
    this.index = facts.index();
  }

  /** What a thing is called, and the end of its IRI. */
  String thing(int thing) {
    String iri = index.iri(thing);
    String end = iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    return index
        .literal(thing, RDFS.label.asNode())
        .or(() -> index.literal(thing, SKOS.prefLabel.asNode()))
        .map(Node::getLiteralLexicalForm)
        .map(label -> label + " (" + end + ")")
        .orElse(end);
  }

  static String day(int day) {
    return LocalDate.ofEpochDay(day).toString();
  }

  /** The first or last of a thing's dates; no value if it has none. */
  int date(Rows dates, int thing, IntBinaryOperator better) {
    int found = TraceIndex.NO_VALUE;
    for (int literal : dates.of(thing)) {
      int date = index.worth(literal);
      if (date != TraceIndex.NO_VALUE) {
        found = found == TraceIndex.NO_VALUE ? date : better.applyAsInt(found, date);
      }
    }
    return found;
  }
}
