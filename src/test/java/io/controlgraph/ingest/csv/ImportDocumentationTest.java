package io.controlgraph.ingest.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ImportDocumentationTest {
  private static final Path COMMITTED = Path.of("src/docs/import.md");
  private static final Path MADE = Path.of("target/import.md");

  @Test
  void theCommittedPageIsTheOneMadeFromTheDefinition() throws IOException {
    String made = ImportDocumentation.of(Kinds.shipped());
    Files.createDirectories(MADE.toAbsolutePath().getParent());
    Files.writeString(MADE, made);
    String committed = Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "";
    assertEquals(made, committed, "copy " + MADE + " to " + COMMITTED);
  }
}
