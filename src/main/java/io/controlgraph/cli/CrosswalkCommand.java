package io.controlgraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what of one framework another's requirements map to, and what may carry over. */
@Command(
    name = "crosswalk",
    description =
        "How each requirement of a framework is reached from another; with --org, what carries"
            + " over and what is left to do.",
    footer = {"", "Example: controlgraph crosswalk iso27001-2013 iso27001-2022 --demo"})
final class CrosswalkCommand implements Callable<Integer> {
  private final Launcher launcher;
  private final Terminal terminal;

  @Mixin private ServerChoice server = new ServerChoice();

  @Parameters(index = "0", paramLabel = "FROM", description = "The framework it comes from.")
  private String from = "";

  @Parameters(index = "1", paramLabel = "TO", description = "The framework it leads to.")
  private String to = "";

  @Option(
      names = "--org",
      paramLabel = "ID",
      description = "The organisation whose work may carry over.")
  private @Nullable String organisation;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: text).")
  private ReportFormat format = ReportFormat.text;

  @Option(names = "--day", paramLabel = "YYYY-MM-DD", description = "The effective day.")
  private @Nullable LocalDate day;

  CrosswalkCommand(Launcher launcher, Terminal terminal) {
    this.launcher = launcher;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Arguments sent =
        Arguments.none()
            .with("from", from)
            .with("to", to)
            .with("org", organisation)
            .with("day", day);
    try (Session session = server.open(launcher)) {
      IndexWait wait = new IndexWait(terminal);
      JsonNode answer = session.api().waiting(wait).json("api/v1/crosswalk", sent);
      wait.ends();
      terminal
          .out()
          .print(
              format == ReportFormat.json
                  ? answer.toPrettyString() + "\n"
                  : CrosswalkText.of(answer));
    }
    terminal.out().flush();
    return ExitCode.FINE;
  }
}
