package io.controlgraph.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.controlgraph.testing.Served;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
final class EditorTest {
  private static final String RISKS =
      """
      PREFIX cg: <https://w3id.org/controlgraph/ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      SELECT ?risk ?riskLabel { ?risk a cg:Risk ; rdfs:label ?riskLabel } ORDER BY ?riskLabel\
      """;
  private static final String ENDLESS =
      "SELECT (COUNT(*) AS ?n) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f . ?g ?s ?h }";
  private static final String WRONG = "SELECT * {\n  ?s ?p\n}";

  @RegisterExtension private static final Browsing browsing = new Browsing();
  private static Served served;

  @BeforeAll
  static void start() {
    served = browsing.hospital();
  }

  @Test
  void rowsLeadOnAndComeBackWithTheirQuery() {
    Page page = open(RISKS);
    page.getByRole(AriaRole.BUTTON, button("Run")).click();
    Locator first = page.locator("#answer tbody a").first();
    String name = first.innerText();
    assertThat(page.locator("#answer > [role=status]"))
        .hasText(Pattern.compile("\\d+ rows in .*m?s\\."));
    first.click();
    Browsing.settle(page);
    assertThat(page.locator("h1")).containsText(name);
    page.goBack();
    Browsing.settle(page);
    assertThat(page.locator(".CodeMirror-code")).containsText("cg:Risk");
    assertThat(page.locator("#answer tbody a").first()).hasText(name);
  }

  @Test
  void aMistakeIsMarkedWhereItIs() {
    Page page = open(WRONG);
    assertThat(page.locator("#code-state")).containsText("line 3, column 1");
    run(page);
    Locator problem = page.getByRole(AriaRole.ALERT);
    assertThat(problem).containsText("Line 3, column 1: “}” was not expected here.");
    assertThat(problem).containsText("a variable");
    assertThat(page.locator(".CodeMirror-code .wrong")).hasText("}");
    assertThat(textbox(page)).hasAttribute("aria-invalid", "true");
    page.getByRole(AriaRole.BUTTON, button("Go to the place")).click();
    assertThat(textbox(page)).isFocused();
    page.keyboard().type("?o ");
    assertThat(page.locator(".CodeMirror-code .wrong")).hasCount(0);
    assertThat(page.locator("#code-state")).hasText("");
    run(page);
    assertThat(page.locator("#answer tbody tr").first()).isVisible();
    browsing.forgetComplaints();
  }

  @Test
  void aQueryThatIsStoppedIsStoppedOnTheServerToo() throws Exception {
    Page page = open(ENDLESS);
    run(page);
    awaitRunning(1);
    page.getByRole(AriaRole.BUTTON, button("Stop")).click();
    assertThat(page.locator("#answer")).containsText("Stopped after");
    awaitRunning(0);
  }

  @Test
  void aQueryStopsWhenItsAuthorGoesElsewhere() throws Exception {
    Page page = open(ENDLESS);
    run(page);
    awaitRunning(1);
    page.locator("body").getByRole(AriaRole.LINK, link("Questions")).click();
    assertThat(page.locator("h1")).hasText("Questions");
    awaitRunning(0);
  }

  @Test
  void classesAreCompletedAndTheirPrefixDeclared() {
    Page page = open("SELECT * { ?r }");
    focusBefore(page, 1);
    page.keyboard().type("a cg:ris");
    Locator choices = page.getByRole(AriaRole.LISTBOX, named("Completions"));
    assertThat(choices.getByRole(AriaRole.OPTION).first()).containsText("cg:Risk");
    assertThat(choices.getByRole(AriaRole.OPTION).first()).containsText("What may happen");
    Browsing.assertSound(page);
    page.keyboard().press("Enter");
    assertThat(choices).hasCount(0);
    assertThat(page.locator(".CodeMirror-line").first())
        .hasText("PREFIX cg: <https://w3id.org/controlgraph/ns#>");
    assertThat(page.locator(".CodeMirror-line").nth(1)).hasText("SELECT * { ?r a cg:Risk}");
    page.keyboard().type(" ; dcterms:tit");
    assertThat(choices.getByRole(AriaRole.OPTION).first()).containsText("dcterms:title");
  }

