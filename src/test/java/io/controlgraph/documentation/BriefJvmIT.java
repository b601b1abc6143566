package io.controlgraph.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that answer and end run in a machine of their own, and leave it an archive. */
final class BriefJvmIT {
  private static final String TOOL =
      "java -jar '%s'".formatted(Path.of("target/controlgraph.jar").toAbsolutePath());
  private static final String QUERY = " query risk/matrix --demo";

  private final Path scratch;
  private final Map<String, String> environment;

  BriefJvmIT(@TempDir Path scratch) {
    this.scratch = scratch;
    this.environment = Map.of("XDG_CACHE_HOME", scratch.resolve("cache").toString());
  }

  @Test
  void theFirstAnswerLeavesAnArchiveOfClassesThatTheNextUses() throws Exception {
    ShellResult first = ShellResult.of(TOOL + QUERY, scratch, environment);
    assertEquals(0, first.exitCode(), first.err());
    assertEquals("", first.err());
    List<Path> archives = archives();
    assertEquals(1, archives.size(), archives.toString());
    Object made = Files.getLastModifiedTime(archives.get(0));

    assertEquals(first, ShellResult.of(TOOL + QUERY, scratch, environment));
    assertEquals(archives, archives());
    assertEquals(made, Files.getLastModifiedTime(archives.get(0)));
  }

  @Test
  void aMachineWithOptionsOfTheUsersOwnIsLeftAsItIs() throws Exception {
    ShellResult own =
        ShellResult.of(TOOL.replace("java", "java -Xmx1g") + QUERY, scratch, environment);
    assertEquals(0, own.exitCode(), own.err());
    assertEquals(List.of(), archives());
  }

  @Test
  void wordsAndExitCodePassThrough() throws Exception {
    ShellResult wrong = ShellResult.of(TOOL + " query 'no such' --demo", scratch, environment);
    assertEquals(2, wrong.exitCode());
    assertTrue(wrong.err().contains("'no such'"), wrong.err());
  }

  private List<Path> archives() throws IOException {
    try (Stream<Path> files = Files.list(scratch.resolve("cache/controlgraph"))) {
      return files.filter(file -> file.toString().contains("classes-")).toList();
    }
  }
}
