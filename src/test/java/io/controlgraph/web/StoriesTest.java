package io.controlgraph.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
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

/** What people come to the page for, from the first click to the answer, on the samples. */
@Timeout(300)
final class StoriesTest {
  @RegisterExtension private static final Browsing browsing = new Browsing();
  private static Served served;

  @BeforeAll
  static void start() {
    served = browsing.samples();
  }

  @Test
  void a_lead_finds_the_uncovered_dataset_and_why() {
    Page page = open("/?org=bank");
    follow(page, "#findings", Pattern.compile("AI assets? ha(s|ve) no working control"));
    assertThat(page.locator("h1")).hasText("Targets that nothing effective covers");
    Locator dataset =
        page.locator("cg-table tbody tr")
            .filter(new Locator.FilterOptions().setHasText("Dataset"))
            .first()
            .locator("a")
            .first();
    String name = dataset.innerText();
    dataset.click();
    Browsing.settle(page);
    assertThat(page.locator("h1")).hasText(name);
    assertThat(page.locator("#cells")).containsText("0 of ");
    page.locator("#cells").getByRole(AriaRole.LINK, inside(" why: ")).first().click();
    Browsing.settle(page);
    assertThat(page.locator("h1")).containsText("at " + name);
    Locator drawing = page.getByRole(AriaRole.REGION, region("Steps of"));
    assertThat(drawing.locator(".lane-missing").first()).containsText("Missing: ");
    assertThat(drawing.locator(".lane-line.missing").first())
        .hasCSS("stroke-dasharray", "6px, 4px");
    assertThat(page.locator(".step.fails").first()).isVisible();
    assertThat(page.locator(".chain .lacking").first()).containsText("Missing: ");
  }

  @Test
  void an_auditor_traces_the_incident_of_the_bank_to_owner_and_evidence() {
    Page page = open("/?org=bank");
    page.locator("#views").getByRole(AriaRole.LINK, exactly("Trace")).click();
    Browsing.settle(page);
    follow(page, "#incidents", Pattern.compile("^Account takeovers while the second check"));
    Locator drawing = page.getByRole(AriaRole.REGION, region("Trace of"));
    assertThat(drawing).containsText("Findings");
    assertThat(drawing.locator(".lane-mark.failed").first()).containsText("failed");
    assertThat(drawing.locator(".lane-mark.absent").first()).containsText("absent");
    assertThat(drawing.locator(".lane-mark.detected").first()).containsText("detected");
    page.getByText("The same as a list").click();
    Locator list = page.locator(".as-list");
    assertThat(list).containsText("Chief Information Officer");
    assertThat(list).containsText("ICT control report, first half of 2025");
    list.getByRole(AriaRole.LINK, inside("ICT control report, first half of 2025")).click();
    Browsing.settle(page);
    assertThat(page.locator("h1")).hasText("ICT control report, first half of 2025");
    assertThat(page.locator("#provenance")).containsText("evidence.csv");
  }

  @Test
  void a_lead_sees_when_incidents_came_and_which() {
    Page page = open("/?org=bank");
    Locator periods = page.locator(".timeline li");
    assertThat(periods).hasCount(7);
    assertThat(periods.nth(1)).containsText("0 incidents in October 2025");
    assertThat(page.locator(".timeline figcaption")).containsText("4 incidents by month");
    follow(page, ".timeline", Pattern.compile("^1 incident in March 2026: 1 medium$"));
    assertThat(page.locator("h2")).hasText("Incidents of March 2026");
    assertThat(page.locator("#incidents li")).hasCount(1);
    follow(page, "main", Pattern.compile("^Incidents of any time$"));
    assertThat(page.locator("#incidents time"))
        .hasText(new String[] {"2026-03-17", "2026-01-15", "2025-11-28", "2025-09-11"});
  }

  @Test
  void an_auditor_files_a_statement_of_applicability_on_paper() {
    Page page = open("/framework?framework=iso27001-2022&org=hospital&show=applicability");
    assertThat(page.locator("cg-table tbody tr")).hasCount(50);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    page.evaluate("dispatchEvent(new Event('beforeprint'))");
    assertThat(page.locator("#printed"))
        .containsText(
            Pattern.compile("Riverside Hospital Group, as of 2026-03-31, revision \\d+\\."));
    assertThat(page.locator("#printed")).containsText(page.url());
    assertThat(page.locator("main")).containsText("Statement of Applicability");
    assertThat(page.locator("cg-table tbody tr")).hasCount(93);
    assertThat(page.locator("cg-table thead")).containsText("Justification");
    for (String clicked : List.of("#bar", "#views", ".tools", ".links", ".pager")) {
      assertThat(page.locator(clicked).locator("visible=true")).hasCount(0);
    }
    page.evaluate("dispatchEvent(new Event('afterprint'))");
    assertThat(page.locator("cg-table tbody tr")).hasCount(50);
  }

