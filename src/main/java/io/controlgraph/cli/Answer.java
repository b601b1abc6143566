package io.controlgraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Turns SPARQL 1.1 Query Results JSON into text for people. */
final class Answer {
  private Answer() {}

  /**
   * The rows as a table, with a line that counts them; of an ASK query, yes or no.
   *
   * @param results a SPARQL results document in JSON
   * @param width how many characters a line may have
   */
  static String render(JsonNode results, int width) {
    if (results.has("boolean")) {
      return (results.get("boolean").asBoolean() ? "yes" : "no") + "\n";
    }
    List<String> variables = new ArrayList<>();
    results.path("head").path("vars").forEach(name -> variables.add(name.asText()));
    Table table = new Table(variables);
    for (JsonNode binding : results.path("results").path("bindings")) {
      table.add(variables.stream().map(name -> cell(binding.path(name))).toList());
    }
    return switch (table.size()) {
      case 0 -> "No rows.\n";
      case 1 -> table.render(width) + "1 row\n";
      default -> table.render(width) + table.size() + " rows\n";
    };
  }

  private static String cell(JsonNode term) {
    String value = term.path("value").asText("");
    return term.path("type").asText().equals("uri") ? Names.shorten(value) : value;
  }
}
