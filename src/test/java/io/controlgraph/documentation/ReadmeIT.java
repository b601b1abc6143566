package io.controlgraph.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.testing.OutsideProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the README from top to bottom in one sitting: what it prints must be what it says. The
 * demo's effective day is fixed, so answers do not change with the calendar.
 */
final class ReadmeIT {
  private static final Path PROJECT = Path.of("").toAbsolutePath();

  /** Begins the addresses of servers that {@link FederationDemoIT} starts. */
  static final String OF_THE_FEDERATION = "http://127.0.0.1:7071/";

  private static final Pattern TOOL =
      Pattern.compile("java -jar target/controlgraph\\.jar ([a-z-]+)");

  /** Commands that a test of their own runs, since they do not end or run the tests themselves. */
  private static final List<String> ELSEWHERE =
      List.of(
          "mvn verify",
          "mvn -q compile exec:java",
          "mvn -q package",
          "java -jar target/controlgraph.jar federation-demo --port 7071");

  @Test
  void everyCommandPrintsWhatTheReadmeShows(@TempDir Path scratch) throws Exception {
    List<ConsoleBlock> commands =
        ConsoleBlock.in(Files.readString(PROJECT.resolve("README.md"))).stream()
            .filter(block -> !ELSEWHERE.contains(block.command()))
            .filter(block -> !block.command().contains(OF_THE_FEDERATION))
            .toList();
    assertFalse(commands.isEmpty(), "the README shows no command");
    layOut(scratch);
    Path python = OutsideProgram.python("SPARQLWrapper", "python3-sparqlwrapper");
    OutsideProgram.command("rapper", "raptor2-utils");
    Map<String, String> environment =
        Map.of("XDG_CACHE_HOME", scratch.resolve("cache").toString(), "COLUMNS", "120");
    try (ServedJar server =
        ServedJar.start(
            List.of("java", "-jar", "target/controlgraph.jar", "serve", "--demo", "--port", "0"),
            scratch,
            environment)) {
      for (ConsoleBlock block : commands) {
        ShellResult result =
            ShellResult.of(here(block.command(), server, python), scratch, environment);
        assertEquals(
            block.output().stripTrailing(),
            result.out().replace("\r\n", "\n").stripTrailing(),
            () -> "README.md:" + block.line() + ": " + block.command() + "\n" + result.err());
      }
    }
  }

  @Test
  void everyCommandOfTheToolIsShownByHelp(@TempDir Path scratch) throws Exception {
    layOut(scratch);
    ShellResult help =
        ShellResult.of("java -jar target/controlgraph.jar --help", scratch, Map.of());
    assertEquals(0, help.exitCode(), help.err());
    for (ConsoleBlock block : ConsoleBlock.in(Files.readString(PROJECT.resolve("README.md")))) {
      Matcher tool = TOOL.matcher(block.command());
      if (tool.find()) {
        String command = tool.group(1);
        assertTrue(help.out().contains("  " + command + " "), command + " is not in --help");
      }
    }
  }

  /** The README is read in a clone; a link gives the scratch folder the same paths. */
  static void layOut(Path scratch) throws IOException {
    for (String name : List.of("target", "ontology", "queries")) {
      Files.createSymbolicLink(scratch.resolve(name), PROJECT.resolve(name));
    }
  }

  private static String here(String command, ServedJar server, Path python) {
    return command
        .replace("http://127.0.0.1:7070/", server.address().toString())
        .replaceFirst("^python3 ", python + " ");
  }
}
