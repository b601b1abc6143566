package io.controlgraph.api.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes operations as an OpenAPI 3.1 document. */
public final class OpenApi {
  private static final String DESCRIPTION = "description";
  private static final String SCHEMA = "schema";
  private static final Map<String, Object> SECRET = Map.of("secret", List.of());
  private static final String PROBLEM = "application/problem+json";

  /** RFC 9457, section 3; members beside these depend on the type. */
  private static final Map<String, Object> PROBLEM_SCHEMA =
      Map.of(
          "type",
          "object",
          "required",
          List.of("type", "title", "status", "detail"),
          "properties",
          Map.of(
              "type",
              Map.of("type", "string", "format", "uri"),
              "title",
              Map.of("type", "string"),
              "status",
              Map.of("type", "integer"),
              "detail",
              Map.of("type", "string"),
              "line",
              Map.of("type", "integer"),
              "column",
              Map.of("type", "integer"),
              "queryId",
              Map.of("type", "string"),
              "timeoutMs",
              Map.of("type", "integer")));

  private final Schemas schemas = new Schemas();
  private final String server;

  private OpenApi(String server) {
    this.server = server;
    schemas.components().put("Problem", PROBLEM_SCHEMA);
  }

  /**
   * The document.
   *
   * @param server the address of the server
   */
  public static Map<String, Object> of(String server, List<Operation> operations) {
    return new OpenApi(server).document(operations);
  }

  private Map<String, Object> document(List<Operation> operations) {
    Map<String, Map<String, Object>> paths = new TreeMap<>();
    for (Operation operation : operations) {
      paths
          .computeIfAbsent(operation.template(), path -> new LinkedHashMap<>())
          .put(operation.method().toLowerCase(Locale.ROOT), of(operation));
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.1");
    document.put(
        "info",
        Map.of(
            "title",
            "ControlGraph",
            "version",
            "v1",
            DESCRIPTION,
            "Which controls protect which AI assets against which risks, who answers for them, and"
                + " what incidents say about them. What answers GET answers HEAD too, and OPTIONS"
                + " tells what a path answers.",
            "license",
            Map.of("name", "Apache 2.0", "identifier", "Apache-2.0")));
    document.put("servers", List.of(Map.of("url", server)));
    document.put(
        "tags",
        operations.stream().map(Operation::group).distinct().map(n -> Map.of("name", n)).toList());
    document.put("paths", paths);
    document.put(
        "components",
        Map.of(
            "schemas",
            schemas.components(),
            "securitySchemes",
            Map.of(
                "secret",
                Map.of(
                    "type",
                    "http",
                    "scheme",
                    "bearer",
                    DESCRIPTION,
                    "The secret in the file 'server' of the data directory."))));
    return document;
  }

  private Map<String, Object> of(Operation operation) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("operationId", operation.id());
    document.put("tags", List.of(operation.group()));
    document.put("summary", operation.summary());
    List<Object> parameters = new ArrayList<>();
    operation.inputs().forEach(input -> parameters.add(input.document()));
    if (!parameters.isEmpty()) {
      document.put("parameters", parameters);
    }
    if (!operation.bodies().isEmpty()) {
      Map<String, Object> content = new LinkedHashMap<>();
      operation.bodies().forEach((type, schema) -> content.put(type, Map.of(SCHEMA, schema)));
      document.put("requestBody", Map.of("required", true, "content", content));
    }
    Map<String, Object> responses = new LinkedHashMap<>();
    operation
        .outputs()
        .forEach(output -> responses.put(Integer.toString(output.status()), of(output)));
    responses.put(
        "default",
        Map.of(
            DESCRIPTION,
            "What is wrong (RFC 9457).",
            "content",
            Map.of(PROBLEM, Map.of(SCHEMA, Map.of("$ref", "#/components/schemas/Problem")))));
    document.put("responses", responses);
    switch (operation.secret()) {
      case NEVER -> {}
      case WHERE_IT_WRITES -> document.put("security", List.of(Map.of(), SECRET));
      case ALWAYS -> document.put("security", List.of(SECRET));
    }
    return document;
  }

  private Map<String, Object> of(Operation.Output output) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(DESCRIPTION, output.summary());
    if (!output.headers().isEmpty()) {
      Map<String, Object> headers = new LinkedHashMap<>();
      output
          .headers()
          .forEach(
              (name, meaning) ->
                  headers.put(
                      name, Map.of(DESCRIPTION, meaning, SCHEMA, Map.of("type", "string"))));
      document.put("headers", headers);
    }
    if (!output.mediaTypes().isEmpty()) {
      Class<?> type = output.type();
      Map<String, Object> content = new LinkedHashMap<>();
      for (String media : output.mediaTypes()) {
        Map<String, Object> schema =
            type != null && media.equals("application/json")
                ? schemas.reference(type)
                : Map.of("type", "string");
        content.put(media, Map.of(SCHEMA, schema));
      }
      document.put("content", content);
    }
    return document;
  }
}
