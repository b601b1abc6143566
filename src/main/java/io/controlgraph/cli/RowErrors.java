package io.controlgraph.cli;

import com.fasterxml.jackson.databind.JsonNode;

/** Errors of an uploaded file, a line each. */
final class RowErrors {
  private RowErrors() {}

  /** The error as {@code file, row 3, column owner: message}, as far as it has these. */
  static String line(JsonNode error) {
    StringBuilder line = new StringBuilder(error.path("file").asText(""));
    if (error.hasNonNull("row")) {
      line.append(", row ").append(error.get("row").asInt());
    }
    if (error.hasNonNull("column")) {
      line.append(", column ").append(error.get("column").asText());
    }
    return line.append(": ").append(error.path("message").asText()).toString();
  }
}
