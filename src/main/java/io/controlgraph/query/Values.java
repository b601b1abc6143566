package io.controlgraph.query;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Turns arguments into nodes. */
final class Values {
  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+(\\.[0-9]+)?|\\.[0-9]+)");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern IRI =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\x00-\\x20<>\"{}|\\\\^`]*");

  private Values() {}

  /** What is wrong with an argument of this type, if anything; IRIs are not checked. */
  static Optional<String> check(ValueType type, String value) {
    boolean fine =
        switch (type) {
          case INTEGER -> INTEGER.matcher(value).matches();
          case DECIMAL -> DECIMAL.matcher(value).matches();
          case DATE -> isDay(value);
          case BOOLEAN -> value.equals("true") || value.equals("false");
          case STRING -> isText(value);
          case IRI, DATE_TIME -> true;
        };
    return fine ? Optional.empty() : Optional.of("'" + value + "' is no " + expected(type));
  }

  /** The literal of an argument that has passed {@link #check}. */
  static Node literal(ValueType type, String value) {
    return switch (type) {
      case INTEGER -> NodeFactory.createLiteralDT(value, XSDDatatype.XSDinteger);
      case DECIMAL -> NodeFactory.createLiteralDT(value, XSDDatatype.XSDdecimal);
      case DATE -> NodeFactory.createLiteralDT(value, XSDDatatype.XSDdate);
      case BOOLEAN -> NodeFactory.createLiteralDT(value, XSDDatatype.XSDboolean);
      case STRING -> NodeFactory.createLiteralString(value);
      case IRI, DATE_TIME -> throw new IllegalArgumentException("No literal: " + type);
    };
  }

  /** Whether the text is an absolute IRI that can be written in a query. */
  static boolean isIri(String text) {
    return IRI.matcher(text).matches() && isText(text);
  }

  private static String expected(ValueType type) {
    return switch (type) {
      case INTEGER -> "whole number";
      case DECIMAL -> "decimal number, such as 2.5";
      case DATE -> "day, such as 2026-03-31";
      case BOOLEAN -> "true or false";
      case STRING -> "text: it holds half a character";
      case IRI, DATE_TIME -> type.toString();
    };
  }

  private static boolean isDay(String value) {
    if (!DATE.matcher(value).matches()) {
      return false;
    }
    try {
      LocalDate.parse(value);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static boolean isText(String value) {
    return value
        .codePoints()
        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