  @Test
  void theKeyboardLeavesTheEditor() {
    Page page = open(RISKS);
    textbox(page).focus();
    page.keyboard().press("Tab");
    assertThat(textbox(page)).isFocused();
    page.keyboard().press("Escape");
    page.keyboard().press("Tab");
    assertThat(page.locator("#run")).isFocused();
    page.keyboard().press("Shift+Tab");
    assertThat(textbox(page)).isFocused();
    page.keyboard().press("Control+Enter");
    assertThat(page.locator("#answer tbody tr").first()).isVisible();
  }

  @Test
  void theAddressFollowsTheTextAndWhetherItWasRun() {
    Page page = open("ASK { }");
    run(page);
    assertThat(page.locator("#answer .figure")).hasText("Yes");
    assertThat(page).hasURL(Pattern.compile("query=ASK\\+%7B\\+%7D&run=1"));
    focusBefore(page, 1);
    page.keyboard().type("FILTER(false) ");
    assertThat(page).hasURL(Pattern.compile("query=ASK\\+%7B\\+FILTER%28false%29\\+%7D$"));
    page.reload();
    Browsing.settle(page);
    run(page);
    assertThat(page.locator("#answer .figure")).hasText("No");
  }

  @Test
  void triplesAreListedWithLinks() {
    Page page = open("CONSTRUCT { ?r a ?c } WHERE { ?r a ?c } ORDER BY ?r LIMIT 3");
    run(page);
    assertThat(page.locator("#answer > [role=status]")).containsText("3 triples");
    assertThat(page.locator("#answer tbody tr")).hasCount(3);
    assertThat(page.locator("#answer tbody tr").first().getByRole(AriaRole.LINK)).hasCount(4);
    assertThat(page.locator("#answer").getByRole(AriaRole.LINK, link("Turtle"))).isVisible();
  }

  @Test
  void triplesAreDrawnAndTheAddressSaysSo() {
    Page page =
        open(
            """
            PREFIX cg: <https://w3id.org/controlgraph/ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            CONSTRUCT { ?r a cg:Risk ; rdfs:label ?name ; cg:threatens ?asset }
            WHERE { ?r cg:threatens ?asset ; rdfs:label ?name } ORDER BY ?r LIMIT 2
            """);
    run(page);
    page.getByLabel("Graph", new Page.GetByLabelOptions().setExact(true)).check();
    assertThat(page).hasURL(Pattern.compile("&as=graph"));
    page.locator(".graph-canvas").focus();
    page.keyboard().press("Home");
    Locator chosen = page.locator(".triples-chosen");
    assertThat(chosen).containsText("Risk");
    page.keyboard().press("Enter");
    assertThat(chosen.getByRole(AriaRole.LINK, link("Its page"))).isFocused();
    Browsing.assertSound(page);
    Page other = browsing.open(URI.create(page.url()));
    assertThat(other.locator("#answer cg-graph")).isVisible();
  }

  @Test
  void aFileHasAllRows() throws IOException {
    Page page = open("SELECT ?n { VALUES ?n { 1 2 3 } }");
    run(page);
    assertThat(page.locator("#answer tbody tr")).hasCount(3);
    Download download =
        page.waitForDownload(
            () -> page.locator("#answer").getByRole(AriaRole.LINK, link("CSV")).click());
    assertEquals("answer.csv", download.suggestedFilename());
    assertEquals("n\r\n1\r\n2\r\n3\r\n", Files.readString(download.path()));
  }

  @Test
  void moreRowsThanAPageShowsAreNotRead() throws Exception {
    Page page = open("SELECT * { ?a ?p ?b . ?c ?q ?d }");
    run(page);
    assertThat(page.locator("#answer > [role=status]")).containsText("The first 10,000 rows");
    assertThat(page.locator("#answer .cut")).containsText("The downloads have all");
    awaitRunning(0);
  }

