package io.controlgraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The gate for pipelines: answers no when a gap rule of some severity is broken. */
@Command(
    name = "check",
    description = "Run the gap rules as a gate: exit code 1 when one is broken.",
    footer = {
      "",
      "A rule is a question with a severity; rows are what breaks it. To add your own, name their"
          + " folder with --queries."
    })
final class CheckCommand implements Callable<Integer> {
  private static final int SHOWN = 5;

  private final Launcher launcher;
  private final Terminal terminal;

  @Mixin private ServerChoice server = new ServerChoice();

  @Option(
      names = "--fail-on",
      description =
          "The lowest severity that fails: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private SeverityFloor failOn = SeverityFloor.high;

  @Option(
      names = "--profile",
      paramLabel = "NAME|FILE.yaml",
      description =
          "The rules to check: starter, strict, or a file of your own (default: all rules).")
  private @Nullable String profile;

  @Option(names = "--org", paramLabel = "ID", description = "One organisation only.")
  private @Nullable String organisation;

  @Option(names = "--day", paramLabel = "YYYY-MM-DD", description = "The effective day.")
  private @Nullable LocalDate day;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: text).")
  private ReportFormat format = ReportFormat.text;

  CheckCommand(Launcher launcher, Terminal terminal) {
    this.launcher = launcher;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Arguments sent =
        Arguments.none().with("failOn", failOn).with("org", organisation).with("day", day);
    try (Session session = server.open(launcher)) {
      JsonNode report = check(session.api(), sent);
      if (format == ReportFormat.json) {
        terminal.out().println(report.toPrettyString());
      } else {
        print(report);
      }
      terminal.out().flush();
      return report.path("passed").asBoolean() ? ExitCode.FINE : ExitCode.NO;
    }
  }

  private JsonNode check(Api api, Arguments sent) {
    String path = "api/v1/check";
    if (profile == null || !profile.endsWith(".yaml")) {
      return api.json(path, sent.with("profile", profile));
    }
    try {
      return Api.parse(
          api.post(
              path,
              sent,
              "application/yaml",
              "application/json",
              BodyPublishers.ofFile(Path.of(profile))));
    } catch (FileNotFoundException e) {
      throw new CommandFailure(ExitCode.WRONG_USE, "There is no file " + profile + ".");
    }
  }

  private void print(JsonNode report) {
    int broken = 0;
    int failing = 0;
    for (JsonNode rule : report.path("rules")) {
      if (rule.path("count").asInt() > 0) {
        broken++;
        failing += rule.path("breaks").asBoolean() ? 1 : 0;
        printRule(rule);
      }
    }
    terminal
        .out()
        .printf(
            "%s: %d of %d rules broken, %d of them at severity %s or above (day %s).%n",
            report.path("passed").asBoolean() ? "passed" : "FAILED",
            broken,
            report.path("rules").size(),
            failing,
            failOn,
            report.path("day").asText());
  }

  private void printRule(JsonNode rule) {
    terminal
        .out()
        .printf(
            "%s  %s: %s (%d)%n",
            rule.path("breaks").asBoolean() ? "FAIL" : "note",
            rule.path("severity").asText(),
            rule.path("summary").asText(),
            rule.path("count").asInt());
    if (!rule.path("reason").asText().isEmpty()) {
      terminal.out().println("      Why: " + rule.path("reason").asText());
    }
    List<String> columns = new ArrayList<>();
    rule.path("columns").forEach(column -> columns.add(column.asText()));
    int shown = 0;
    for (JsonNode row : rule.path("rows")) {
      if (shown++ == SHOWN) {
        break;
      }
      terminal.out().println("      " + describe(row, columns));
    }
    int rest = rule.path("count").asInt() - Math.min(SHOWN, rule.path("rows").size());
    if (rest > 0) {
      terminal.out().printf("      and %d more: query %s%n", rest, rule.path("name").asText());
    }
    if (rule.has("mend")) {
      terminal.out().println("      Mend: " + rule.path("mend").asText().strip());
    }
  }

  private static String describe(JsonNode row, List<String> columns) {
    List<String> cells = new ArrayList<>();
    for (String column : columns) {
      JsonNode cell = row.path(column);
      String value = cell.path("value").asText("");
      if (!value.isEmpty() && !column.endsWith("Label")) {
        cells.add(column + " " + cell.path("label").asText(Names.shorten(value)));
      }
    }
    return String.join(", ", cells);
  }
}
