package io.controlgraph.ingest.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.ingest.ImportOutcome;
import io.controlgraph.ingest.ImportReport.FileReport;
import io.controlgraph.ingest.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewOrganisationTest {
  private final NewOrganisation maker = new NewOrganisation(Kinds.shipped());

  @ParameterizedTest
  @CsvSource({"iso27001-2022,93", "iso27001-2013,114", "iso42001-2023,38"})
  void theFolderListsEveryControlAndIsImportedAsItIs(
      String framework, int controls, @TempDir Path parent) throws IOException {
    Path folder = parent.resolve("harbour-clinic");
    NewOrganisation.Outcome.Made made =
        assertInstanceOf(
            NewOrganisation.Outcome.Made.class,
            maker.make("Harbour Clinic, \"East\"", framework, folder));
    assertEquals("harbour-clinic", made.organisation());
    assertEquals(Kinds.shipped().all().size(), made.files().size());
    List<String> statement = Files.readAllLines(folder.resolve("statement-of-applicability.csv"));
    assertEquals(controls + 1, statement.size());
    assertEquals(controls, new HashSet<>(statement.subList(1, statement.size())).size());
    try (ImportLab lab = new ImportLab()) {
      ImportOutcome outcome =
          lab.run(ImportLab.OPTIONS, SourceFile.at(List.of(folder), null, null));
      assertEquals(List.of(), ImportLab.errors(outcome));
      assertEquals(
          List.of("management-systems", "organisations", "soa-versions"),
          outcome.report().files().stream()
              .filter(file -> file.added() > 0)
              .map(FileReport::kind)
              .toList());
      assertEquals(
          controls, outcome.report().files().stream().mapToLong(FileReport::leftOut).sum());
    }
  }

  @Test
  void controlsStandInTheOrderInWhichTheyArePublished() {
    List<String> ids =
        FrameworkSheet.controls("iso27001-2022").stream()
            .map(FrameworkSheet.Control::id)
            .limit(11)
            .toList();
    assertEquals(
        List.of(
            "A.5.1", "A.5.2", "A.5.3", "A.5.4", "A.5.5", "A.5.6", "A.5.7", "A.5.8", "A.5.9",
            "A.5.10", "A.5.11"),
        ids);
  }

  @Test
  void everyFrameworkShippedCanBeChosen() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("ontology/frameworks"))) {
      assertEquals(
          Set.copyOf(FrameworkSheet.SHIPPED),
          new HashSet<>(
              files.map(file -> file.getFileName().toString().replace(".ttl", "")).toList()));
    }
  }

  @Test
  void whatIsThereIsNeverOverwritten(@TempDir Path parent) throws IOException {
    Path folder = Files.createDirectory(parent.resolve("acme"));
    Files.writeString(folder.resolve("notes.txt"), "mine");
    refused("is there already, and not empty", "Acme", "iso27001-2022", folder);
    refused(
        "is there already, and not empty", "Acme", "iso27001-2022", folder.resolve("notes.txt"));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void whatCannotWorkIsRefused(@TempDir Path parent) throws IOException {
    Path folder = parent.resolve("acme");
    refused("no such framework; expected one of", "Acme", "../shapes", folder);
    refused("an organisation needs a name in one line", " ", "iso27001-2022", folder);
    refused(
        "cannot be one; take 'acme-gmbh'",
        "Acme GmbH",
        "iso27001-2022",
        parent.resolve("Acme GmbH"));
    assertTrue(Files.notExists(folder));
  }

  private void refused(String reason, String name, String framework, Path folder)
      throws IOException {
    NewOrganisation.Outcome.Refused refused =
        assertInstanceOf(
            NewOrganisation.Outcome.Refused.class, maker.make(name, framework, folder));
    assertTrue(refused.reason().contains(reason), refused.reason());
  }
}
