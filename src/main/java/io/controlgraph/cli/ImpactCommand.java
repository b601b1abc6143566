package io.controlgraph.cli;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what depends on a thing, or what would be lost without it. */
@Command(
    name = "impact",
    description = "What depends on a thing; with --without, what would be lost without it.",
    footer = {"", "Example: controlgraph impact hospital/IMP-027 --without --demo"})
final class ImpactCommand implements Callable<Integer> {
  private final Launcher launcher;
  private final Terminal terminal;

  @Mixin private ServerChoice server = new ServerChoice();

  @Parameters(paramLabel = "NODE", description = "A thing, by any of its names.")
  private String node = "";

  @Option(
      names = "--without",
      description = "What would be lost without it: which cells lose a rung, and who must act.")
  private boolean without;

  @Option(
      names = "--format",
      description =
          "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); with --without text or json.")
  private TraceFormat format = TraceFormat.text;

  @Option(names = "--day", paramLabel = "YYYY-MM-DD", description = "The effective day.")
  private @Nullable LocalDate day;

  ImpactCommand(Launcher launcher, Terminal terminal) {
    this.launcher = launcher;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (without && format != TraceFormat.text && format != TraceFormat.json) {
      throw new CommandFailure(
          ExitCode.WRONG_USE, "What would be lost is had as text or json: --format " + format);
    }
    String path = without ? "api/v1/whatif" : "api/v1/impact";
    Arguments sent = Arguments.none().with(without ? "remove" : "node", node).with("day", day);
    try (Session session = server.open(launcher)) {
      IndexWait wait = new IndexWait(terminal);
      String text = asked(session.api().waiting(wait), path, sent);
      wait.ends();
      terminal.out().print(text);
    }
    terminal.out().flush();
    return ExitCode.FINE;
  }

  private String asked(Api api, String path, Arguments sent) {
    return switch (format) {
      case json -> api.json(path, sent).toPrettyString() + "\n";
      case text ->
          without ? ImpactText.loss(api.json(path, sent)) : ImpactText.impact(api.json(path, sent));
      case dot, mermaid, turtle -> api.text(path, sent, format.accept());
    };
  }
}
