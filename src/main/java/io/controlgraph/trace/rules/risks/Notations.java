package io.controlgraph.trace.rules.risks;

import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;

/** How concepts are written in rows. */
final class Notations {
  private final TraceIndex index;
  private final Rows notation;

  Notations(TraceIndex index) {
    this.index = index;
    this.notation = index.literals(SKOS.notation.asNode());
  }

  /** The notations of concepts; nothing for those without. */
  List<Node> of(int... concepts) {
    List<Node> found = new ArrayList<>();
    for (int concept : concepts) {
      for (int literal : notation.of(concept)) {
        found.add(index.literal(literal));
      }
    }
    return found;
  }
}
