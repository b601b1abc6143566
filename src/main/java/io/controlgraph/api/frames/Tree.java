package io.controlgraph.api.frames;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.controlgraph.security.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.NodeCmp;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * Makes the tree of a frame from a graph.
 *
 * <p>Members come in the order of the frame and things in that of their identifiers, so that one
 * graph makes one text. The tree is as deep as the frame, whatever circles the graph has. A member
 * that is defined as a set is always an array, an empty one if need be; of any other the first
 * value is taken, and it is left out if there is none.
 */
final class Tree {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String TYPE = "@type";

  private final Graph graph;
  private final FrameFile file;
  private final Map<String, String> classNames = new HashMap<>();
  private final int most;
  private int count;

  private Tree(Graph graph, FrameFile file, int most) {
    this.graph = graph;
    this.file = file;
    this.most = most;
    file.terms()
        .forEach(
            (name, term) -> {
              if (Character.isUpperCase(name.charAt(0))) {
                classNames.put(term.iri(), name);
              }
            });
  }

  /**
   * The document about a thing.
   *
   * @param most how many values it may have
   * @throws Refusal 406 if it has more
   */
  static ObjectNode of(Graph graph, FrameFile file, String iri, int most) {
    ObjectNode document = JSON.objectNode();
    document.set("@context", file.context());
    return document.setAll(
        new Tree(graph, file, most).thing(NodeFactory.createURI(iri), file.tree()));
  }

  private ObjectNode thing(Node node, JsonNode frame) {
    countOne();
    ObjectNode object = JSON.objectNode();
    object.put("id", node.getURI());
    ArrayNode types = object.putArray("types");
    values(node, RDF.Nodes.type, false).stream()
        .filter(type -> type.isURI() && file.isPlain(type.getURI()))
        .map(type -> classNames.getOrDefault(type.getURI(), type.getURI()))
        .sorted()
        .forEach(types::add);
    for (Map.Entry<String, JsonNode> member : frame.properties()) {
      if (!member.getKey().startsWith("@")) {
        add(object, node, member.getKey(), member.getValue());
      }
    }
    return object;
  }

  private void add(ObjectNode object, Node node, String name, JsonNode frame) {
    Term term = file.term(name);
    List<Node> found = values(node, NodeFactory.createURI(term.iri()), term.reverse());
    List<JsonNode> values = new ArrayList<>();
    for (Node value : found) {
      if (values.isEmpty() || term.many()) {
        value(value, term, frame).ifPresent(values::add);
      }
    }
    if (term.many()) {
      object.putArray(name).addAll(values);
    } else if (!values.isEmpty()) {
      object.set(name, values.get(0));
    }
  }

  private Optional<JsonNode> value(Node value, Term term, JsonNode frame) {
    if (value.isLiteral() && !term.leadsToThings()) {
      countOne();
      return term.value(value);
    }
    return value.isURI()
            && term.leadsToThings()
            && file.isPlain(value.getURI())
            && isOf(value, frame.path(TYPE))
        ? Optional.of(thing(value, frame))
        : Optional.empty();
  }

  private boolean isOf(Node thing, JsonNode type) {
    return !(type instanceof TextNode)
        || graph.contains(
            thing, RDF.Nodes.type, NodeFactory.createURI(file.term(type.asText()).iri()));
  }

  /** In the order of their identifiers, then of their own. */
  private List<Node> values(Node node, Node property, boolean reverse) {
    return (reverse
            ? graph.stream(Node.ANY, property, node).map(Triple::getSubject)
            : graph.stream(node, property, Node.ANY).map(Triple::getObject))
        .sorted(Comparator.comparing(this::identifier).thenComparing(NodeCmp::compareRDFTerms))
        .toList();
  }

  private String identifier(Node node) {
    return node.isLiteral()
        ? ""
        : graph.stream(node, DCTerms.identifier.asNode(), Node.ANY)
            .map(Triple::getObject)
            .filter(Node::isLiteral)
            .map(Node::getLiteralLexicalForm)
            .min(Comparator.naturalOrder())
            .orElse("");
  }

  private void countOne() {
    count++;
    if (count > most) {
      throw tooLarge(most);
    }
  }

  static Refusal tooLarge(int most) {
    return new Refusal(
        406,
        "too-large-for-format",
        "The tree has more than %,d values; ask for the document without a frame, which has pages."
            .formatted(most));
  }
}
