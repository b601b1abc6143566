package io.controlgraph.trace.index;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Literals as texts and back, and what they are worth where they are days, numbers or truths.
 *
 * <p>The text of a literal is its lexical form, a zero, and its datatype's IRI or an at sign and
 * its language.
 */
final class Literals {
  private static final char END = '\0';

  private Literals() {}

  static String text(Node literal) {
    String language = literal.getLiteralLanguage();
    return literal.getLiteralLexicalForm()
        + END
        + (language.isEmpty() ? literal.getLiteralDatatypeURI() : "@" + language);
  }

  static Node node(String text) {
    int end = text.lastIndexOf(END);
    String lexical = text.substring(0, end);
    String type = text.substring(end + 1);
    return type.startsWith("@")
        ? NodeFactory.createLiteralLang(lexical, type.substring(1))
        : NodeFactory.createLiteralDT(lexical, TypeMapper.getInstance().getSafeTypeByName(type));
  }

  /**
   * What a literal is worth: the days since 1970 of an {@code xsd:date} without a zone, the value
   * of an integer, 1 or 0 of a truth; {@link TraceIndex#NO_VALUE} for all else, which SPARQL cannot
   * compare with those either.
   */
  static int value(String text) {
    int end = text.lastIndexOf(END);
    String lexical = text.substring(0, end);
    String type = text.substring(end + 1);
    try {
      if (type.equals(XSDDatatype.XSDdate.getURI())) {
        return Math.toIntExact(LocalDate.parse(lexical).toEpochDay());
      }
      if (type.equals(XSDDatatype.XSDinteger.getURI())) {
        return Integer.parseInt(lexical);
      }
      if (type.equals(XSDDatatype.XSDboolean.getURI())) {
        return switch (lexical) {
          case "true", "1" -> 1;
          case "false", "0" -> 0;
          default -> TraceIndex.NO_VALUE;
        };
      }
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      return TraceIndex.NO_VALUE;
    }
    return TraceIndex.NO_VALUE;
  }
}
