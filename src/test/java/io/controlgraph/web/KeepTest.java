package io.controlgraph.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.controlgraph.ingest.ImportOptions;
import io.controlgraph.ingest.Progress;
import io.controlgraph.ingest.SourceFile;
import io.controlgraph.ingest.csv.CsvImporter;
import io.controlgraph.ingest.reference.ReferenceData;
import io.controlgraph.testing.Served;
import io.controlgraph.testing.ServedHospital;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registers are brought in through the page, and the history says what they changed. */
@Timeout(120)
final class KeepTest {
  /** Requirements that the hospital has nothing for yet where they are expected; with mistakes. */
  private static final String IMPLEMENTATIONS =
      """
      Id;Name;requirements;targets;State;accountable;since
      IMP-900;Change drills;iso27001-2022/6.3;ISMS;implmented;POST-CSIO;2025-01-31
      IMP-901;"Labels; on each text";A.5.12;DS-ASK-KB;implemented;POST-CISO;31.01.2025
      """;

  @RegisterExtension private static final Browsing browsing = new Browsing();
  private static Served served;

  @BeforeAll
  static void start(@TempDir Path data) throws IOException {
    served =
        ServedHospital.in(
            data,
            Served.Recipe.PLAIN
                .withShapes(ReferenceData.shapes())
                .withImporter(store -> new CsvImporter(store, Clock.systemUTC())));
    String units =
        """
        id,name,partOf,description
        U-RAD,Radiology,U-CLIN,Reads all images.
        U-901,Archive,U-RAD,
        """;
    new CsvImporter(served.store(), Clock.systemUTC())
        .run(
            List.of(SourceFile.of("units.csv", "hospital", units)),
            ImportOptions.of("Grace", "Open the archive"),
            Progress.NONE);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @Test
  void mistakesAreMendedAtTheirCellsTheImportCommittedAndTakenBack() throws IOException {
    long before = served.store().revision().number();
    Page page = open("/import?org=hospital", 1440, ColorScheme.LIGHT);
    choose(page, "implementations 2026.csv", IMPLEMENTATIONS);
    Locator file = page.getByRole(AriaRole.ARTICLE, article("implementations 2026.csv"));
    assertThat(file.getByLabel("Kind")).hasValue("implementations");
    assertThat(page.locator("#whose")).hasValue("hospital");

    assertThat(page.locator(".obstacles")).containsText("Match the columns");
    file.getByLabel("What State of implementations 2026.csv is").selectOption("status");
    assertThat(page.locator(".obstacles")).hasCount(0);
    page.getByLabel("Secret of this server").fill(served.secret());
    page.getByRole(AriaRole.BUTTON, button("Use it")).click();
    assertThat(page.locator(".secret-known")).isVisible();
    assertFalse(page.url().contains(served.secret()));

    page.locator("#check").click();
    assertThat(page.locator("#verdict")).containsText("3 errors.");
    assertThat(page.locator("#verdict")).isFocused();
    assertEquals(before, served.store().revision().number(), "a check writes nothing");
    Locator status = page.getByLabel("status, row 2");
    assertThat(status).hasValue("implmented");
    assertThat(status).hasAttribute("aria-invalid", "true");
    assertThat(status).hasAccessibleDescription(Pattern.compile("did you mean 'implemented'"));
    assertThat(page.getByLabel("accountable, row 2")).hasValue("POST-CSIO");
    assertThat(page.getByLabel("since, row 3"))
        .hasAccessibleDescription(Pattern.compile("31\\.01\\.2025.*Holds: date, such as"));
    assertThat(page.locator(".grid td.wrong")).hasCount(3);
    Browsing.assertSound(page);

    page.getByRole(AriaRole.BUTTON, button("Use implemented")).click();
    assertThat(status).hasValue("implemented");
    assertThat(page.locator(".stale")).isVisible();
    status.focus();
    status.press("Enter");
    assertThat(page.getByLabel("accountable, row 2")).isFocused();
    page.keyboard().press("Control+A");
    page.keyboard().type("POST-CISO");
    page.keyboard().press("Enter");
    assertThat(page.getByLabel("since, row 3")).isFocused();
    page.keyboard().press("Control+A");
    page.keyboard().type("2025-01-31");
    page.keyboard().press("Enter");
    assertThat(page.locator(".grid td.mended")).hasCount(3);
    assertEquals(
        """
        id;name;requirements;targets;status;accountable;since
        IMP-900;Change drills;iso27001-2022/6.3;ISMS;implemented;POST-CISO;2025-01-31
        IMP-901;"Labels; on each text";A.5.12;DS-ASK-KB;implemented;POST-CISO;2025-01-31
        """,
        saved(page, file));

    page.locator("#check").click();
    assertThat(page.locator("#verdict")).containsText("No errors.");
    Locator change = page.locator(".change.new").filter(having("Change drills"));
    assertThat(change).containsText("hospital/implementations/IMP-900");
    assertThat(change).containsText("Chief Information Security Officer");

    page.getByLabel("Who imports").fill("Ada");
    page.getByLabel("Why, in a line").fill("Add the drills");
    page.getByRole(AriaRole.BUTTON, button("Commit")).click();
    assertThat(page.locator("#outcome")).hasText("Imported");
    assertThat(page.locator("#outcome")).isFocused();
    assertEquals(before + 1, served.store().revision().number());
    assertThat(page.locator("#revision")).hasText("Revision " + (before + 1));
    Locator moved = page.locator(".moves tbody tr").filter(having("27001:2022"));
    assertThat(moved).containsText(Pattern.compile("\\d+ → to\\s+\\d+\\s+\\+2"));
    Browsing.assertSound(page);

    page.getByRole(AriaRole.BUTTON, button("Go back: take this import back")).click();
    assertThat(page.getByLabel("Who takes it back")).hasValue("Ada");
    page.getByRole(AriaRole.BUTTON, button("Take it back")).click();
    assertThat(page.locator(".undo-done")).containsText("does the opposite");
    assertThat(page.locator("#outcome")).hasText("Taken back");
    assertThat(page.locator(".moves .by")).hasCount(0);
    assertEquals(before + 2, served.store().revision().number());
    assertThat(page.locator("#revision")).hasText("Revision " + (before + 2));

    page.getByRole(AriaRole.LINK, link("revision " + (before + 1))).click();
    Browsing.settle(page);
    assertThat(page.locator("h1")).hasText("Add the drills");
    assertThat(page.locator(".lead")).containsText("by Ada");
    Locator drills = page.locator(".change.new").filter(having("Change drills"));
    assertThat(drills).containsText("Accountable");
    assertThat(drills.getByText("Chief Information Security Officer")).isVisible();
    page.getByRole(AriaRole.LINK, link("Revision " + (before + 2))).click();
    Browsing.settle(page);
    assertThat(page.locator(".change.gone")).hasCount(2);
    assertThat(page.locator(".change.gone").first()).containsText("Taken away");
    page.goBack();
    Browsing.settle(page);
    assertThat(page.locator("h1")).hasText("Add the drills");
  }

  @Test
  void aRevisionThatAnotherHasChangedStaysAndThePageSaysSo() {
    Page page = open("/history?revision=1", 1440, ColorScheme.LIGHT);
    assertThat(page.locator(".change")).not().hasCount(0);
    assertThat(page.locator(".rest")).containsText("These are the first 500 facts");
    page.evaluate("secret => sessionStorage.setItem('write-secret', secret)", served.secret());
    page.getByRole(AriaRole.BUTTON, button("Take this revision back")).click();
    page.getByLabel("Who takes it back").fill("Ada");
    page.getByRole(AriaRole.BUTTON, button("Take it back")).click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("reference data");
    browsing.forgetComplaints();
  }

  @Test
  void whatChangedIsSaidAsWhatWasAndWhatIs() {
    Page page = open("/history?revision=3", 1440, ColorScheme.LIGHT);
    assertThat(page.locator("h1")).hasText("Open the archive");
    Locator radiology = page.locator(".change.changed").filter(having("Radiology"));
    assertThat(radiology.locator("del")).containsText("Reads and reports all imaging");
    assertThat(radiology.locator("ins")).hasText("is now Reads all images.");
    Locator archive = page.locator(".change.new");
    assertThat(archive).containsText("Archive");
    assertThat(archive.getByText("Radiology")).isVisible();
  }

  @Test
  void theHistoryIsPagedAndLeadsOn() {
    Page page = open("/history", 1440, ColorScheme.LIGHT);
    Locator first = page.locator(".revisions tbody tr").last();
    assertThat(first).containsText("Bring the reference data up to date");
    page.getByRole(AriaRole.LINK, link("Import the hospital")).click();
    Browsing.settle(page);
    assertThat(page).hasURL(Pattern.compile("revision=2"));
    assertThat(page.locator("#facts .hint").last()).containsText("file and row");
    Page older = open("/history?from=1", 1440, ColorScheme.LIGHT);
    assertThat(older.locator(".revisions tbody tr")).hasCount(1);
    older.getByRole(AriaRole.LINK, link("Newer")).click();
    Browsing.settle(older);
    assertThat(older.locator(".revisions tbody tr").last()).containsText("1");
    assertThat(older.getByText("Import the hospital")).isVisible();
  }

  @Test
  void aWrongSecretIsAskedForAgain() {
    Page page = open("/import?org=hospital", 1440, ColorScheme.LIGHT);
    choose(page, "units.csv", "id,name\nU-900,Library\n");
    page.getByLabel("Secret of this server").fill("not-the-secret-of-it");
    page.getByRole(AriaRole.BUTTON, button("Use it")).click();
    page.locator("#check").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Wrong secret");
    assertThat(page.getByLabel("Secret of this server")).isVisible();
    browsing.forgetComplaints();
  }

  @ParameterizedTest
  @CsvSource({"360, DARK", "1440, LIGHT"})
  void thePagesAreAccessibleAndDoNotScrollSideways(int width, ColorScheme scheme) {
    Page page = open("/import?org=hospital", width, scheme);
    page.evaluate("secret => sessionStorage.setItem('write-secret', secret)", served.secret());
    choose(page, "risks.csv", "id,name,owner,colour\nRSK-900,,POST-CSIO,red\n,Flood,POST-CISO\n");
    page.getByLabel("What colour of risks.csv is").selectOption("");
    page.locator(".templates summary").click();
    page.locator("#check").click();
    assertThat(page.locator("#verdict")).containsText("errors.");
    Browsing.assertSound(page);
  }

  private static void choose(Page page, String name, String text) {
    page.locator("#files")
        .setInputFiles(new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8)));
    assertThat(page.getByRole(AriaRole.ARTICLE, article(name))).isVisible();
  }

  /** The file as the page gives it to who downloads it. */
  private static String saved(Page page, Locator file) throws IOException {
    Download download =
        page.waitForDownload(() -> file.getByText("Download as changed here").click());
    assertTrue(download.suggestedFilename().endsWith(".csv"), download.suggestedFilename());
    return Files.readString(download.path());
  }

  private static Page open(String path, int width, ColorScheme scheme) {
    URI address = served.at(path);
    return browsing.open(address, width, scheme);
  }

  private static Page.GetByRoleOptions button(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByRoleOptions article(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Page.GetByRoleOptions link(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
