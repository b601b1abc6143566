package io.controlgraph.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.controlgraph.testing.Served;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every page, at each address that {@link PageAddress} names. */
@Timeout(300)
final class PagesTest {
  /** Colours and widths do not depend on each other, so that each is looked at once. */
  private static final List<Look> LOOKS =
      List.of(new Look(1440, ColorScheme.LIGHT), new Look(360, ColorScheme.DARK));

  @RegisterExtension private static final Browsing browsing = new Browsing();
  private static Served served;

  private record Look(int width, ColorScheme scheme) {}

  @BeforeAll
  static void start() {
    served = browsing.samples();
  }

  @ParameterizedTest
  @EnumSource(PageAddress.class)
  void it_meets_wcag_in_every_width_and_colour_and_never_scrolls_sideways(PageAddress address) {
    Page page = open(address);
    List<String> faults = new ArrayList<>();
    for (Look look : LOOKS) {
      page.setViewportSize(look.width(), 900);
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.scheme()));
      Browsing.faults(page).forEach(fault -> faults.add(fault + " at " + look));
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void back_forward_and_reload_show_what_the_address_names() {
    Page page = open(PageAddress.OVERVIEW);
    List<PageAddress> visited =
        List.of(PageAddress.FRAMEWORK_CELLS, PageAddress.GAP, PageAddress.TRACE, PageAddress.TERM);
    for (PageAddress each : visited) {
      page.evaluate("to => { location.href = to }", served.at(each.path()).toString());
      assertShows(page, each);
      page.reload();
      assertShows(page, each);
    }
    page.goBack();
    assertShows(page, PageAddress.TRACE);
    page.goBack();
    assertShows(page, PageAddress.GAP);
    page.goForward();
    assertShows(page, PageAddress.TRACE);
  }

  @Test
  void back_and_forward_work_between_pages_that_were_opened_by_their_links() {
    Page page = open(PageAddress.GAPS);
    page.locator("cg-table tbody a").first().click();
    assertThat(page.locator(".mend")).isVisible();
    String rule = page.locator("h1").innerText();
    page.goBack();
    assertShows(page, PageAddress.GAPS);
    page.goForward();
    assertThat(page.locator("h1")).hasText(rule);
    assertTrue(page.url().contains("org=hospital"), page.url());
  }

  private static Page open(PageAddress address) {
    Page page = browsing.open(served.at(address.path()));
    assertShows(page, address);
    return page;
  }

  private static void assertShows(Page page, PageAddress address) {
    Browsing.settle(page);
    assertThat(page.locator("h1").first()).containsText(address.heading());
    assertThat(page.locator(".problem")).hasCount(0);
    assertTrue(page.url().endsWith(address.path()), page.url());
  }
}
