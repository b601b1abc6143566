package io.controlgraph.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's first command, in a copy of the sources and on a port of its own. */
final class TwoCommandsIT {
  private static final Path PROJECT = Path.of("").toAbsolutePath();
  private static final List<String> SOURCES =
      List.of("pom.xml", ".mvn", "ontology", "queries", "src/main", "web");

  @Test
  void compileAndExecServesTheDemo(@TempDir Path scratch) throws Exception {
    Path copy = scratch.resolve("copy");
    for (String source : SOURCES) {
      copy(PROJECT.resolve(source), copy.resolve(source));
    }
    Map<String, String> environment = Map.of("XDG_CACHE_HOME", scratch.resolve("cache").toString());
    List<String> command =
        List.of("mvn", "-q", "compile", "exec:java", "-Dexec.args=serve --demo --port 0");
    try (ServedJar server = ServedJar.start(command, copy, environment)) {
      URI ready = server.address().resolve("health/ready");
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(ready).build(), BodyHandlers.ofString());
      assertEquals(200, answer.statusCode());
      assertTrue(answer.body().contains("\"ready\""), answer.body());
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString()).normalize();
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
