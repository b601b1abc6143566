package io.controlgraph.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.controlgraph.testing.Served;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class PageTest {
  private static final Path FIXTURE =
      Path.of("src/test/resources/queries/coverage/by-framework/finds.ttl");

  @RegisterExtension private static final Browsing browsing = new Browsing();
  private static Served served;

  @BeforeAll
  static void start(@TempDir Path data, @TempDir Path questions) throws IOException {
    served =
        Served.in(data, Served.Recipe.PLAIN.withQuestions(withRules(questions)))
            .with(Path.of("ontology/controlgraph.ttl"), "http://example.org/graph/ontology")
            .with(FIXTURE, "http://localhost:7070/graph/acme/assets");
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @Test
  void coverageIsShownAsSoManyOfSoMany() {
    Page page = open("/?org=acme");
    assertThat(page.locator("h1")).hasText("Acme");
    assertThat(page.locator(".card")).hasCount(1);
    assertThat(page.locator(".card")).containsText("Framework F");
    assertThat(page.locator(".card .figure")).hasText("1 of 4 cells effective");
    assertThat(page.locator(".card .ladder tbody tr")).hasCount(4);
    assertThat(page.locator(".card .below")).containsText("1 claimed on paper only");
    assertThat(page.locator("#day")).hasValue("2026-03-31");
    assertThat(page.locator("#revision")).hasText(Pattern.compile("Revision [1-9]"));
  }

  @Test
  void ofAllOrganisationsOneIsChosen() {
    Page page = open("/");
    Locator organisation = page.locator("#coverage tbody tr");
    assertThat(organisation).hasCount(1);
    assertThat(organisation).containsText("Acme");
    page.locator("#org").selectOption("acme");
    Browsing.settle(page);
    assertThat(page.locator("h1")).hasText("Acme");
    page.locator("#views").getByRole(AriaRole.LINK, link("Gaps")).click();
    Browsing.settle(page);
    assertThat(page.locator("#org")).hasValue("acme");
    page.goBack();
    Browsing.settle(page);
    page.goBack();
    Browsing.settle(page);
    assertThat(page.locator("h1")).hasText("All organisations");
  }

  @Test
  void brokenRulesComeFirstWithTheirSeverityInWords() {
    Page page = open("/gaps");
    Locator rules = page.getByRole(AriaRole.REGION, named("Rules")).locator("tbody tr");
    assertThat(rules.first()).containsText("high");
    Locator own =
        rules.filter(new Locator.FilterOptions().setHasText("Datasets without a test owner"));
    assertThat(own).containsText("high");
    own.getByRole(AriaRole.LINK, link("Datasets without a test owner")).click();
    Browsing.settle(page);
    assertThat(page.locator(".mend")).containsText("Name an owner.");
    assertThat(page.locator("main tbody tr")).hasCount(1);
    assertThat(page.locator("main tbody")).containsText("The dataset");
  }

  @Test
  void aQuestionIsAnsweredAndEveryRowLeadsOn() {
    Page page = open("/questions");
    page.locator("main").getByRole(AriaRole.LINK, link("Coverage of each requirement")).click();
    Browsing.settle(page);
    assertThat(page).hasTitle(Pattern.compile("Coverage of each requirement"));
    assertThat(page.locator("main tbody tr")).hasCount(4);
    page.locator("main tbody").getByRole(AriaRole.LINK, link("Second")).click();
    Browsing.settle(page);
    assertThat(page.locator("h1")).hasText("Second");
    assertThat(page.locator("main")).containsText("R2");
    page.goBack();
    Browsing.settle(page);
    assertThat(page.locator("h1")).hasText("Coverage of each requirement");
    page.goBack();
    Browsing.settle(page);
    assertThat(page.locator("h1")).hasText("Questions");
  }

  @Test
  void aTableIsSortedFilteredAndTakenAlong() throws IOException {
    Page page = open("/?question=coverage/by-requirement");
    Locator cells = page.locator("main tbody td:nth-child(4)");
    page.getByRole(AriaRole.BUTTON, button("Requirement id")).click();
    assertThat(page.locator("th[aria-sort=ascending]")).hasText(Pattern.compile("Requirement id"));
    assertEquals(List.of("R1", "R2", "R3", "R4"), cells.allInnerTexts());
    page.getByRole(AriaRole.BUTTON, button("Requirement id")).click();
    assertEquals(List.of("R4", "R3", "R2", "R1"), cells.allInnerTexts());
    Download download =
        page.waitForDownload(() -> page.getByRole(AriaRole.BUTTON, button("Download CSV")).click());
    List<String> lines = Files.readAllLines(download.path());
    assertTrue(
        lines.get(0).startsWith("Organisation,Framework,Requirement,Requirement id"), lines.get(0));
    assertTrue(lines.get(1).startsWith("Acme,Framework F,Fourth,R4"), lines.get(1));
  }

  @Test
  void aThingIsShownInBothDirectionsByTheNamesOfTheOntology() {
    Page page = open("/?thing=http://example.org/ds");
    assertThat(page.locator("h1")).hasText("The dataset");
    assertThat(page.locator("#relations + dl")).containsText("Accountable");
    assertThat(page.locator("#relations + dl")).containsText("Data officer");
    assertThat(page.locator("#referring dt").first()).isVisible();
    assertThat(page.locator("#provenance")).containsText("assets");
    assertThat(page.locator("#cells")).containsText("1 of 3 cells effective");
  }

  @Test
  void whatIsNextToAThingIsDrawnWhereThereIsRoomAndAskedForOnce() {
    Page page = open("/questions");
    List<String> asked = new ArrayList<>();
    page.onRequest(request -> asked.add(request.url()));
    page.navigate(served.at("/?thing=http://example.org/ds").toString());
    Browsing.settle(page);
    Locator drawing = page.getByRole(AriaRole.REGION, named("The dataset and what is next to it"));
    assertThat(drawing).containsText("Data officer");
    assertEquals(1, asked.stream().filter(url -> url.contains("/neighbours?")).count(), "asked");
    page.setViewportSize(360, 800);
    assertThat(drawing).isHidden();
    page.setViewportSize(1440, 800);
    page.getByRole(AriaRole.LINK, button("What is next to it")).click();
    Browsing.settle(page);
    assertThat(page.locator(".walk-panel h2")).hasText("The dataset");
  }

  @Test
  void aLinkWithoutANameToReadItBackwardsIsSaidInWords() {
    served.with(
        "<http://example.org/g> { <http://example.org/old>"
            + " <http://purl.org/dc/terms/isReplacedBy> <http://example.org/new> ."
            + " <http://example.org/new> <http://www.w3.org/2000/01/rdf-schema#label> 'New' }");
    Page page = open("/?thing=http://example.org/new");
    assertThat(page.locator("#referring dt")).containsText("Things whose ‘is replaced by’ is this");
  }

  @Test
  void organisationsAreAskedForAgainOnlyWhenTheGraphOrTheDayIsAnother() {
    Page page = open("/gaps");
    List<String> asked = new ArrayList<>();
    page.onRequest(
        request -> {
          if (request.url().contains("by=organisation")) {
            asked.add(request.url());
          }
        });
    visit(page, "Questions");
    visit(page, "Trace");
    assertEquals(List.of(), asked);
    served.with("<http://example.org/g> { <http://example.org/y> <http://example.org/p> 1 }");
    visit(page, "Questions");
    assertEquals(1, asked.size(), "another revision");
    page.locator("#day").fill("2026-03-30");
    page.locator("#day").blur();
    Browsing.settle(page);
    assertEquals(2, asked.size(), "another day");
    visit(page, "Trace");
    assertEquals(2, asked.size(), "the same");
  }

  @Test
  void theFormAsksAndItsAddressCanBeKept() {
    Page page = open("/?question=coverage/by-requirement");
    page.getByLabel("Framework").fill("Framework F");
    page.getByRole(AriaRole.BUTTON, button("Ask")).click();
    Browsing.settle(page);
    assertThat(page.locator("main tbody tr")).hasCount(4);
    String address = page.url();
    assertTrue(address.contains("framework=Framework+F"), address);
    Page again = browsing.open(URI.create(address));
    assertThat(again.getByLabel("Framework")).hasValue("Framework F");
    assertThat(again.locator("main tbody tr")).hasCount(4);
    Locator csv = again.locator("body").getByRole(AriaRole.LINK, link("CSV"));
    assertTrue(csv.getAttribute("href").contains("format=csv"), csv.getAttribute("href"));
  }

  @Test
  void aWrongArgumentIsExplained() {
    Page page = open("/?question=coverage/by-requirement&framework=nobody");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("nothing is called 'nobody'");
    browsing.forgetComplaints();
  }

  @Test
  void anEmptyAnswerSaysSo() {
    Page page = open("/?question=test/none");
    assertThat(page.locator("main .state")).containsText("Nothing to list on 2026-03-31");
  }

  @Test
  void anotherDayIsKeptFromPageToPage() {
    Page page = open("/?question=coverage/by-requirement");
    page.locator("#day").fill("2026-03-30");
    page.locator("#day").blur();
    Browsing.settle(page);
    assertThat(page.locator("#day")).hasValue("2026-03-30");
    assertThat(page.locator("h1")).hasText("Coverage of each requirement");
    page.locator("body").getByRole(AriaRole.LINK, link("Overview")).click();
    Browsing.settle(page);
    assertThat(page.locator("#day")).hasValue("2026-03-30");
  }

  @Test
  void theKeyboardReachesEverything() {
    Page page = open("/?question=coverage/by-requirement");
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("#main")).isFocused();
    Locator table = page.getByRole(AriaRole.REGION, named("Coverage of each requirement"));
    for (int i = 0; i < 20 && !isFocused(table); i++) {
      page.keyboard().press("Tab");
    }
    assertThat(table).isFocused();
    Locator link = table.locator("tbody a").first();
    for (int i = 0; i < 20 && !isFocused(link); i++) {
      page.keyboard().press("Tab");
    }
    assertThat(link).isFocused();
    page.keyboard().press("Enter");
    Browsing.settle(page);
    assertThat(page.locator("h1")).not().hasText("Coverage of each requirement");
  }

  @Test
  void whatTheGraphSaysIsNeverReadAsHtml() {
    served.with(
        "<http://example.org/g> { <http://example.org/x>"
            + " <http://www.w3.org/2000/01/rdf-schema#label> \"<img src=x onerror=alert(1)>\" }");
    Page page = open("/?thing=http://example.org/x");
    assertThat(page.locator("h1")).hasText("<img src=x onerror=alert(1)>");
    assertEquals(0, page.locator("main img").count());
  }

  private static Page open(String path) {
    return browsing.open(served.at(path));
  }

  private static void visit(Page page, String view) {
    page.locator("#views").getByRole(AriaRole.LINK, link(view)).click();
    assertThat(page.locator("h1")).hasText(view);
    Browsing.settle(page);
  }

  private static boolean isFocused(Locator locator) {
    return (Boolean) locator.evaluate("element => element === document.activeElement");
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Page.GetByRoleOptions button(String name) {
    return named(name).setExact(true);
  }

  private static Locator.GetByRoleOptions link(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Path withRules(Path folder) throws IOException {
    Path test = Files.createDirectories(folder.resolve("test"));
    Files.writeString(
        test.resolve("unowned.rq"),
        """
        #+ summary: Datasets without a test owner
        #+ question: Which datasets has nobody taken on?
        #+ description: A row is a dataset.
        #+ tags: [test]
        #+ columns: { dataset: iri, datasetLabel: string }
        #+ severity: high
        #+ mend: Name an owner.
        PREFIX cg: <https://w3id.org/controlgraph/ns#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        SELECT ?dataset ?datasetLabel WHERE { ?dataset a cg:Dataset ; rdfs:label ?datasetLabel }
        """);
    Files.writeString(
        test.resolve("none.rq"),
        """
        #+ summary: Nothing at all
        #+ question: What is nowhere?
        #+ tags: [test]
        #+ columns: { thing: iri }
        SELECT ?thing WHERE { ?thing <http://example.org/nowhere> 1 }
        """);
    return folder;
  }
}
