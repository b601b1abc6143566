package io.controlgraph.api.nodes;

import io.controlgraph.graph.View;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OWL;
import org.jspecify.annotations.Nullable;

/** How properties are read, from either end. */
final class Properties {
  private final View view;
  private final Cards cards;
  private final Map<Node, Optional<Ref>> inverses = new HashMap<>();

  Properties(View view, Cards cards) {
    this.view = view;
    this.cards = cards;
  }

  Ref ref(Node property) {
    return cards.ref(property);
  }

  /** What the ontology calls the property when it is read from its object; null if it does not. */
  @Nullable Ref inverse(Node property) {
    return inverses.computeIfAbsent(property, this::findInverse).orElse(null);
  }

  private Optional<Ref> findInverse(Node property) {
    Node inverseOf = OWL.inverseOf.asNode();
    try (Stream<Quad> stated = view.quads(Node.ANY, property, inverseOf, Node.ANY);
        Stream<Quad> backwards = view.quads(Node.ANY, Node.ANY, inverseOf, property)) {
      return Stream.concat(stated.map(Quad::getObject), backwards.map(Quad::getSubject))
          .filter(Node::isURI)
          .min((one, other) -> one.getURI().compareTo(other.getURI()))
          .map(cards::ref);
    }
  }
}
