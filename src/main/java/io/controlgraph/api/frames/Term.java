package io.controlgraph.api.frames;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;

/**
 * A member's name, as a JSON-LD context defines it.
 *
 * @param iri the property
 * @param reverse whether the member leads to subjects of the property
 * @param many whether its value is always an array
 * @param type the IRI of the datatype of its values; {@code @id} for things; empty for plain text
 * @param language the language of its texts; empty for those without one
 */
record Term(String iri, boolean reverse, boolean many, String type, String language) {
  /** Whole numbers that every reader of JSON keeps exact (RFC 8259, section 6). */
  private static final String EXACT = "0|-?[1-9]\\d{0,14}";

  boolean leadsToThings() {
    return reverse || type.equals("@id");
  }

  /**
   * A literal as the term's JSON value, from which a JSON-LD reader makes the same literal.
   * Decimals stay texts, since JSON-LD reads a number with a fraction as a double.
   *
   * @return empty if the literal has not the term's datatype or language
   */
  Optional<JsonNode> value(Node literal) {
    String text = literal.getLiteralLexicalForm();
    if (!language.isEmpty()) {
      return language.equalsIgnoreCase(literal.getLiteralLanguage())
          ? Optional.of(TextNode.valueOf(text))
          : Optional.empty();
    }
    String expected = type.isEmpty() ? XSDDatatype.XSDstring.getURI() : type;
    if (!literal.getLiteralDatatypeURI().equals(expected)) {
      return Optional.empty();
    }
    if (expected.equals(XSDDatatype.XSDboolean.getURI()) && text.matches("true|false")) {
      return Optional.of(BooleanNode.valueOf(text.equals("true")));
    }
    if (expected.equals(XSDDatatype.XSDinteger.getURI()) && text.matches(EXACT)) {
      return Optional.of(LongNode.valueOf(Long.parseLong(text)));
    }
    return Optional.of(TextNode.valueOf(text));
  }
}
