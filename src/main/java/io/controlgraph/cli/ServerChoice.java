package io.controlgraph.cli;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which server a command asks: one elsewhere, or that of a directory. */
final class ServerChoice {
  /** The environment variable with what a writer must show to a server elsewhere. */
  static final String SECRET = "CONTROLGRAPH_SECRET";

  @Mixin private DataChoice data = new DataChoice();

  @Option(
      names = "--server",
      paramLabel = "URL",
      description =
          "Ask a server elsewhere instead of a data directory. To write, put its secret into the"
              + " environment variable "
              + SECRET
              + ".")
  private @Nullable URI server;

  /** Reaches the server of a directory that is there, or of the demo. */
  Session open(Launcher launcher) {
    if (server == null && !data.exists(launcher)) {
      throw new CommandFailure(
          ExitCode.WRONG_USE,
          "There is no data directory %s. 'import' and 'serve' make one; --demo has its own."
              .formatted(data.directory(launcher).map(Path::toString).orElse("")));
    }
    return openOrMake(launcher);
  }

  /** The same, but makes the directory if it is not there. */
  Session openOrMake(Launcher launcher) {
    if (server != null) {
      if (data.isGiven()) {
        throw new CommandFailure(
            ExitCode.WRONG_USE,
            "--server asks a server elsewhere; leave out --data, --demo, --reset, --queries and"
                + " --engine.");
      }
      return new Session(new Api(elsewhere(server), Api.client()), null);
    }
    Optional<Path> directory = data.directory(launcher);
    Optional<Launcher.Endpoint> running = directory.flatMap(launcher::running);
    if (running.isPresent()) {
      if (data.needsOwnServer()) {
        throw new CommandFailure(
            ExitCode.WRONG_USE,
            "%s is served at %s; stop that server to use --reset, --queries or another engine."
                .formatted(directory.map(Path::toString).orElse(""), running.get()));
      }
      return new Session(new Api(running.get(), Api.client()), null);
    }
    CompletableFuture<HttpClient> client = CompletableFuture.supplyAsync(Api::client);
    Launcher.Server own = launcher.start(data.brief(launcher));
    return new Session(new Api(own.endpoint(), client.join()), own);
  }

  private static Launcher.Endpoint elsewhere(URI server) {
    if (server.getHost() == null || !String.valueOf(server.getScheme()).matches("https?")) {
      throw new CommandFailure(
          ExitCode.WRONG_USE,
          "--server wants an address such as http://127.0.0.1:7070/, not '" + server + "'.");
    }
    URI address = server.getPath().endsWith("/") ? server : URI.create(server + "/");
    return new Launcher.Endpoint(address, System.getenv(SECRET));
  }
}
