package io.controlgraph.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what led to a thing and what came of it, or the best paths from one thing to another. */
@Command(
    name = "trace",
    description =
        "What led to a thing and what came of it; with a second thing, the best paths between the"
            + " two.",
    footer = {"", "Example: controlgraph trace hospital/INC-2026-01 --demo"})
final class TraceCommand implements Callable<Integer> {
  private final Launcher launcher;
  private final Terminal terminal;

  @Mixin private ServerChoice server = new ServerChoice();

  @Parameters(index = "0", paramLabel = "FROM", description = "A thing, by any of its names.")
  private String from = "";

  @Parameters(index = "1", arity = "0..1", paramLabel = "TO", description = "Another thing.")
  private @Nullable String to;

  @Option(
      names = "--max-hops",
      paramLabel = "N",
      description = "How long a path may be (default: 8).")
  private @Nullable Integer maxHops;

  @Option(names = "--paths", paramLabel = "K", description = "How many paths (default: 3).")
  private @Nullable Integer paths;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private TraceFormat format = TraceFormat.text;

  TraceCommand(Launcher launcher, Terminal terminal) {
    this.launcher = launcher;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (to == null && (maxHops != null || paths != null)) {
      throw new CommandFailure(
          ExitCode.WRONG_USE, "--max-hops and --paths are for paths: name a second thing.");
    }
    String path = to == null ? "api/v1/trace" : "api/v1/paths";
    Arguments sent =
        to == null
            ? Arguments.none().with("node", from)
            : Arguments.none()
                .with("from", from)
                .with("to", to)
                .with("maxHops", maxHops)
                .with("k", paths);
    try (Session session = server.open(launcher)) {
      IndexWait wait = new IndexWait(terminal);
      String answer = asked(session.api().waiting(wait), path, sent);
      wait.ends();
      terminal.out().print(answer);
    }
    terminal.out().flush();
    return ExitCode.FINE;
  }

  private String asked(Api api, String path, Arguments sent) {
    if (format == TraceFormat.json) {
      return api.json(path, sent).toPrettyString() + "\n";
    }
    if (format == TraceFormat.text) {
      return to == null
          ? TraceText.lanes(api.json(path, sent))
          : TraceText.paths(api.json(path, sent));
    }
    return api.text(path, sent, format.accept());
  }
}
