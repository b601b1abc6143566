package io.controlgraph.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.testing.OutsideProgram;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar, made for Java 17, on a newer JDK. */
final class NewerJdkIT {

  @Test
  void theJarAnswersAQuestionOnANewerJdk(@TempDir Path scratch) throws Exception {
    Path java = OutsideProgram.newerJava();
    String command =
        "'%s' -jar '%s' query coverage/by-framework --demo --format csv"
            .formatted(java, Path.of("target/controlgraph.jar").toAbsolutePath());
    ShellResult result =
        ShellResult.of(
            command, scratch, Map.of("XDG_CACHE_HOME", scratch.resolve("cache").toString()));
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().contains("Riverside Hospital Group"), result.out());
    assertTrue(result.out().contains("ISO/IEC 27001:2022"), result.out());
  }
}
