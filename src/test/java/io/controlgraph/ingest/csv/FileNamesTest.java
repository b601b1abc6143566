package io.controlgraph.ingest.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.controlgraph.ingest.ImportReport.PassedOver;
import io.controlgraph.ingest.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileNamesTest {

  @Test
  void theNameSaysTheKindInAnyCase() {
    assertEquals(List.of("risks"), kinds(named("Risks.CSV", "acme", null)));
  }

  @Test
  void theKindMayBeSaidOtherwise() {
    assertEquals(List.of("risks"), kinds(named("register 2026.txt", "acme", "risks")));
  }

  @Test
  void aNameThatIsNoKindIsAProblemWithTheNearest() {
    assertEquals(
        List.of("riks.csv: 'riks': no such kind of file; did you mean 'risks'?"),
        problems(named("riks.csv", "acme", null)));
    assertEquals(
        List.of("risks.xlsx: is no .csv file; did you mean 'risks.csv'?"),
        problems(named("risks.xlsx", "acme", null)));
    assertEquals(
        List.of("a.csv: 'riskz': no such kind of file; did you mean 'risks'?"),
        problems(named("a.csv", "acme", "riskz")));
  }

  @Test
  void otherAndHiddenFilesArePassedOverAndNamed() {
    FileNames.Assigned assigned =
        assign(
            named("risks.csv", "acme", null),
            named("README.md", "acme", null),
            named(".DS_Store", "acme", null),
            named("~$risks.csv", "acme", null));
    assertEquals(
        List.of(
            new PassedOver("README.md", "is no .csv file"),
            new PassedOver(".DS_Store", "is a hidden file"),
            new PassedOver("~$risks.csv", "is a hidden file")),
        assigned.passedOver());
    assertEquals(List.of(), assigned.problems());
  }

  @Test
  void anImportOfNothingIsAProblem() {
    assertEquals(List.of(": there is no file to import"), problems());
    assertEquals(
        List.of(": there is no file to import"), problems(named("README.md", "acme", null)));
  }

  @Test
  void anOrganisationIsNeededAndIsAnId() {
    assertEquals(
        List.of("risks.csv: nothing says whose data it holds; name the organisation"),
        problems(named("risks.csv", null, null)));
    assertEquals(
        List.of("risks.csv: 'My Org' cannot be an organisation: " + Ids.RULE),
        problems(named("risks.csv", "My Org", null)));
  }

  @Test
  void severalOrganisationsAreToldApart() {
    assertEquals(
        List.of("acme/risks.csv", "bank/risks.csv"),
        assign(named("risks.csv", "acme", null), named("risks.csv", "bank", null))
            .sources()
            .stream()
            .map(Source::name)
            .toList());
  }

  @Test
  void aFolderGivesItsFilesAndItsName(@TempDir Path folder) throws IOException {
    Path acme = Files.createDirectory(folder.resolve("acme"));
    Files.writeString(acme.resolve("risks.csv"), "id\n");
    Files.writeString(acme.resolve(".hidden"), "");
    List<SourceFile> found = SourceFile.at(List.of(acme), null, null);
    assertEquals(
        List.of(".hidden acme", "risks.csv acme"),
        found.stream().map(file -> file.name() + " " + file.organisation()).toList());
    SourceFile single = SourceFile.at(List.of(acme.resolve("risks.csv")), "bank", null).get(0);
    assertEquals("bank", single.organisation());
    assertThrows(
        NoSuchFileException.class,
        () -> SourceFile.at(List.of(acme.resolve("missing.csv")), null, null));
  }

  private static List<String> kinds(SourceFile... files) {
    return assign(files).sources().stream().map(source -> source.kind().name()).toList();
  }

  private static List<String> problems(SourceFile... files) {
    return assign(files).problems().stream().map(p -> p.file() + ": " + p.reason()).toList();
  }

  private static FileNames.Assigned assign(SourceFile... files) {
    return FileNames.assign(List.of(files), Kinds.shipped());
  }

  private static SourceFile named(
      String name, @Nullable String organisation, @Nullable String kind) {
    return new SourceFile(name, organisation, kind, () -> new ByteArrayInputStream(new byte[0]));
  }
}
