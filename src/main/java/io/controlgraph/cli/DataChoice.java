package io.controlgraph.cli;

import io.controlgraph.security.Limits;
import io.controlgraph.security.Openings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which data directory a command works on. */
final class DataChoice {
  private static final String EMBEDDED = "tdb2";
  private static final String SERVER = "sparql:";
  private static final String FEDERATION = "fedx:";
  private static final String MEMORY = "rdf4j:memory";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data directory (default: ~/.controlgraph).")
  private @Nullable Path data;

  @Option(
      names = "--demo",
      description = "Work on the demo: a store of its own, with the sample organisations.")
  private boolean demo;

  @Option(names = "--reset", description = "Remake the demo first.")
  private boolean reset;

  @Option(
      names = "--queries",
      paramLabel = "DIR",
      description = "A folder with questions of your own; may be repeated.")
  private List<Path> queries = new ArrayList<>();

  @Option(
      names = "--engine",
      paramLabel = "SPEC",
      description =
          "What keeps the graph: tdb2, in the data directory (default);"
              + " sparql:QUERY_URL[,UPDATE_URL], a server that speaks SPARQL 1.1;"
              + " fedx:FILE, a federation; rdf4j:memory, nothing that lasts.")
  private String engine = EMBEDDED;

  @Option(
      names = "--engine-credentials",
      paramLabel = "FILE",
      description =
          "A file with user= and password=, or token=, for the server that keeps the graph"
              + " (default: the environment, CONTROLGRAPH_ENGINE_USER and"
              + " CONTROLGRAPH_ENGINE_PASSWORD, or CONTROLGRAPH_ENGINE_TOKEN).")
  private @Nullable Path credentials;

  /** The directory chosen; nothing for an engine that keeps its data elsewhere, or in memory. */
  Optional<Path> directory(Launcher launcher) {
    check();
    if (engine.startsWith(SERVER) || engine.equals(MEMORY)) {
      return Optional.empty();
    }
    return Optional.of(onDisk(launcher));
  }

  private void check() {
    boolean elsewhere = engine.startsWith(SERVER) || engine.equals(MEMORY);
    if (!elsewhere && !engine.equals(EMBEDDED) && !engine.startsWith(FEDERATION)) {
      throw new CommandFailure(
          ExitCode.WRONG_USE,
          "There is no engine '%s'; there are tdb2, sparql:QUERY_URL[,UPDATE_URL], fedx:FILE and rdf4j:memory."
              .formatted(engine));
    }
    if (elsewhere && (data != null || reset)) {
      throw new CommandFailure(
          ExitCode.WRONG_USE, "The engine keeps its data elsewhere; leave out --data and --reset.");
    }
    if (credentials != null && !engine.startsWith(SERVER)) {
      throw new CommandFailure(
          ExitCode.WRONG_USE, "--engine-credentials are for an engine sparql:...");
    }
  }

  private Path onDisk(Launcher launcher) {
    if (demo && data != null) {
      throw new CommandFailure(
          ExitCode.WRONG_USE, "--demo has a directory of its own; leave out --data.");
    }
    if (reset && !demo) {
      throw new CommandFailure(ExitCode.WRONG_USE, "--reset remakes the demo only; add --demo.");
    }
    if (demo) {
      return launcher.demoDirectory();
    }
    return data != null ? data : Path.of(System.getProperty("user.home"), ".controlgraph");
  }

  /** What to start, if a server is to be started that others may use. */
  Launcher.Request request(
      Launcher launcher,
      String host,
      int port,
      @Nullable String baseIri,
      Openings openings,
      Limits limits) {
    return new Launcher.Request(
        directory(launcher).orElse(null),
        engine,
        credentials,
        demo,
        reset,
        host,
        port,
        baseIri,
        openings,
        limits,
        queries,
        false);
  }

  /** What to start, if a server is to be started for one command. */
  Launcher.Request brief(Launcher launcher) {
    return new Launcher.Request(
        directory(launcher).orElse(null),
        engine,
        credentials,
        demo,
        reset,
        "127.0.0.1",
        0,
        null,
        Openings.NONE,
        Limits.DEFAULT,
        queries,
        true);
  }

  /** Whether anything was chosen. */
  boolean isGiven() {
    return data != null
        || demo
        || reset
        || !queries.isEmpty()
        || !engine.equals(EMBEDDED)
        || credentials != null;
  }

  /** Whether the directory is there; that of the demo is made when it is wanted. */
  boolean exists(Launcher launcher) {
    return demo || directory(launcher).map(Files::isDirectory).orElse(true);
  }

  /** Whether the choice only makes sense for a server that is still to be started. */
  boolean needsOwnServer() {
    return reset || !queries.isEmpty() || engine.startsWith(FEDERATION);
  }
}
