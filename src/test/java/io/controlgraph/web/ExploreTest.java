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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A walk through the graph of the hospital, with the keyboard, by links and by lists. */
@Timeout(180)
final class ExploreTest {
  private static final String INCIDENT = "http://localhost:7070/id/hospital/incidents/INC-2025-02";
  private static final String INCIDENT_LABEL =
      "Stolen credentials used to try a bulk export of patient images";
  private static final String FINDING = "A.8.24 contained in Stolen credentials";
  private static final String FROM_INCIDENT =
      "/explore?node=" + INCIDENT + "&expand=0+cg:incident+in&expand=0+cg:affects+out";
  private static final String IDS =
      "() => document.querySelector('cg-graph').graph.nodes.map(each => each.id).sort()";

  @RegisterExtension private static final Browsing browsing = new Browsing();
  private static Served served;

  @BeforeAll
  static void start() {
    served = browsing.hospital();
  }

  @Test
  void withoutAThingItOffersSomeToBeginWith() {
    Page page = open("/explore");
    page.locator("#incidents").getByRole(AriaRole.LINK, link(INCIDENT_LABEL)).click();
    Browsing.settle(page);
    assertThat(page.locator(".walk-panel h2")).hasText(INCIDENT_LABEL);
    page.goBack();
    Browsing.settle(page);
    Locator search = page.locator("main").getByLabel("Begin with");
    search.fill("INC-2025-02");
    assertThat(page.locator("main [role=option]")).hasCount(1);
    search.press("Enter");
    Browsing.settle(page);
    assertThat(page.locator(".walk-panel h2")).hasText(INCIDENT_LABEL);
  }

  @Test
  void fromAControlToAnIncidentByKeyboardAlone() {
    Page page = open("/explore?node=iso27001-2022/A.8.24");
    assertThat(said(page)).hasText(Pattern.compile("Use of cryptography, Control: .* 0 shown\\."));
    tabTo(page, page.locator(".graph-canvas"));
    page.keyboard().press("Enter");
    tabTo(page, page.getByRole(AriaRole.BUTTON, byName("by Addressed by")));
    page.keyboard().press("Enter");
    Browsing.settle(page);
    assertThat(page.locator(".graph-canvas")).isFocused();
    goAroundTo(page, FINDING);
    page.keyboard().press("Enter");
    tabTo(page, page.getByRole(AriaRole.BUTTON, byName("Show 1 by Incident")));
    page.keyboard().press("Enter");
    Browsing.settle(page);
    goAroundTo(page, INCIDENT_LABEL);
    assertThat(said(page)).containsText("Incident: 13 links, 1 shown");
    assertThat(page.locator(".walk-panel h2")).hasText(INCIDENT_LABEL);
  }

  @Test
  void arrowsFollowLinksToWhereTheyLead() {
    Page page = open(FROM_INCIDENT);
    page.locator(".graph-canvas").focus();
    page.keyboard().press("ArrowUp");
    assertThat(page.locator(".walk-panel h2")).not().hasText(INCIDENT_LABEL);
    String above = page.locator(".walk-panel h2").textContent();
    page.keyboard().press("ArrowUp");
    assertThat(said(page)).hasText("Nothing that is linked with it lies above.");
    assertThat(page.locator(".walk-panel h2")).hasText(above);
    page.keyboard().press("ArrowDown");
    assertThat(page.locator(".walk-panel h2")).hasText(INCIDENT_LABEL);
    page.keyboard().press("Escape");
    assertThat(said(page)).hasText("Nothing is selected.");
  }

  @Test
  void theAddressHoldsTheWholeView() {
    Page page = open(FROM_INCIDENT);
    page.locator(".graph-canvas").focus();
    page.keyboard().press("ArrowUp");
    page.keyboard().press("p");
    page.keyboard().press("Escape");
    page.keyboard().press("Home");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Delete");
    assertThat(said(page)).containsText("is hidden");
    page.getByLabel("Layout").selectOption("columns");
    page.getByLabel("Dataset").uncheck();
    Browsing.settle(page);
    assertEquals(
        8, nodes(page).size(), "the incident and seven of nine, without one and the dataset");
    String address = page.url();
    assertTrue(address.contains("&hide=id:hospital/"), address);
    assertTrue(address.contains("&pin=id:hospital/"), address);
    Page again = browsing.open(URI.create(address));
    assertEquals(nodes(page), nodes(again));
    assertThat(again.getByLabel("Layout")).hasValue("columns");
    assertThat(again.getByLabel("Dataset")).not().isChecked();
    again.reload();
    Browsing.settle(again);
    assertEquals(nodes(page), nodes(again));
    assertEquals(address, again.url());
  }

