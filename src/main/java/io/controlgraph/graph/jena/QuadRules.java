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
  /** By character; each IRI of each quad is looked through. */
  private static final boolean[] FORBIDDEN = forbidden("<>\"{}|^`\\");

  /** How an absolute IRI begins (RFC 3987, section 2.2). */
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.\\-]*:");

  private QuadRules() {}

  private static boolean[] forbidden(String characters) {
    boolean[] forbidden = new boolean[Byte.MAX_VALUE + 1];
    characters.chars().forEach(c -> forbidden[c] = true);
    return forbidden;
  }

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
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isHighSurrogate(text.charAt(i))
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          throw new GraphFailure.StatementRejected(
              "Half of a surrogate pair is no character: " + text);
        }
        i++;
      }
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

  private static boolean hasForbidden(String iri) {
    for (int i = 0; i < iri.length(); i++) {
      char c = iri.charAt(i);
      if (c <= ' ' || (c < FORBIDDEN.length && FORBIDDEN[c])) {
        return true;
      }
    }
    return false;
  }

  private static void checkIriText(String place, String iri) {
    if (iri.isEmpty() || iri.startsWith("_:") || hasForbidden(iri)) {
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
