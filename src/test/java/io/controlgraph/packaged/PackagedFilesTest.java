package io.controlgraph.packaged;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackagedFilesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "queries",
        "ontology/import",
        "ontology/examples",
        "web/app",
        "web/components",
        "web/pages"
      })
  void everyFileOfAFolderIsListed(String folder) throws IOException {
    List<String> onDisk;
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      onDisk = files.filter(Files::isRegularFile).map(Path::toString).sorted().toList();
    }
    assertEquals(onDisk, PackagedFiles.below(folder));
  }

  @Test
  void whatOnlyChecksThePageIsNotPackaged() {
    List<String> packaged = PackagedFiles.below("web");
    assertTrue(packaged.contains("web/index.html"), packaged.toString());
    assertEquals(
        List.of(),
        packaged.stream()
            .filter(each -> each.endsWith(".json") || each.startsWith("web/test/"))
            .toList());
  }

  @Test
  void aFileIsReadAsItIs() throws IOException {
    assertArrayEquals(
        Files.readAllBytes(Path.of("ontology/shapes.ttl")),
        PackagedFiles.bytes("ontology/shapes.ttl"));
  }

  @Test
  void whatIsMissingIsNamed() {
    FileNotFoundException missing =
        assertThrows(FileNotFoundException.class, () -> PackagedFiles.open("ontology/no.ttl"));
    assertEquals("ontology/no.ttl is missing from the program", missing.getMessage());
    UncheckedIOException folder =
        assertThrows(UncheckedIOException.class, () -> PackagedFiles.below("ontology/none"));
    assertTrue(String.valueOf(folder.getMessage()).contains("ontology/none/ is missing"));
  }
}
