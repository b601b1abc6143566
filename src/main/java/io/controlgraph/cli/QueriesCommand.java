package io.controlgraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists the catalogue, or tells all about one question. */
@Command(
    name = "queries",
    description = "List the catalogue with the question each query answers, or tell all about one.")
final class QueriesCommand implements Callable<Integer> {
  private final Launcher launcher;
  private final Terminal terminal;

  @Mixin private ServerChoice server = new ServerChoice();

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "A question's name.")
  private @Nullable String name;

  QueriesCommand(Launcher launcher, Terminal terminal) {
    this.launcher = launcher;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Session session = server.open(launcher)) {
      JsonNode queries = session.api().json("api/v1/queries", Arguments.none()).path("queries");
      if (name == null) {
        list(queries);
      } else {
        describe(find(queries, name));
      }
    }
    terminal.out().flush();
    return ExitCode.FINE;
  }

  private void list(JsonNode queries) {
    Table table = new Table(List.of("name", "severity", "question"));
    for (JsonNode query : queries) {
      table.add(
          List.of(
              query.path("name").asText(),
              query.path("severity").asText(""),
              query.path("question").asText()));
    }
    terminal.out().print(table.render(terminal.width()));
  }

  private static JsonNode find(JsonNode queries, String name) {
    for (JsonNode query : queries) {
      if (query.path("name").asText().equals(name)) {
        return query;
      }
    }
    throw new CommandFailure(
        ExitCode.WRONG_USE, "There is no question '" + name + "'. 'queries' lists them all.");
  }

  private void describe(JsonNode query) {
    terminal.out().println(query.path("question").asText());
    terminal.out().println();
    terminal.out().println(query.path("description").asText().strip());
    if (query.has("mend")) {
      terminal.out().println();
      terminal.out().println("Mend: " + query.path("mend").asText().strip());
    }
    if (!query.path("parameters").isEmpty()) {
      Table table = new Table(List.of("parameter", "type", "required", "default", "about"));
      for (JsonNode parameter : query.path("parameters")) {
        table.add(
            List.of(
                parameter.path("name").asText(),
                parameter.path("type").asText(),
                parameter.path("required").asBoolean() ? "yes" : "no",
                parameter.path("default").asText(""),
                parameter.path("summary").asText("")));
      }
      terminal.out().println();
      terminal.out().print(table.render(terminal.width()));
    }
    Table columns = new Table(List.of("column", "type"));
    query
        .path("columns")
        .forEach(
            column ->
                columns.add(List.of(column.path("name").asText(), column.path("type").asText())));
    terminal.out().println();
    terminal.out().print(columns.render(terminal.width()));
  }
}
