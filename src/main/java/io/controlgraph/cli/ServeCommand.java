package io.controlgraph.cli;

import io.controlgraph.security.Limits;
import io.controlgraph.security.Openings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves the graph until the process is told to stop. Prints one line: the address. */
@Command(
    name = "serve",
    description = "Serve the graph: the page, the API and SPARQL. Prints the address.",
    footer = {"", "Example: controlgraph serve --demo"})
final class ServeCommand implements Callable<Integer> {
  private final Launcher launcher;
  private final Terminal terminal;

  @Mixin private DataChoice data = new DataChoice();

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port; 0 takes a free one (default: ${DEFAULT-VALUE}).")
  private int port = 7070;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "The loopback address to bind (default: ${DEFAULT-VALUE}).")
  private String host = "127.0.0.1";

  @Option(
      names = "--base-iri",
      paramLabel = "IRI",
      description =
          "What the IRIs of your own data begin with. Fixed when the data directory is made"
              + " (default: http://localhost:7070/).")
  private @Nullable String baseIri;

  @Option(
      names = "--allow-update",
      description =
          "Take SPARQL updates, and changes by the Graph Store Protocol, from who shows the"
              + " secret.")
  private boolean allowUpdate;

  @Option(
      names = "--max-rows",
      paramLabel = "N",
      description =
          "How many rows an answer of the SPARQL endpoint has at most; a header and a link tell of"
              + " more (default: all).")
  private long maxRows = Limits.ALL_ROWS;

  @Option(
      names = "--allow-origin",
      paramLabel = "ORIGIN",
      description =
          "Let pages of another origin read, such as https://app.example.org; * lets all. May be"
              + " repeated.")
  private List<String> origins = new ArrayList<>();

  @Option(
      names = "--allow-service",
      paramLabel = "URL",
      description =
          "An endpoint of another server that queries may ask by SERVICE, such as"
              + " https://query.example.org/sparql; may be repeated.")
  private List<String> services = new ArrayList<>();

  @Option(
      names = "--trust-proxy",
      description =
          "A reverse proxy on this machine shows the server at its base IRI: answer to that host,"
              + " and believe what Forwarded or X-Forwarded-Host say.")
  private boolean trustProxy;

  ServeCommand(Launcher launcher, Terminal terminal) {
    this.launcher = launcher;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > 65_535) {
      throw new CommandFailure(ExitCode.WRONG_USE, "A port lies between 0 and 65535, not " + port);
    }
    Launcher.Server server =
        launcher.start(data.request(launcher, host, port, baseIri, openings(), limits()));
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "close"));
    terminal.out().println(server.endpoint().address());
    terminal.out().flush();
    new CountDownLatch(1).await();
    return ExitCode.FINE;
  }

  private Limits limits() {
    if (maxRows < 1) {
      throw new CommandFailure(ExitCode.WRONG_USE, "--max-rows is a number from 1 up.");
    }
    return Limits.DEFAULT.withResultRows(maxRows);
  }

  private Openings openings() {
    try {
      return new Openings(allowUpdate, trustProxy, Set.copyOf(origins), services);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.WRONG_USE, String.valueOf(e.getMessage()));
    }
  }
}
