package io.controlgraph.cli;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints how much of each framework is covered, as n of N on each rung of the ladder. */
@Command(
    name = "coverage",
    description = "How much of each framework is covered: n of N cells on each rung of the ladder.")
final class CoverageCommand implements Callable<Integer> {
  private final Launcher launcher;
  private final Terminal terminal;

  @Mixin private ServerChoice server = new ServerChoice();

  @Option(names = "--framework", paramLabel = "ID", description = "One framework only.")
  private @Nullable String framework;

  @Option(names = "--org", paramLabel = "ID", description = "One organisation only.")
  private @Nullable String organisation;

  @Option(names = "--by", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private CoverageGrouping by = CoverageGrouping.framework;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: table).")
  private AnswerFormat format = AnswerFormat.table;

  @Option(names = "--day", paramLabel = "YYYY-MM-DD", description = "The effective day.")
  private @Nullable LocalDate day;

  CoverageCommand(Launcher launcher, Terminal terminal) {
    this.launcher = launcher;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Arguments sent =
        Arguments.none().with("framework", framework).with("org", organisation).with("day", day);
    try (Session session = server.open(launcher)) {
      new AnswerWriter(format, terminal)
          .write(session.api().get("api/v1/queries/coverage/by-" + by, sent, format.accept()));
    }
    return ExitCode.FINE;
  }
}
