package io.controlgraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints how many gaps each rule finds, or the gaps of one rule. */
@Command(
    name = "gaps",
    description = "How many gaps each rule finds, the worst first; with a rule, its gaps.",
    footer = {"", "Example: controlgraph gaps gaps/tests-overdue --org hospital --demo"})
final class GapsCommand implements Callable<Integer> {
  private static final String PATH = "api/v1/gaps";

  private final Launcher launcher;
  private final Terminal terminal;

  @Mixin private ServerChoice server = new ServerChoice();

  @Parameters(
      arity = "0..1",
      paramLabel = "RULE",
      description = "A rule, such as gaps/tests-overdue; all are counted if absent.")
  private @Nullable String rule;

  @Option(
      names = "--severity",
      description = "${COMPLETION-CANDIDATES}: the mildest that is listed (default: all).")
  private @Nullable SeverityFloor severity;

  @Option(names = "--org", paramLabel = "ID", description = "One organisation only.")
  private @Nullable String organisation;

  @Option(
      names = "--format",
      description =
          "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); without a rule table or json.")
  private AnswerFormat format = AnswerFormat.table;

  @Option(names = "--day", paramLabel = "YYYY-MM-DD", description = "The effective day.")
  private @Nullable LocalDate day;

  GapsCommand(Launcher launcher, Terminal terminal) {
    this.launcher = launcher;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (rule == null && format != AnswerFormat.table && format != AnswerFormat.json) {
      throw new CommandFailure(
          ExitCode.WRONG_USE,
          "Gaps of all rules are counted as table or json; name a rule for --format " + format);
    }
    Arguments sent =
        Arguments.none().with("severity", severity).with("org", organisation).with("day", day);
    try (Session session = server.open(launcher)) {
      IndexWait wait = new IndexWait(terminal);
      Api api = session.api().waiting(wait);
      if (rule == null) {
        JsonNode counted = api.json(PATH, sent.with("limit", 0));
        wait.ends();
        terminal
            .out()
            .print(
                format == AnswerFormat.json
                    ? counted.toPrettyString() + "\n"
                    : table(counted.path("rules"), terminal.width()));
        terminal.out().flush();
      } else {
        var rows = api.get(PATH, sent.with("rule", rule), format.accept());
        wait.ends();
        new AnswerWriter(format, terminal).write(rows);
      }
    }
    return ExitCode.FINE;
  }

  private static String table(JsonNode rules, int width) {
    Table table = new Table(List.of("severity", "gaps", "rule", "summary"));
    int broken = 0;
    for (JsonNode each : rules) {
      if (each.path("gaps").asLong() > 0) {
        broken++;
        table.add(
            List.of(
                each.path("severity").asText(),
                each.path("gaps").asText(),
                each.path("rule").asText(),
                each.path("summary").asText()));
      }
    }
    return broken == 0 ? "No gaps.\n" : table.render(width);
  }
}
