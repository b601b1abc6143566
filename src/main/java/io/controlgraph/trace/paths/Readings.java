package io.controlgraph.trace.paths;

import io.controlgraph.graph.View;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDFS;

/**
 * How properties read from either end, and what their values are, as an ontology says: by {@code
 * rdfs:label}, {@code owl:inverseOf} and {@code rdfs:range}. Immutable.
 *
 * @see <a href="https://www.w3.org/TR/owl2-syntax/#Inverse_Object_Properties_2">OWL 2, section
 *     9.2.4</a>
 */
public final class Readings {
  private final Map<Node, String> labels;
  private final Map<Node, Node> inverses;
  private final Map<Node, Set<Node>> ranges;

  private Readings(
      Map<Node, String> labels, Map<Node, Node> inverses, Map<Node, Set<Node>> ranges) {
    this.labels = labels;
    this.inverses = inverses;
    this.ranges = ranges;
  }

  /** As the ontology in the store says. */
  public static Readings of(View view) {
    Map<Node, Node> inverses = new HashMap<>();
    try (Stream<Quad> quads = view.quads(Node.ANY, Node.ANY, OWL.inverseOf.asNode(), Node.ANY)) {
      quads
          .filter(quad -> quad.getSubject().isURI() && quad.getObject().isURI())
          .forEach(
              quad -> {
                inverses.merge(quad.getSubject(), quad.getObject(), Readings::first);
                inverses.merge(quad.getObject(), quad.getSubject(), Readings::first);
              });
    }
    Map<Node, Set<Node>> ranges = new HashMap<>();
    try (Stream<Quad> quads = view.quads(Node.ANY, Node.ANY, RDFS.range.asNode(), Node.ANY)) {
      quads.forEach(
          quad ->
              ranges
                  .computeIfAbsent(quad.getSubject(), any -> new HashSet<>())
                  .add(quad.getObject()));
    }
    Set<Node> properties = new HashSet<>(inverses.keySet());
    properties.addAll(ranges.keySet());
    Map<Node, String> labels = new HashMap<>();
    for (Node property : properties) {
      try (Stream<Quad> quads = view.quads(Node.ANY, property, RDFS.label.asNode(), Node.ANY)) {
        quads
            .map(Quad::getObject)
            .filter(Node::isLiteral)
            .map(Node::getLiteralLexicalForm)
            .min(String::compareTo)
            .ifPresent(label -> labels.put(property, label));
      }
    }
    return new Readings(labels, inverses, ranges);
  }

  private static Node first(Node one, Node other) {
    return one.getURI().compareTo(other.getURI()) <= 0 ? one : other;
  }

  /**
   * How a property reads.
   *
   * @param isBackwards whether from object to subject
   * @return the label of the property or of its inverse. Where the ontology has none: the last part
   *     of the property's IRI, and "inverse of" the property
   */
  public String of(Node property, boolean isBackwards) {
    if (!isBackwards) {
      return labels.getOrDefault(property, property.getLocalName());
    }
    Node inverse = inverses.get(property);
    return inverse == null ? "inverse of " + of(property, false) : of(inverse, false);
  }

  /** Whether the values of a property are of one of these classes. */
  boolean leadsTo(Node property, Set<Node> classes) {
    return ranges.getOrDefault(property, Set.of()).stream().anyMatch(classes::contains);
  }
}
