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

/** The script that starts the jar: what it passes on, and the archive of classes that it keeps. */
final class LauncherIT {
  private static final String TOOL = Path.of("target/controlgraph").toAbsolutePath().toString();

  private final Path scratch;
  private final Map<String, String> environment;

  LauncherIT(@TempDir Path scratch) {
    this.scratch = scratch;
    this.environment = Map.of("XDG_CACHE_HOME", scratch.resolve("cache").toString());
  }

  @Test
  void aQueryLeavesAnArchiveOfClassesThatTheNextOneUses() throws Exception {
    String query = TOOL + " query risk/matrix --demo";
    ShellResult first = ShellResult.of(query, scratch, environment);
    assertEquals(0, first.exitCode(), first.err());
    assertEquals("", first.err());
    List<Path> archives = archives();
    assertEquals(1, archives.size(), archives.toString());
    Object made = Files.getLastModifiedTime(archives.get(0));

    ShellResult second = ShellResult.of(query, scratch, environment);
    assertEquals(first, second);
    assertEquals(archives, archives());
    assertEquals(made, Files.getLastModifiedTime(archives.get(0)));
  }

  @Test
  void wordsAndExitCodePassThrough() throws Exception {
    ShellResult wrong = ShellResult.of(TOOL + " query 'no such' --demo", scratch, environment);
    assertEquals(2, wrong.exitCode());
    assertTrue(wrong.err().contains("'no such'"), wrong.err());
    assertEquals(List.of(), archives());
  }

  @Test
  void aLinkToItWorks() throws Exception {
    Path link = Files.createSymbolicLink(scratch.resolve("cg"), Path.of(TOOL));
    ShellResult version = ShellResult.of(link + " --version", scratch, environment);
    assertTrue(version.out().startsWith("controlgraph "), version.out() + version.err());
  }

  private List<Path> archives() throws IOException {
    Path cache = scratch.resolve("cache/controlgraph");
    if (!Files.isDirectory(cache)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(cache)) {
      return files.filter(file -> file.toString().contains("classes-")).toList();
    }
  }
}
