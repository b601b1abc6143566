package io.controlgraph.api.openapi;

import io.controlgraph.security.Refusal;
import io.controlgraph.sparql.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a client can ask of the server.
 *
 * @param method the HTTP method, in capitals; what answers GET answers HEAD too
 * @param path its parameters in braces; one in angle brackets may hold slashes
 * @param id the name by which generated clients call it
 * @param group the heading it stands under
 * @param strict whether a parameter that is not declared is refused
 * @param secret when it shows the server's secret
 * @param bodies the media types in which a body is sent, each with the schema of its content
 * @param outputs what it gives, by status
 */
public record Operation(
    String method,
    String path,
    String id,
    String group,
    String summary,
    boolean strict,
    Secret secret,
    List<Input> inputs,
    Map<String, Object> bodies,
    List<Output> outputs) {

  public Operation {
    inputs = List.copyOf(inputs);
    bodies = new LinkedHashMap<>(bodies);
    outputs = List.copyOf(outputs);
  }

  /**
   * What an operation gives.
   *
   * @param mediaTypes in which it is had; none for an answer without content
   * @param type the record that is written as JSON, if it is one
   * @param headers what headers tell, by name
   */
  public record Output(
      int status,
      String summary,
      List<String> mediaTypes,
      @Nullable Class<?> type,
      Map<String, String> headers) {
    public Output {
      mediaTypes = List.copyOf(mediaTypes);
      headers = new LinkedHashMap<>(headers);
    }
  }

  /** A read. */
  public static Operation get(String path, String id, String group, String summary) {
    return of("GET", path, id, group, summary);
  }

  /** An operation of any method. */
  public static Operation of(String method, String path, String id, String group, String summary) {
    return new Operation(
        method, path, id, group, summary, true, Secret.NEVER, List.of(), Map.of(), List.of());
  }

  /** The same, with more parameters. */
  public Operation takes(Input... more) {
    List<Input> all = new ArrayList<>(inputs);
    all.addAll(List.of(more));
    return new Operation(method, path, id, group, summary, strict, secret, all, bodies, outputs);
  }

  /** The same, sent with a body in one of some media types, whose content is a text. */
  public Operation sends(String... mediaTypes) {
    Map<String, Object> all = new LinkedHashMap<>(bodies);
    for (String mediaType : mediaTypes) {
      all.put(mediaType, Map.of("type", "string"));
    }
    return new Operation(method, path, id, group, summary, strict, secret, inputs, all, outputs);
  }

  /** The same, sent with a body of a schema. */
  public Operation sends(String mediaType, Map<String, Object> schema) {
    Map<String, Object> all = new LinkedHashMap<>(bodies);
    all.put(mediaType, schema);
    return new Operation(method, path, id, group, summary, strict, secret, inputs, all, outputs);
  }

  /** The same, giving something more: in some media types, or without content. */
  public Operation gives(int status, String meaning, List<String> mediaTypes) {
    return gives(new Output(status, meaning, mediaTypes, null, Map.of()));
  }

  /** The same, giving a record as JSON, or in other media types as a text. */
  public Operation givesJson(int status, String meaning, Class<?> type, String... otherwise) {
    List<String> mediaTypes = new ArrayList<>(List.of("application/json"));
    mediaTypes.addAll(List.of(otherwise));
    return gives(new Output(status, meaning, mediaTypes, type, Map.of()));
  }

  /** The same, whose answers of 200 say so in headers. */
  public Operation tells(Map<String, String> headers) {
    List<Output> all =
        outputs.stream()
            .map(
                each ->
                    each.status() == 200
                        ? new Output(200, each.summary(), each.mediaTypes(), each.type(), headers)
                        : each)
            .toList();
    return new Operation(method, path, id, group, summary, strict, secret, inputs, bodies, all);
  }

  private Operation gives(Output output) {
    List<Output> all = new ArrayList<>(outputs);
    all.add(output);
    return new Operation(method, path, id, group, summary, strict, secret, inputs, bodies, all);
  }

  /** The same as a tagged read: with the condition, and the answer that nothing has changed. */
  public Operation tagged() {
    return takes(Input.ifNoneMatch()).gives(304, "The client has it already.", List.of());
  }

  /** The same, passing over parameters that it does not know, as a protocol of others asks. */
  public Operation lenient() {
    return new Operation(method, path, id, group, summary, false, secret, inputs, bodies, outputs);
  }

  /** When a request shows the server's secret. */
  public enum Secret {
    NEVER,
    /** Where it writes, which its body tells. */
    WHERE_IT_WRITES,
    ALWAYS
  }

  /** The same, of which some requests write. */
  public Operation guardedWhereItWrites() {
    return new Operation(
        method, path, id, group, summary, strict, Secret.WHERE_IT_WRITES, inputs, bodies, outputs);
  }

  /** The same, only for who shows the secret. */
  public Operation guarded() {
    return new Operation(
        method, path, id, group, summary, strict, Secret.ALWAYS, inputs, bodies, outputs);
  }

  /**
   * Holds a request to the parameters that are declared.
   *
   * @param query the query string
   * @throws Refusal 400 for another parameter
   */
  public void check(@Nullable String query) {
    if (!strict || query == null) {
      return;
    }
    Set<String> known =
        inputs.stream()
            .filter(Input::isInQuery)
            .map(Input::name)
            .collect(Collectors.toCollection(TreeSet::new));
    for (String name : Parameters.parse(query).names()) {
      if (!known.contains(name)) {
        throw new Refusal(
            400,
            "unknown-parameter",
            "There is no parameter '%s' here; there %s."
                .formatted(
                    name, known.isEmpty() ? "are none" : "are: " + String.join(", ", known)));
      }
    }
  }

  /** The path as OpenAPI writes it. */
  String template() {
    return path.replace('<', '{').replace('>', '}');
  }
}
