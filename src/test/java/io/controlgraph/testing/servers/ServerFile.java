package io.controlgraph.testing.servers;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds the files that servers are run from. The build copies them to {@code target/servers}; they
 * are not on the class path, since they bring other versions of libraries that are.
 */
enum ServerFile {
  FUSEKI("fuseki.jar"),
  RDF4J("rdf4j-server.war"),
  JETTY("jetty-runner.jar");

  /** Names another folder that has them. */
  static final String FOLDER_PROPERTY = "controlgraph.servers";

  private final String fileName;

  ServerFile(String fileName) {
    this.fileName = fileName;
  }

  /** Where it is. */
  Path path() {
    Path file = Path.of(System.getProperty(FOLDER_PROPERTY, "target/servers"), fileName);
    if (!Files.isRegularFile(file)) {
      return fail(
          "%s is missing. Run `mvn process-test-resources`, which copies it to target/servers, or name a folder that has it with -D%s"
              .formatted(file.toAbsolutePath(), FOLDER_PROPERTY));
    }
    return file.toAbsolutePath();
  }
}
