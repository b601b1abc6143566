package io.controlgraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the revisions, newest first. */
@Command(name = "history", description = "List the revisions, newest first.")
final class HistoryCommand implements Callable<Integer> {
  private final Launcher launcher;
  private final Terminal terminal;

  @Mixin private ServerChoice server = new ServerChoice();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "How many (default: ${DEFAULT-VALUE}).")
  private int limit = 20;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: text).")
  private ReportFormat format = ReportFormat.text;

  HistoryCommand(Launcher launcher, Terminal terminal) {
    this.launcher = launcher;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Session session = server.open(launcher)) {
      JsonNode history =
          session.api().json("api/v1/revisions", Arguments.none().with("limit", limit));
      if (format == ReportFormat.json) {
        terminal.out().println(history.toPrettyString());
      } else {
        terminal.out().print(table(history).render(terminal.width()));
      }
    }
    terminal.out().flush();
    return ExitCode.FINE;
  }

  private static Table table(JsonNode history) {
    Table table = new Table(List.of("revision", "at", "author", "added", "deleted", "message"));
    for (JsonNode revision : history.path("revisions")) {
      table.add(
          List.of(
              revision.path("number").asText(),
              revision.path("at").asText(),
              revision.path("author").asText(),
              revision.path("added").asText(),
              revision.path("deleted").asText(),
              revision.path("message").asText()));
    }
    return table;
  }
}
