package io.controlgraph.api.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A parameter of an operation.
 *
 * @param place where it stands: {@code query}, {@code path} or {@code header}
 * @param schema what values it takes, in JSON Schema
 */
public record Input(
    String name, String place, boolean required, Map<String, Object> schema, String summary) {
  private static final String TYPE = "type";
  private static final String QUERY = "query";

  public Input {
    schema = Map.copyOf(schema);
  }

  /** A text in the query string. */
  public static Input text(String name, String summary) {
    return new Input(name, QUERY, false, Map.of(TYPE, "string"), summary);
  }

  /** A whole number in the query string, from {@code least} to {@code most}. */
  public static Input number(String name, long least, long most, String summary) {
    return new Input(
        name, QUERY, false, Map.of(TYPE, "integer", "minimum", least, "maximum", most), summary);
  }

  /** True, false, or the mere name for true, in the query string. */
  public static Input flag(String name, String summary) {
    return new Input(name, QUERY, false, Map.of(TYPE, "boolean", "default", false), summary);
  }

  /** One of some words, in the query string. */
  public static Input choice(String name, List<String> words, String summary) {
    return new Input(name, QUERY, false, Map.of(TYPE, "string", "enum", words), summary);
  }

  /** Texts in the query string: the parameter may be repeated. */
  public static Input texts(String name, String summary) {
    return new Input(
        name, QUERY, false, Map.of(TYPE, "array", "items", Map.of(TYPE, "string")), summary);
  }

  /** A day in the query string. */
  public static Input day() {
    return new Input(
        "day",
        QUERY,
        false,
        Map.of(TYPE, "string", "format", "date"),
        "The effective day, such as 2026-03-31; today in UTC where none is given.");
  }

  /** How long the answer may take. */
  public static Input timeout() {
    return new Input(
        "timeout",
        QUERY,
        false,
        Map.of(TYPE, "number", "exclusiveMinimum", 0),
        "Seconds until the answer is given up with 503; the server caps it.");
  }

  /** Whether rows tell which members of a federation they came from. */
  public static Input origins() {
    return flag(
        "origins",
        "Adds a column 'members': which members of a federation a row came from. 501 outside of"
            + " one.");
  }

  /** The format of the answer, where a client cannot send an Accept header. */
  public static Input format(List<String> names) {
    return choice("format", names, "The format, in place of what the Accept header says.");
  }

  /** A part of the path. */
  public static Input path(String name, String summary) {
    return new Input(name, "path", true, Map.of(TYPE, "string"), summary);
  }

  /** A header of the request. */
  public static Input header(String name, String summary) {
    return new Input(name, "header", false, Map.of(TYPE, "string"), summary);
  }

  /** The tag of an answer that the client has already. */
  public static Input ifNoneMatch() {
    return header("If-None-Match", "The ETag of the answer that the client has; 304 if it holds.");
  }

  /** The same, to be given always. */
  public Input must() {
    return new Input(name, place, true, schema, summary);
  }

  /** The same with one more member of its schema. */
  public Input with(String member, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(schema);
    more.put(member, value);
    return new Input(name, place, required, more, summary);
  }

  boolean isInQuery() {
    return place.equals(QUERY);
  }

  Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("name", name);
    document.put("in", place);
    document.put("description", summary);
    document.put("required", required);
    document.put("schema", schema);
    return document;
  }
}