  @Test
  void stepsAreTakenBackAndTakenAgain() {
    Page page = open("/explore?node=" + INCIDENT);
    page.getByRole(AriaRole.BUTTON, byName("Show 2 by Affects")).click();
    Browsing.settle(page);
    assertEquals(3, nodes(page).size());
    page.getByRole(AriaRole.BUTTON, byName("Show 7 by Incident of")).click();
    Browsing.settle(page);
    assertEquals(10, nodes(page).size());
    page.locator(".graph-canvas").focus();
    page.keyboard().press("Control+z");
    assertThat(said(page)).hasText("Undone: 3 things shown.");
    assertEquals(3, nodes(page).size());
    page.getByRole(AriaRole.BUTTON, button("Undo")).click();
    assertThat(said(page)).hasText("Undone: 1 thing shown.");
    assertThat(page.getByRole(AriaRole.BUTTON, button("Undo"))).isDisabled();
    page.keyboard().press("Control+Shift+z");
    assertThat(said(page)).hasText("Done again: 3 things shown.");
    page.getByRole(AriaRole.BUTTON, button("Fold Affects")).click();
    assertThat(said(page)).hasText("1 thing shown.");
    assertThat(page.getByRole(AriaRole.BUTTON, button("Redo"))).isDisabled();
  }

  @Test
  void theListShowsTheSameGraph() {
    Page page = open(FROM_INCIDENT);
    page.getByRole(AriaRole.BUTTON, button("As a list")).click();
    Locator things = page.locator(".walk-list > li");
    assertThat(things).hasCount(10);
    assertThat(things.first().getByRole(AriaRole.LINK)).hasText(INCIDENT_LABEL);
    things
        .first()
        .getByRole(
            AriaRole.BUTTON,
            new Locator.GetByRoleOptions().setName("Chest X-ray archive").setExact(true))
        .click();
    assertThat(page.locator(".walk-panel h2")).hasText("Chest X-ray archive");
    assertThat(page.getByRole(AriaRole.BUTTON, button("Select Chest X-ray archive"))).isFocused();
    page.reload();
    Browsing.settle(page);
    assertThat(things).hasCount(10);
  }

  @Test
  void pathsBetweenTwoThingsAreDrawnAndListed() {
    Page page = open("/explore?node=iso27001-2022/A.8.24&node=" + INCIDENT);
    page.getByRole(AriaRole.BUTTON, button("Path from here")).click();
    assertThat(said(page)).hasText("Choose the other end of the paths.");
    page.getByRole(AriaRole.BUTTON, button("As a list")).click();
    page.getByRole(AriaRole.BUTTON, button("Select " + INCIDENT_LABEL)).click();
    page.getByRole(AriaRole.BUTTON, button("Path to here")).click();
    assertThat(page.locator(".paths > li")).hasCount(3);
    assertThat(page.locator(".paths > li").first()).containsText(FINDING);
    assertThat(page.locator(".walk-list")).containsText(FINDING);
    page.getByLabel("How many").selectOption("1");
    assertThat(page.locator(".paths > li")).hasCount(1);
    page.getByRole(AriaRole.BUTTON, button("Remove the paths")).click();
    assertThat(page.locator(".walk-list > li")).hasCount(2);
  }

  @Test
  void theDrawingIsGivenAsFiles() throws IOException {
    Page page = open(FROM_INCIDENT);
    Download svg =
        page.waitForDownload(() -> page.getByRole(AriaRole.BUTTON, button("SVG")).click());
    String text = Files.readString(svg.path());
    assertTrue(text.contains("<title>Chest X-ray archive</title>"), text);
    Download png =
        page.waitForDownload(() -> page.getByRole(AriaRole.BUTTON, button("PNG")).click());
    byte[] start = Files.readAllBytes(png.path());
    assertEquals("PNG", new String(start, 1, 3, StandardCharsets.US_ASCII));
  }

  @ParameterizedTest
  @CsvSource({"360, DARK", "1440, LIGHT"})
  void theListMeetsWcagAndFitsTheWidth(int width, ColorScheme scheme) {
    Browsing.assertSound(browsing.open(served.at(FROM_INCIDENT + "&as=list"), width, scheme));
  }

  private static Page open(String path) {
    return browsing.open(served.at(path));
  }

  private static Locator said(Page page) {
    return page.locator(".walk-said");
  }

  private static List<?> nodes(Page page) {
    return (List<?>) page.evaluate(IDS);
  }

  private static void tabTo(Page page, Locator wanted) {
    for (int i = 0; i < 60 && !isFocused(wanted); i++) {
      page.keyboard().press("Tab");
    }
    assertThat(wanted).isFocused();
  }

  private static void goAroundTo(Page page, String name) {
    for (int i = 0; i < 60; i++) {
      String before = said(page).textContent();
      if (before.startsWith(name)) {
        return;
      }
      page.keyboard().press("PageDown");
      assertThat(said(page)).not().hasText(before);
    }
    assertThat(said(page)).containsText(name);
  }

  private static boolean isFocused(Locator locator) {
    return (Boolean) locator.evaluate("element => element === document.activeElement");
  }

  private static Page.GetByRoleOptions byName(String part) {
    return new Page.GetByRoleOptions().setName(part);
  }

  private static Page.GetByRoleOptions button(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator.GetByRoleOptions link(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }
}
