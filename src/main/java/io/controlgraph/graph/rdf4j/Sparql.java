package io.controlgraph.graph.rdf4j;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/** The text of terms and quads in SPARQL 1.1, without prefixes and without base. */
public final class Sparql {
  private Sparql() {}

  /**
   * Appends a term: an IRI or a literal.
   *
   * @throws IllegalArgumentException if it is a blank node, which in a query is a variable
   */
  public static StringBuilder append(StringBuilder text, Node node) {
    if (node.isURI()) {
      return text.append('<').append(node.getURI()).append('>');
    }
    if (!node.isLiteral()) {
      throw new IllegalArgumentException("No term that can be written into a query: " + node);
    }
    text.append('"');
    escape(text, node.getLiteralLexicalForm());
    text.append('"');
    if (!node.getLiteralLanguage().isEmpty()) {
      return text.append('@').append(node.getLiteralLanguage());
    }
    return text.append("^^<").append(node.getLiteralDatatypeURI()).append('>');
  }

  /** A term's text. */
  public static String of(Node node) {
    return append(new StringBuilder(), node).toString();
  }

  /** Appends a quad as a row of VALUES: graph, subject, predicate, object. */
  static void appendRow(StringBuilder text, Quad quad) {
    append(text.append('('), quad.getGraph()).append(' ');
    append(text, quad.getSubject()).append(' ');
    append(text, quad.getPredicate()).append(' ');
    append(text, quad.getObject()).append(")\n");
  }

  /** Escapes what STRING_LITERAL2 leaves out, and what is better not sent bare (ECHAR). */
  private static void escape(StringBuilder text, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        case '\b' -> text.append("\\b");
        case '\f' -> text.append("\\f");
        default -> text.append(c);
      }
    }
  }
}