  @Test
  void a_trace_fits_on_paper_and_tells_what_is_folded_on_a_screen() {
    Page page = open(PageAddress.TRACE.path());
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    page.setViewportSize(700, 1000);
    Locator parts = page.locator(".lanes .on-paper");
    assertThat(parts).hasCount(4);
    assertThat(parts.first()).isVisible();
    assertThat(page.locator(".as-list").getByText("Chief Information Officer").first()).isVisible();
    assertEquals(List.of(), Browsing.sideways(page));
  }

  @Test
  void a_lead_compares_two_editions_and_takes_the_remediation_list_along() throws IOException {
    Page page =
        open("/framework?org=secvendor&framework=iso27001-2013&show=crosswalk&to=iso27001-2022");
    assertThat(page.locator(".lead")).containsText("Of 123 requirements of ISO/IEC 27001:2022");
    Locator list = page.locator("cg-table[label='Remediation list']");
    Download download =
        page.waitForDownload(() -> list.getByRole(AriaRole.BUTTON, inside("Download CSV")).click());
    assertEquals("remediation-iso27001-2022.csv", download.suggestedFilename());
    List<String> lines = Files.readAllLines(download.path());
    assertEquals("Id,Requirement,Risks that wait", lines.get(0));
    assertTrue(lines.size() > 10, lines.toString());
  }

  @Test
  void a_view_is_shared_by_its_address() {
    Page page = open("/framework?org=hospital");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Cells").setExact(true))
        .click();
    Browsing.settle(page);
    standings(page).selectOption("not-implemented");
    Browsing.settle(page);
    assertThat(page.locator("cg-table tbody tr")).hasCount(3);
    String address = page.url();
    Page other = browsing.open(URI.create(address));
    assertThat(other.locator("cg-table tbody tr")).hasCount(3);
    assertThat(other.locator("#org")).hasValue("hospital");
    assertThat(standings(other)).hasValue("not-implemented");
    page.reload();
    Browsing.settle(page);
    assertThat(page.locator("cg-table tbody tr")).hasCount(3);
    page.goBack();
    Browsing.settle(page);
    assertThat(standings(page)).hasValue("");
  }

  @Test
  void a_lead_sees_what_an_owner_who_leaves_leaves_behind() {
    Page page = open("/what-if?org=hospital");
    Locator person =
        page.locator("#points tbody tr")
            .filter(new Locator.FilterOptions().setHasText("Person"))
            .first();
    String name = person.locator("a").first().innerText();
    person.getByRole(AriaRole.LINK, inside("Without")).click();
    Browsing.settle(page);
    assertThat(page.locator("h1")).hasText("Without " + name);
    assertThat(page.locator("main .lead").first()).containsText("cells fall");
    assertThat(page.locator("#act")).isVisible();
    Locator fallen = page.locator("cg-table[label='Cells that fall'] tbody tr").first();
    assertThat(fallen.locator(".standing")).hasCount(2);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Put " + name + " back"))
        .click();
    Browsing.settle(page);
    assertThat(page.locator("h1")).hasText("What if");
  }

  @Test
  void the_page_goes_dark_and_fits_a_telephone() {
    Page page = browsing.open(served.at("/?org=hospital"), 360, ColorScheme.LIGHT);
    Object light = background(page);
    page.locator("#bar summary").click();
    page.getByLabel("Colours").selectOption("dark");
    assertTrue(!light.equals(background(page)), "the colours stayed");
    page.reload();
    Browsing.settle(page);
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    Browsing.assertSound(page);
  }

  @Test
  void a_control_is_found_although_its_name_is_misspelt() {
    Page page = open("/");
    page.keyboard().press("/");
    Locator search = page.locator("#bar").getByRole(AriaRole.COMBOBOX, inside("Search"));
    assertThat(search).isFocused();
    page.keyboard().type("acess controll");
    assertThat(page.locator("#bar [role=option]").first()).containsText("Access control");
    assertThat(page.locator("#bar [role=option]").first()).containsText("spelt alike");
    page.keyboard().press("Enter");
    Browsing.settle(page);
    assertThat(page.locator("h1")).hasText("Access control");
  }

  private static Locator standings(Page page) {
    return page.getByRole(
        AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(Pattern.compile("^Standing")));
  }

  private static Page open(String path) {
    return browsing.open(served.at(path));
  }

  private static void follow(Page page, String within, Pattern name) {
    page.locator(within)
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
        .first()
        .click();
    Browsing.settle(page);
  }

  private static Object background(Page page) {
    return page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
  }

  private static Locator.GetByRoleOptions exactly(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator.GetByRoleOptions inside(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }

  private static Page.GetByRoleOptions region(String beginning) {
    return new Page.GetByRoleOptions().setName(Pattern.compile("^" + beginning));
  }
}
