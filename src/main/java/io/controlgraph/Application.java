package io.controlgraph;

import io.controlgraph.api.HttpServer;
import io.controlgraph.cli.CommandFailure;
import io.controlgraph.cli.ExitCode;
import io.controlgraph.cli.Launcher;
import io.controlgraph.graph.Capability;
import io.controlgraph.graph.DataDirectory;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.WriteOutcome;
import io.controlgraph.ingest.Importer;
import io.controlgraph.ingest.csv.CsvImporter;
import io.controlgraph.ingest.reference.ReferenceData;
import io.controlgraph.query.Catalogue;
import io.controlgraph.query.CatalogueException;
import io.controlgraph.security.WriteSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.apache.jena.sys.JenaSystem;
import org.jspecify.annotations.Nullable;

/** Wires the parts together: store, reference data, catalogue, importer and server. */
final class Application implements Launcher {
  /** How long to wait for a command that has the data directory, or for a server that starts. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String QUESTIONS = "questions.built";

  private final Clock clock;

  Application(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Path demoDirectory() {
    return Demo.directory();
  }

  @Override
  public Optional<Endpoint> running(Path data) {
    return DataDirectory.occupancy(data, PATIENCE) instanceof DataDirectory.Occupancy.Served served
        ? Optional.of(new Endpoint(served.address(), served.secret()))
        : Optional.empty();
  }

  @Override
  public Server start(Request request) {
    requireLoopback(request.host());
    try {
      JenaSystem.init();
      DataDirectory directory =
          request.data() == null ? null : DataDirectory.take(request.data(), PATIENCE);
      CompletableFuture<Catalogue> catalogue =
          CompletableFuture.supplyAsync(() -> catalogue(request, directory));
      if (request.reset() && directory != null) {
        reset(catalogue, directory);
      }
      return serve(request, catalogue, directory);
    } catch (CompletionException e) {
      throw of(e.getCause());
    } catch (GraphFailure e) {
      throw new CommandFailure(ExitCode.FAULT, String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.WRONG_USE, String.valueOf(e.getMessage()));
    } catch (IOException | UncheckedIOException e) {
      throw new CommandFailure(ExitCode.FAULT, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Federation startFederation(int port) {
    try {
      JenaSystem.init();
      return FederationDemo.start(port, clock);
    } catch (GraphFailure | UncheckedIOException e) {
      throw new CommandFailure(ExitCode.FAULT, String.valueOf(e.getMessage()));
    }
  }

  private static Catalogue catalogue(Request request, @Nullable DataDirectory directory) {
    if (request.brief() && request.queries().isEmpty()) {
      return Catalogue.onDemand();
    }
    return directory == null
        ? Catalogue.load(request.queries())
        : Catalogue.load(request.queries(), directory.path().resolve(QUESTIONS));
  }

  /** A faulty question is the user's to mend; anything else the catalogue meets is a fault. */
  private static CommandFailure of(@Nullable Throwable cause) {
    return cause instanceof CatalogueException faulty
        ? new CommandFailure(ExitCode.WRONG_USE, String.valueOf(faulty.getMessage()))
        : new CommandFailure(ExitCode.FAULT, String.valueOf(cause));
  }

  /** Empties the demo's directory, which no other process can have open by now. */
  private static void reset(CompletableFuture<Catalogue> catalogue, DataDirectory directory)
      throws IOException {
    try {
      catalogue.join();
      Demo.empty(directory);
    } catch (CompletionException | IOException e) {
      directory.close();
      throw e;
    }
  }

  /**
   * Opens the store while the catalogue is still being read, since a start is waited for. Jena is
   * initialised before: two threads that do so at once wait for each other for ever.
   */
  private Server serve(
      Request request, CompletableFuture<Catalogue> catalogue, @Nullable DataDirectory directory) {
    Closing opened = new Closing();
    if (directory != null) {
      opened.add(directory);
      // Not let go while the catalogue may write to it.
      opened.<AutoCloseable>add(() -> catalogue.handle((questions, fault) -> questions).join());
    }
    try {
      GraphStore store = opened.add(Engines.open(request, directory, System.getenv()));
      if (store.can(Capability.WRITES)) {
        bringUpToDate(store, clock);
      }
      Importer importer = new CsvImporter(store, clock);
      if (request.demo()) {
        Demo.load(store, importer);
      }
      WriteSecret secret = WriteSecret.random();
      HttpServer server =
          opened.add(
              HttpServer.start(
                  request.host(),
                  request.port(),
                  new HttpServer.Parts(
                      store,
                      catalogue.join(),
                      importer,
                      day(request),
                      secret,
                      request.openings(),
                      request.limits(),
                      directory == null ? null : directory.path(),
                      !request.brief())));
      if (directory != null && !request.brief()) {
        directory.announce(server.address(), secret.value());
      }
      return new RunningServer(new Endpoint(server.address(), secret.value()), opened);
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  static void bringUpToDate(GraphStore store, Clock clock) {
    if (ReferenceData.bringUpToDate(store, clock) instanceof WriteOutcome.Refused refused) {
      throw new IllegalStateException(
          "The reference data breaks a shape: " + refused.report().violations());
    }
  }

  private Supplier<LocalDate> day(Request request) {
    return request.demo() ? () -> Demo.DAY : () -> LocalDate.now(clock);
  }

  private static void requireLoopback(String host) {
    try {
      if (InetAddress.getByName(host).isLoopbackAddress()) {
        return;
      }
    } catch (UnknownHostException e) {
      throw new CommandFailure(ExitCode.WRONG_USE, "There is no address '" + host + "'.");
    }
    throw new CommandFailure(
        ExitCode.WRONG_USE,
        "'%s' can be reached by others. The server binds loopback addresses only, such as 127.0.0.1."
            .formatted(host));
  }

  /** Ends all that it opened when it is closed. */
  record RunningServer(Endpoint endpoint, Closing opened) implements Server {
    @Override
    public void close() {
      opened.close();
    }
  }
}
