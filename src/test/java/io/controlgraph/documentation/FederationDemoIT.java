package io.controlgraph.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the demo of a federation, and asks it what the README asks. */
final class FederationDemoIT {

  @Test
  void the_federation_answers_as_the_readme_shows(@TempDir Path scratch) throws Exception {
    ReadmeIT.layOut(scratch);
    List<ConsoleBlock> commands =
        ConsoleBlock.in(Files.readString(Path.of("README.md"))).stream()
            .filter(block -> block.command().contains(ReadmeIT.OF_THE_FEDERATION))
            .toList();
    assertFalse(commands.isEmpty(), "the README asks no federation");
    Map<String, String> environment =
        Map.of("XDG_CACHE_HOME", scratch.resolve("cache").toString(), "COLUMNS", "120");
    List<String> demo =
        List.of("java", "-jar", "target/controlgraph.jar", "federation-demo", "--port", "0");
    try (ServedJar hub = ServedJar.start(demo, scratch, environment, 4)) {
      for (ConsoleBlock block : commands) {
        ShellResult result =
            ShellResult.of(
                block.command().replace(ReadmeIT.OF_THE_FEDERATION, hub.address().toString()),
                scratch,
                environment);
        assertEquals(
            block.output().stripTrailing(),
            result.out().replace("\r\n", "\n").stripTrailing(),
            () -> "README.md:" + block.line() + ": " + block.command() + "\n" + result.err());
      }
    }
  }
}
