package io.controlgraph.trace.paths;

import io.controlgraph.graph.View;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
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
    return of(
        (subject, property) -> {
          try (Stream<Quad> quads = view.quads(Node.ANY, subject, property, Node.ANY)) {
            return quads.map(Quad::asTriple).toList();
          }
        });
  }

  /** As an ontology says. */
  public static Readings of(Graph ontology) {
    return of((subject, property) -> ontology.find(subject, property, Node.ANY).toList());
  }

  private static Readings of(BiFunction<Node, Node, List<Triple>> ontology) {
    Map<Node, Node> inverses = new HashMap<>();
    for (Triple each : ontology.apply(Node.ANY, OWL.inverseOf.asNode())) {
      if (each.getSubject().isURI() && each.getObject().isURI()) {
        inverses.merge(each.getSubject(), each.getObject(), Readings::first);
        inverses.merge(each.getObject(), each.getSubject(), Readings::first);
      }
    }
    Map<Node, Set<Node>> ranges = new HashMap<>();
    for (Triple each : ontology.apply(Node.ANY, RDFS.range.asNode())) {
      ranges.computeIfAbsent(each.getSubject(), any -> new HashSet<>()).add(each.getObject());
    }
    Set<Node> properties = new HashSet<>(inverses.keySet());
    properties.addAll(ranges.keySet());
    Map<Node, String> labels = new HashMap<>();
    for (Node property : properties) {
      ontology.apply(property, RDFS.label.asNode()).stream()
          .map(Triple::getObject)
          .filter(Node::isLiteral)
          .map(Node::getLiteralLexicalForm)
          .min(String::compareTo)
          .ifPresent(label -> labels.put(property, label));
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
