package io.controlgraph.ingest.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.controlgraph.ingest.SourceFile;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How cells name things of the organisation, and requirements. */
class ReferencesTest {
  private static final ImportLab LAB = new ImportLab();

  @BeforeAll
  static void fill() {
    LAB.good(
        ImportLab.organisation("acme"),
        SourceFile.of(
            "units.csv", "acme", "id,name\nU-1,Radiology\nU-2,Wards\nX,A unit\nu-1,Small\n"),
        SourceFile.of(
            "posts.csv",
            "acme",
            "id,name\nP-1,Ward manager\nP-2,Ward manager\nP-3,Head\nHead,Other\n"),
        SourceFile.of("assets.csv", "acme", "id,name,type\nX,An asset,model\nDS,Images,dataset\n"));
  }

  @AfterAll
  static void close() {
    LAB.close();
  }

  @Test
  void anIdOrALabelOfTheGraphWillDo() {
    assertEquals(List.of(), risk("threatens,owner", "Images|U-2,P-1"));
  }

  @Test
  void anExactIdComesBeforeEverythingElse() {
    assertEquals(List.of(), risk("threatens,owner", "u-1|U-1,Head"));
  }

  @Test
  void anIdInAnotherCaseWillDoIfItIsTheOnlyOne() {
    assertEquals(List.of(), risk("threatens,owner", "ds,p-1"));
  }

  @Test
  void aLabelOfTwoThingsIsAmbiguous() {
    assertEquals(
        List.of(
            "risks.csv, row 2, column owner: owner 'Ward manager': could be any of 2: P-1, P-2;"
                + " write one of these ids"),
        risk("threatens,owner", "DS,Ward manager"));
  }

  @Test
  void anIdOfTwoKindsIsAmbiguousUnlessItsKindIsWritten() {
    assertEquals(
        List.of(
            "risks.csv, row 2, column threatens: threatens 'X': could be any of 2 of different"
                + " kinds: assets/X, units/X; write one of these ids"),
        risk("threatens", "X"));
    assertEquals(List.of(), risk("threatens", "units/X"));
  }

  @Test
  void onlyTheKindsOfTheColumnCount() {
    assertEquals(
        List.of(
            "risks.csv, row 2, column threatens: threatens 'P-1': no such asset, unit or management"
                + " system; did you mean 'U-1'?"),
        risk("threatens", "P-1"));
  }

  @Test
  void anEmptyValueInAListIsAnError() {
    assertEquals(
        List.of(
            "risks.csv, row 2, column threatens: threatens '': a value is empty; one | stands"
                + " between two values"),
        risk("threatens", "DS|"));
  }

  @Test
  void aRequirementOfTheOnlyFrameworkNeedsItsIdOnly() {
    assertEquals(List.of(), policy("A.8.24|6.1.2|iso27001-2013/A.18.1.1"));
  }

  @Test
  void aRequirementThatIsUnknownNamesTheNearest() {
    assertEquals(
        List.of(
            "policies.csv, row 2, column requirements: requirements 'A.8.99': no such requirement"
                + " in iso27001-2022; did you mean 'A.8.9'?"),
        policy("A.8.99"));
    assertEquals(
        List.of(
            "policies.csv, row 2, column requirements: requirements 'A.18.1.1': no such requirement"
                + " in iso27001-2022; did you mean 'iso27001-2013/A.18.1.1'?"),
        policy("A.18.1.1"));
    assertEquals(
        List.of(
            "policies.csv, row 2, column requirements: requirements 'iso27001:2022/A.8.24': no such"
                + " framework as 'iso27001:2022'; did you mean 'iso27001-2022/A.8.24'?"),
        policy("iso27001:2022/A.8.24"));
  }

  @Test
  void aRequirementOfTwoOwnFrameworksIsAmbiguous() {
    List<String> errors =
        LAB.bad(
            SourceFile.of(
                "management-systems.csv",
                "acme",
                "id,name,framework\nISMS,Both,iso27001-2022|iso27001-2013\n"),
            SourceFile.of("policies.csv", "acme", "id,name,requirements\nPOL,Policy,4.1\n"));
    assertEquals(
        List.of(
            "policies.csv, row 2, column requirements: requirements '4.1': could be"
                + " iso27001-2013/4.1 or iso27001-2022/4.1; write one of these"),
        errors);
  }

  @Test
  void anOrganisationWithoutFrameworkWritesTheFramework() {
    List<String> errors =
        LAB.bad(
            SourceFile.of("organisations.csv", "bare", "id,name\nbare,Bare\n"),
            SourceFile.of("policies.csv", "bare", "id,name,requirements\nPOL,Policy,A.8.24\n"));
    assertEquals(
        List.of(
            "policies.csv, row 2, column requirements: requirements 'A.8.24': the organisation has"
                + " no framework yet; write framework/id, such as iso27001-2022/A.8.24"),
        errors);
  }

  @Test
  void aThemeIsNoRequirement() {
    assertEquals(1, policy("A.5").size());
  }

  private static List<String> risk(String columns, String cells) {
    return errors("risks.csv", "id,name," + columns + "\nR,Risk," + cells + "\n");
  }

  private static List<String> policy(String requirements) {
    return errors("policies.csv", "id,name,requirements\nPOL,Policy," + requirements + "\n");
  }

  private static List<String> errors(String file, String text) {
    return ImportLab.errors(
        LAB.run(ImportLab.OPTIONS.dry(), List.of(SourceFile.of(file, "acme", text))));
  }
}
