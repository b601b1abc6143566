package io.controlgraph.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.testing.OutsideProgram;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The modules of the page hold their types, and pass their own tests under Node. */
@Timeout(300)
final class WebModulesTest {
  private static final Path COPY = Path.of("target/web-modules");
  private static final Path OUTPUT = Path.of("target/web-modules.txt");
  private static final int MINUTES = 4;

  private static Path npm;

  /** In a copy, so that what npm fetches is not packaged. */
  @BeforeAll
  static void fetch() throws Exception {
    npm = OutsideProgram.command("npm", "npm");
    FileUtils.deleteDirectory(COPY.toFile());
    FileUtils.copyDirectory(
        Path.of("web").toFile(), COPY.toFile(), file -> !file.getName().equals("node_modules"));
    run("ci", "--no-audit", "--no-fund");
  }

  @Test
  void their_types_hold() throws Exception {
    run("run", "check");
  }

  @Test
  void their_own_tests_pass() throws Exception {
    String output = run("test");
    assertTrue(output.matches("(?s).*# pass [1-9][0-9]*\n.*"), output);
  }

  private static String run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(npm.toString()));
    command.addAll(List.of(arguments));
    File output = OUTPUT.toFile();
    Process process =
        new ProcessBuilder(command)
            .directory(COPY.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output)
            .start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("npm took too long: " + command);
    }
    String said = Files.readString(OUTPUT);
    assertEquals(0, process.exitValue(), said);
    return said;
  }
}