  @Test
  void aQuestionOfTheCatalogueIsABeginning() {
    Page page = browsing.open(served.at("/editor?org=hospital"));
    page.getByLabel("Filter the questions").fill("coverage of each framework");
    page.locator(".pick-list").getByRole(AriaRole.LINK, link("Coverage of each framework")).click();
    Browsing.settle(page);
    assertThat(page.locator(".CodeMirror-code")).containsText("# Coverage of each framework");
    assertThat(page.locator("#code-state")).hasText("");
    run(page);
    assertThat(page.locator("#answer tbody tr").first()).isVisible();
  }

  @Test
  void aQuestionIsOpenedInTheEditorWithItsArguments() {
    Page page = browsing.open(served.at("/?question=risk/high-not-treated&org=hospital"));
    page.locator("main").getByRole(AriaRole.LINK, link("Open in the editor")).click();
    Browsing.settle(page);
    assertThat(page.locator(".CodeMirror-code")).containsText("id/hospital");
  }

  @Test
  void queriesAreSavedAndDeleted() {
    Page page = open("ASK { }");
    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Mine");
    page.getByRole(AriaRole.BUTTON, button("Save")).click();
    assertThat(page.locator(".side")).containsText("Saved as Mine.");
    page.locator(".pick-list").getByRole(AriaRole.LINK).first().click();
    Browsing.settle(page);
    page.locator(".side").getByRole(AriaRole.LINK, link("Mine")).click();
    Browsing.settle(page);
    assertThat(page.locator(".CodeMirror-line").first()).hasText("ASK { }");
    page.getByRole(AriaRole.BUTTON, button("Delete Mine")).click();
    assertThat(page.locator(".kept")).hasCount(0);
  }

  @Test
  void nothingButWhatIsSavedIsKept() {
    Page page = open(RISKS);
    run(page);
    assertThat(page.locator("#answer tbody tr").first()).isVisible();
    assertEquals(0, page.evaluate("localStorage.length"));
  }

  @Test
  void anAnswerOfNamesAndNumbersIsDrawnAsBars() {
    Page page = browsing.open(served.at("/?question=coverage/by-kind&org=hospital"));
    page.locator("main").getByRole(AriaRole.LINK, link("Chart")).click();
    Browsing.settle(page);
    assertThat(page.locator(".bars tbody tr").first().locator("rect")).hasCount(1);
    assertTrue(page.url().contains("show=chart"), page.url());
    page.getByLabel("Measure").selectOption("cells");
    Browsing.settle(page);
    assertThat(page.locator(".bars thead")).containsText("Cells");
    Browsing.assertSound(page);
  }

  @ParameterizedTest
  @CsvSource({"360, DARK", "1440, LIGHT"})
  void itMeetsWcagAndFitsTheWidth(int width, ColorScheme scheme) {
    for (String query : List.of(RISKS, WRONG)) {
      String path = "/editor?run=1&query=" + Served.encode(query);
      Page page = browsing.open(served.at(path), width, scheme);
      assertThat(page.locator("#answer > p, #answer > .problem").first()).isVisible();
      if (query.equals(WRONG)) {
        browsing.forgetComplaints();
      }
      Browsing.assertSound(page);
      page.close();
    }
  }

  private static Page open(String query) {
    Page page = browsing.open(served.at("/editor?query=" + Served.encode(query)));
    assertThat(page.locator(".CodeMirror")).isVisible();
    return page;
  }

  private static void run(Page page) {
    page.getByRole(AriaRole.BUTTON, button("Run")).click();
  }

  private static Locator textbox(Page page) {
    return page.getByRole(AriaRole.TEXTBOX, named("Query in SPARQL"));
  }

  /** Puts the cursor so many letters before the end. */
  private static void focusBefore(Page page, int letters) {
    textbox(page).focus();
    page.keyboard().press("Control+End");
    for (int i = 0; i < letters; i++) {
      page.keyboard().press("ArrowLeft");
    }
  }

  private static void awaitRunning(int count) throws Exception {
    while (served.get("/api/v1/running").json().path("running").size() != count) {
      Thread.onSpinWait();
    }
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
}
