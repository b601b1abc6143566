package io.controlgraph.graph.jena;

import io.controlgraph.graph.GraphFailure;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * Which quads the store takes: those in a named graph, of IRIs and literals, that are the same
 * after they were written to the log and read again.
 */
public final class QuadRules {
  private static final String NOT_IN_AN_IRI = "<>\"{}|^`\\";

  /** How an absolute IRI begins (RFC 3987, section 2.2). */
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.\\-]*:");

  private QuadRules() {}

  /**
   * @throws GraphFailure.StatementRejected if the quad cannot be stored; the message says why
   */
  static void check(Node graph, Node subject, Node predicate, Node object) {
    checkGraph(graph);
    checkIri("graph", graph);
    checkIri("subject", subject);
    checkIri("predicate", predicate);
    if (object.isLiteral()) {
      checkText(object.getLiteralLexicalForm());
      checkIriText("datatype", object.getLiteralDatatypeURI());
    } else {
      checkIri("object", object);
    }
  }

  static void checkGraph(Node graph) {
    if (graph == null || Quad.isDefaultGraph(graph) || Quad.isUnionGraph(graph)) {
      throw new GraphFailure.StatementRejected("A quad must name its graph.");
    }
  }

  /**
   * Refuses halves of surrogate pairs, which no encoding can hold.
   *
   * @throws GraphFailure.StatementRejected if there is one
   */
  public static void checkText(String text) {
    boolean broken =
        text.codePoints()
            .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    if (broken) {
      throw new GraphFailure.StatementRejected("Half of a surrogate pair is no character: " + text);
    }
  }

  private static void checkIri(String place, Node node) {
    if (node.isBlank()) {
      throw new GraphFailure.StatementRejected(
          "The %s is a blank node; give it an IRI first, so that it has a link.".formatted(place));
    }
    if (!node.isURI()) {
      throw new GraphFailure.StatementRejected("The %s must be an IRI: %s".formatted(place, node));
    }
    checkIriText(place, node.getURI());
  }

  private static void checkIriText(String place, String iri) {
    boolean bad =
        iri.isEmpty()
            || iri.startsWith("_:")
            || iri.chars().anyMatch(c -> c <= ' ' || NOT_IN_AN_IRI.indexOf(c) >= 0);
    if (bad) {
      throw new GraphFailure.StatementRejected(
          "The %s is not an IRI that can be written: <%s>".formatted(place, iri));
    }
    if (!SCHEME.matcher(iri).lookingAt()) {
      throw new GraphFailure.StatementRejected(
          "The %s is no absolute IRI, and would be another one wherever it is read: <%s>"
              .formatted(place, iri));
    }
    checkText(iri);
  }
}
