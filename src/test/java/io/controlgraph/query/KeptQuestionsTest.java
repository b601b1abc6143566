package io.controlgraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptQuestionsTest {
  private static final String FINE =
      "#+ summary: s\n#+ question: q\n#+ columns: { a: iri }\nSELECT ?a { ?a ?b ?c }";

  private final Path kept;
  private final Path folder;

  KeptQuestionsTest(@TempDir Path scratch) {
    this.kept = scratch.resolve("kept");
    this.folder = scratch.resolve("mine");
  }

  @BeforeEach
  void a_folder_of_ones_own() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("mine.rq"), FINE);
  }

  @Test
  void the_questions_are_found_again_as_they_were() {
    Catalogue first = Catalogue.load(List.of(folder), kept);
    Map<String, Question> found = read().orElseThrow();
    assertEquals(
        first.questions().stream().collect(Collectors.toMap(Question::name, one -> one)), found);
    assertTrue(found.containsKey("mine"));
    assertEquals(
        List.copyOf(first.questions()),
        List.copyOf(Catalogue.load(List.of(folder), kept).questions()));
  }

  @Test
  void other_texts_are_checked() throws IOException {
    Catalogue.load(List.of(folder), kept);
    Files.writeString(folder.resolve("mine.rq"), FINE.replace("?c }", "?c ?d }"));
    assertTrue(read().isEmpty());
    CatalogueException thrown =
        assertThrows(CatalogueException.class, () -> Catalogue.load(List.of(folder), kept));
    assertEquals(folder + "/mine.rq", thrown.faults().get(0).file());
  }

  @Test
  void faulty_ones_are_not_kept() throws IOException {
    Files.writeString(folder.resolve("mine.rq"), FINE.replace("columns", "colums"));
    assertThrows(CatalogueException.class, () -> Catalogue.load(List.of(folder), kept));
    assertFalse(Files.exists(kept));
  }

  @Test
  void a_damaged_file_is_passed_over_and_made_anew() throws IOException {
    Catalogue.load(List.of(folder), kept);
    byte[] bytes = Files.readAllBytes(kept);
    bytes[bytes.length / 2]++;
    Files.write(kept, bytes);
    assertTrue(read().isEmpty());
    assertTrue(Catalogue.load(List.of(folder), kept).find("mine").isPresent());
    assertTrue(read().isPresent());
  }

  @Test
  void a_folder_that_cannot_be_written_to_costs_no_more_than_the_time() {
    Path nowhere = kept.resolve("nowhere/kept");
    assertTrue(Catalogue.load(List.of(folder), nowhere).find("mine").isPresent());
  }

  private Optional<Map<String, Question>> read() {
    return new KeptQuestions(kept).read(QueryFolders.read(List.of(folder)));
  }
}
