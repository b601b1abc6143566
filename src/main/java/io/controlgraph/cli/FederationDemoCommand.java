package io.controlgraph.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the demo from three servers, and a fourth that sees them all as one graph. */
@Command(
    name = "federation-demo",
    description =
        "Serve the sample organisations from three servers, and a fourth that sees them all as one"
            + " graph. Prints their addresses, that of the fourth last.",
    footer = {"", "Example: controlgraph federation-demo"})
final class FederationDemoCommand implements Callable<Integer> {
  private final Launcher launcher;
  private final Terminal terminal;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port of the fourth; 0 takes a free one (default: ${DEFAULT-VALUE}).")
  private int port = 7070;

  FederationDemoCommand(Launcher launcher, Terminal terminal) {
    this.launcher = launcher;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > 65_535) {
      throw new CommandFailure(ExitCode.WRONG_USE, "A port lies between 0 and 65535, not " + port);
    }
    Launcher.Federation federation = launcher.startFederation(port);
    Runtime.getRuntime().addShutdownHook(new Thread(federation.hub()::close, "close"));
    federation
        .members()
        .forEach(
            member ->
                terminal
                    .out()
                    .printf(
                        "%s  %s  %s%n",
                        member.address(),
                        member.name(),
                        String.join(", ", member.organisations())));
    terminal.out().println(federation.hub().endpoint().address() + "  all of them");
    terminal.out().flush();
    new CountDownLatch(1).await();
    return ExitCode.FINE;
  }
}
