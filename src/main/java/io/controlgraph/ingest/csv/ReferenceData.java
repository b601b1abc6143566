package io.controlgraph.ingest.csv;

import io.controlgraph.graph.View;
import io.controlgraph.vocab.Cg;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;

/** What the graph's reference data offers: frameworks, their requirements, and concept schemes. */
final class ReferenceData {
  private static final Set<Node> REQUIREMENT_CLASSES =
      Set.of(Cg.CONTROL, Cg.CLAUSE, Cg.REQUIREMENT, Cg.term("Obligation"), Cg.term("Outcome"));

  private final View view;
  private final Map<String, Framework> frameworks = new TreeMap<>();
  private final Map<Node, String> requirementIds = new HashMap<>();
  private final Map<String, Map<String, Node>> schemes = new HashMap<>();

  /**
   * A framework with its requirements.
   *
   * @param requirements by their ids
   */
  record Framework(String id, Node node, Map<String, Node> requirements) {}

  ReferenceData(View view) {
    this.view = view;
    for (Node node : subjects(RDF.Nodes.type, Cg.FRAMEWORK)) {
      String id = text(node, Terms.IDENTIFIER);
      if (id != null) {
        Framework framework = new Framework(id, node, new TreeMap<>());
        frameworks.put(id, framework);
        readRequirements(framework);
      }
    }
  }

  private void readRequirements(Framework framework) {
    for (Node subject : subjects(Cg.FRAMEWORK_PROPERTY, framework.node())) {
      String id = isRequirement(subject) ? text(subject, Terms.IDENTIFIER) : null;
      if (id != null) {
        framework.requirements().put(id, subject);
        requirementIds.put(subject, framework.id() + "~" + id);
      }
    }
  }

  private boolean isRequirement(Node subject) {
    try (Stream<Quad> types = view.quads(Node.ANY, subject, RDF.Nodes.type, Node.ANY)) {
      return types.anyMatch(quad -> REQUIREMENT_CLASSES.contains(quad.getObject()));
    }
  }

  /** All frameworks by id. */
  Map<String, Framework> frameworks() {
    return frameworks;
  }

  /** The framework's and the requirement's id, joined as a key has them. */
  String keyOf(Node requirement) {
    String key = requirementIds.get(requirement);
    if (key == null) {
      throw new IllegalStateException("not a requirement: " + requirement);
    }
    return key;
  }

  /**
   * The concepts of a scheme by notation.
   *
   * @throws IllegalStateException if the graph does not have the scheme
   */
  Map<String, Node> concepts(String scheme) {
    return schemes.computeIfAbsent(scheme, this::readScheme);
  }

  private Map<String, Node> readScheme(String scheme) {
    Map<String, Node> concepts = new LinkedHashMap<>();
    for (Node concept : subjects(SKOS.inScheme.asNode(), Cg.term(scheme))) {
      String notation = text(concept, SKOS.notation.asNode());
      if (notation != null) {
        concepts.put(notation, concept);
      }
    }
    if (concepts.isEmpty()) {
      throw new IllegalStateException(
          "The graph has no concept scheme " + scheme + "; is the ontology loaded?");
    }
    return concepts;
  }

  private List<Node> subjects(Node property, Node object) {
    try (Stream<Quad> quads = view.quads(Node.ANY, Node.ANY, property, object)) {
      return quads.map(Quad::getSubject).distinct().toList();
    }
  }

  private @Nullable String text(Node subject, Node property) {
    try (Stream<Quad> quads = view.quads(Node.ANY, subject, property, Node.ANY)) {
      return quads
          .map(Quad::getObject)
          .filter(Node::isLiteral)
          .map(Node::getLiteralLexicalForm)
          .findFirst()
          .orElse(null);
    }
  }
}
