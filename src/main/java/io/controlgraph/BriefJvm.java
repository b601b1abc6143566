package io.controlgraph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Runs a command that answers and ends in a Java virtual machine made for that: one that compiles
 * quickly rather than well, and finds its classes in an archive that the first such command left.
 * Neither can be asked for in a jar, and both together halve the time to an answer.
 */
final class BriefJvm {
  private static final Set<String> COMMANDS =
      Set.of("query", "queries", "coverage", "check", "history");

  /** Messages of the machine itself do not belong in an answer. */
  private static final List<String> OPTIONS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xlog:disable",
          "-Xlog:all=error:stderr",
          "-D" + BriefJvm.class.getName() + "=true");

  private static final String ARCHIVE = "classes-";

  private BriefJvm() {}

  /**
   * Runs the command, unless it is better run here: because it is none of the brief ones, because
   * this machine is the one made for it, or because it was started in a way of the user's own, such
   * as with options.
   *
   * @param arguments the words after the program's name
   * @return the exit code, or nothing if the command was not run
   */
  static OptionalInt run(String[] arguments) {
    if (arguments.length == 0
        || !COMMANDS.contains(arguments[0])
        || Boolean.getBoolean(BriefJvm.class.getName())) {
      return OptionalInt.empty();
    }
    ProcessHandle.Info self = ProcessHandle.current().info();
    String[] words = self.arguments().orElse(new String[0]);
    boolean plain = words.length == arguments.length + 2 && words[0].equals("-jar");
    if (self.command().isEmpty() || !plain) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(run(self.command().get(), Path.of(words[1]), List.of(words)));
    } catch (IOException e) {
      return OptionalInt.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalInt.empty();
    }
  }

  private static int run(String java, Path jar, List<String> words)
      throws IOException, InterruptedException {
    Path archive = archive(jar);
    boolean archived = Files.isReadable(archive);
    Path fresh =
        archive.resolveSibling(archive.getFileName() + "." + ProcessHandle.current().pid());
    List<String> command = new ArrayList<>(List.of(java));
    command.addAll(OPTIONS);
    if (archived) {
      command.add("-XX:SharedArchiveFile=" + archive);
    } else if (canWrite(archive)) {
      command.add("-XX:ArchiveClassesAtExit=" + fresh);
    }
    command.addAll(words);
    Process process = new ProcessBuilder(command).inheritIO().start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end the command"));
    int code = process.waitFor();
    if (Files.exists(fresh)) {
      keep(fresh, archive);
    }
    return code;
  }

  /** An archive serves one build of one JDK and one state of the jar. */
  private static Path archive(Path jar) throws IOException {
    String key =
        System.getProperty("java.vm.version")
            + Files.getLastModifiedTime(jar).toMillis()
            + Files.size(jar)
            + jar.toAbsolutePath();
    return CacheDirectory.path().resolve(ARCHIVE + Integer.toHexString(key.hashCode()) + ".jsa");
  }

  private static boolean canWrite(Path archive) {
    try {
      Files.createDirectories(archive.getParent());
      return Files.isWritable(archive.getParent());
    } catch (IOException e) {
      return false;
    }
  }

  /** The archive is complete, so it takes its place, and those of other states go. */
  private static void keep(Path fresh, Path archive) {
    try (DirectoryStream<Path> old =
        Files.newDirectoryStream(archive.getParent(), ARCHIVE + "*.jsa")) {
      for (Path other : old) {
        Files.deleteIfExists(other);
      }
      Files.move(fresh, archive, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
