package io.controlgraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Turns SPARQL 1.1 Query Results JSON into text for people: things by their labels, where the
 * answer has a column of labels beside them, and what is the same in all rows said once, above the
 * table. Formats for programs have every column.
 */
final class Answer {
  private static final String LABEL = "Label";

  private final List<String> columns = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();
  private final Map<String, String> everywhere = new LinkedHashMap<>();

  private Answer(JsonNode results) {
    List<String> variables = new ArrayList<>();
    results.path("head").path("vars").forEach(name -> variables.add(name.asText()));
    for (String variable : variables) {
      if (!variables.contains(variable + LABEL)) {
        columns.add(variable);
      }
    }
    for (JsonNode binding : results.path("results").path("bindings")) {
      rows.add(columns.stream().map(name -> cell(binding, name)).toList());
    }
  }

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
    Answer answer = new Answer(results);
    answer.sayOnceWhatIsTheSame();
    return answer.text(width);
  }

  /** The value; of a column of labels, the thing itself where it has no label. */
  private static String cell(JsonNode binding, String column) {
    boolean unlabelled = column.endsWith(LABEL) && !binding.has(column);
    JsonNode term = binding.path(unlabelled ? thing(column) : column);
    String value = term.path("value").asText("");
    return term.path("type").asText().equals("uri") ? Names.shorten(value) : value;
  }

  private void sayOnceWhatIsTheSame() {
    if (rows.size() < 2) {
      return;
    }
    for (int i = columns.size() - 1; i >= 0; i--) {
      int column = i;
      String first = rows.get(0).get(i);
      boolean same = rows.stream().allMatch(row -> row.get(column).equals(first));
      if (same && !first.isEmpty() && !first.matches("[\\d.-]+") && columns.size() > 1) {
        everywhere.put(words(columns.remove(i)), first);
        rows.replaceAll(row -> without(row, column));
      }
    }
  }

  private static List<String> without(List<String> row, int column) {
    List<String> rest = new ArrayList<>(row);
    rest.remove(column);
    return rest;
  }

  private String text(int width) {
    if (rows.isEmpty()) {
      return "No rows.\n";
    }
    StringBuilder out = new StringBuilder();
    List<String> names = new ArrayList<>(everywhere.keySet());
    for (int i = names.size() - 1; i >= 0; i--) {
      out.append(names.get(i)).append(": ").append(everywhere.get(names.get(i))).append('\n');
    }
    out.append(out.isEmpty() ? "" : "\n");
    Table table = new Table(columns.stream().map(Answer::words).toList());
    rows.forEach(table::add);
    out.append(table.render(width)).append(rows.size() == 1 ? "1 row\n" : rows.size() + " rows\n");
    return out.toString();
  }

  private static String thing(String column) {
    return column.endsWith(LABEL) && column.length() > LABEL.length()
        ? column.substring(0, column.length() - LABEL.length())
        : column;
  }

  /** {@code notAssessed} as "not assessed"; a column of labels has the name of its things. */
  private static String words(String column) {
    return thing(column).replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
