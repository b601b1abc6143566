package io.controlgraph.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which data directory a command works on. */
final class DataChoice {
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

  /** The directory chosen. */
  Path directory(Launcher launcher) {
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
      boolean allowUpdate,
      List<String> services) {
    return new Launcher.Request(
        directory(launcher),
        demo,
        reset,
        host,
        port,
        baseIri,
        allowUpdate,
        services,
        queries,
        false);
  }

  /** What to start, if a server is to be started for one command. */
  Launcher.Request brief(Launcher launcher) {
    return new Launcher.Request(
        directory(launcher), demo, reset, "127.0.0.1", 0, null, false, List.of(), queries, true);
  }

  /** Whether anything was chosen. */
  boolean isGiven() {
    return data != null || demo || reset || !queries.isEmpty();
  }

  /** Whether the directory is there; that of the demo is made when it is wanted. */
  boolean exists(Launcher launcher) {
    return demo || Files.isDirectory(directory(launcher));
  }

  /** Whether the choice only makes sense for a server that is still to be started. */
  boolean needsOwnServer() {
    return reset || !queries.isEmpty();
  }
}
