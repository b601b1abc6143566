package io.controlgraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Prints the report of an import for people. */
final class ImportReportText {
  private final Terminal terminal;

  ImportReportText(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(JsonNode report) {
    report
        .path("passedOver")
        .forEach(
            file ->
                terminal
                    .out()
                    .printf(
                        "passed over %s: %s%n",
                        file.path("file").asText(), file.path("reason").asText()));
    if (report.path("errors").isEmpty()) {
      printCounts(report);
    } else {
      printErrors(report);
    }
  }

  private void printErrors(JsonNode report) {
    report.path("errors").forEach(error -> terminal.out().println(RowErrors.line(error)));
    long further = report.path("furtherErrors").asLong();
    long count = report.path("errors").size() + further;
    if (further > 0) {
      terminal.out().printf("and %,d more%n", further);
    }
    terminal
        .out()
        .printf("%,d %s; nothing was imported.%n", count, count == 1 ? "error" : "errors");
  }

  private void printCounts(JsonNode report) {
    Table table =
        new Table(List.of("file", "rows", "added", "changed", "removed", "unchanged", "left out"));
    for (JsonNode file : report.path("files")) {
      table.add(
          List.of(
              file.path("file").asText(),
              file.path("rows").asText(),
              file.path("added").asText(),
              file.path("changed").asText(),
              file.path("removed").asText(),
              file.path("unchanged").asText(),
              file.path("leftOut").asText()));
    }
    terminal.out().print(table.render(terminal.width()));
    JsonNode difference = report.path("difference");
    if (difference.isObject()) {
      printDifference(difference);
    } else if (report.hasNonNull("revision")) {
      terminal.out().println("Imported as revision " + report.get("revision").asLong() + ".");
    } else {
      terminal.out().println("Nothing has changed; there is no new revision.");
    }
  }

  private void printDifference(JsonNode difference) {
    for (JsonNode statement : difference.path("statements")) {
      terminal
          .out()
          .printf(
              "%s %s  %s  %s%n",
              statement.path("added").asBoolean() ? "+" : "-",
              statement.path("subject").asText(),
              statement.path("property").asText(),
              statement.path("value").asText());
    }
    long all = difference.path("added").asLong() + difference.path("removed").asLong();
    long listed = difference.path("statements").size();
    if (all > listed) {
      terminal.out().printf("and %,d more statements%n", all - listed);
    }
    terminal
        .out()
        .printf(
            "A dry run: %,d statements would be added and %,d removed; nothing was written.%n",
            difference.path("added").asLong(), difference.path("removed").asLong());
  }
}
