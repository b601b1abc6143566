package io.controlgraph.graph.rdf4j.fedx;

import io.controlgraph.graph.jena.StoredTerms;
import io.controlgraph.graph.rdf4j.Sparql;
import io.controlgraph.graph.rdf4j.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.impl.Util;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.query.BindingSet;

/**
 * Which statements are wanted; {@link Node#ANY} takes any term.
 *
 * @param named whether the statements of named graphs are wanted, each with its graph; else those
 *     of the default graph
 * @param graph any unless {@code named}
 */
record Pattern(boolean named, Node graph, Node subject, Node predicate, Node object) {

  /** Of the default graph. */
  static Pattern of(Node subject, Node predicate, Node object) {
    return new Pattern(false, Node.ANY, any(subject), any(predicate), any(object));
  }

  /** Of named graphs, or of one. */
  static Pattern in(Node graph, Node subject, Node predicate, Node object) {
    return new Pattern(true, any(graph), any(subject), any(predicate), any(object));
  }

  /** Jena writes "any" in several ways. */
  private static Node any(@org.jspecify.annotations.Nullable Node node) {
    return node == null || !node.isConcrete() ? Node.ANY : node;
  }

  /** Whether a statement could match: queries come to ask for what a literal says, and such. */
  boolean isPossible() {
    return isAnyOrIri(graph)
        && isAnyOrIri(subject)
        && isAnyOrIri(predicate)
        && (isAnyOrIri(object) || object.isLiteral());
  }

  private static boolean isAnyOrIri(Node node) {
    return node.isURI() || !node.isConcrete();
  }

  /**
   * What is fetched instead when many patterns like this one are asked for: all of its property, or
   * of its class.
   */
  Pattern general() {
    boolean ofClass = RDF.type.asNode().equals(predicate);
    return new Pattern(named, Node.ANY, Node.ANY, predicate, ofClass ? object : Node.ANY);
  }

  /**
   * What is fetched for this pattern alone: all of a subject that has the property, or else of an
   * object. Without its graph, since it is likely to be asked of other graphs too; and without a
   * literal that a member may write otherwise than stores here do. A pattern without subject and
   * object stays all of its property or, of any property, of its graph.
   */
  Pattern single() {
    if (subject.isConcrete()) {
      return new Pattern(named, Node.ANY, subject, predicate, Node.ANY);
    }
    if (isWrittenOneWay(object)) {
      return new Pattern(named, Node.ANY, Node.ANY, predicate, object);
    }
    return predicate.isConcrete()
        ? new Pattern(named, Node.ANY, Node.ANY, predicate, Node.ANY)
        : new Pattern(named, graph, Node.ANY, Node.ANY, Node.ANY);
  }

  private static boolean isWrittenOneWay(Node node) {
    return node.isURI() || (node.isLiteral() && Util.isSimpleString(node));
  }

  /** All patterns that take everything that this one takes, itself included. */
  List<Pattern> covers() {
    List<Pattern> covers = new ArrayList<>();
    for (Node g : opened(graph)) {
      for (Node s : opened(subject)) {
        for (Node p : opened(predicate)) {
          for (Node o : opened(object)) {
            covers.add(new Pattern(named, g, s, p, o));
          }
        }
      }
    }
    return covers;
  }

  private static List<Node> opened(Node node) {
    return node.isConcrete() ? List.of(node, Node.ANY) : List.of(node);
  }

  /** The query whose rows are the statements. */
  String query() {
    return "SELECT " + variables() + " WHERE { " + group() + " }";
  }

  /** The variables of {@link #group()}: {@code ?g ?s ?p ?o}, as far as they are open. */
  String variables() {
    StringJoiner variables = new StringJoiner(" ");
    if (named && !graph.isConcrete()) {
      variables.add("?g");
    }
    if (!subject.isConcrete()) {
      variables.add("?s");
    }
    if (!predicate.isConcrete()) {
      variables.add("?p");
    }
    if (!object.isConcrete()) {
      variables.add("?o");
    }
    return variables.toString();
  }

  /** The graph pattern that finds the statements. */
  String group() {
    String triple =
        String.join(" ", term(subject, "?s"), term(predicate, "?p"), term(object, "?o"));
    return named ? "GRAPH " + term(graph, "?g") + " { " + triple + " }" : triple;
  }

  private static String term(Node node, String variable) {
    return node.isConcrete() ? Sparql.of(node) : variable;
  }

  /** The statement that a row of the query tells of, its terms as the stores here keep them. */
  Quad statement(BindingSet row) {
    return Quad.create(
        named ? read(graph, "g", row) : Quad.defaultGraphIRI,
        read(subject, "s", row),
        read(predicate, "p", row),
        read(object, "o", row));
  }

  private static Node read(Node node, String variable, BindingSet row) {
    if (node.isConcrete()) {
      return node;
    }
    Value value = row.getValue(variable);
    if (value == null || value.isBNode()) {
      throw new IllegalArgumentException("a row with a blank node, or with nothing");
    }
    return StoredTerms.of(Terms.node(value));
  }
}
