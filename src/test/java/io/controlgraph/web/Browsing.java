package io.controlgraph.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.controlgraph.testing.OutsideProgram;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A browser that is on this machine, never one that Playwright fetches. */
final class Browsing implements AutoCloseable {
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  /** Long enough for a busy machine; what is waited for is there long before on others. */
  private static final double PATIENCE_MILLIS = 30_000;

  private final Playwright playwright;
  private final Browser browser;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  private Browsing(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Browsing start() {
    Path program = OutsideProgram.browser();
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    List<String> flags = new ArrayList<>();
    flags.add("--disable-gpu");
    if (OutsideProgram.isRoot()) {
      flags.add("--no-sandbox");
    }
    Browser browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(flags));
    return new Browsing(playwright, browser);
  }

  /** Opens a page and watches what it complains of and whom it asks. */
  Page open(URI address, int width, ColorScheme scheme) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setLocale("en-GB"));
    String own = address.getScheme() + "://" + address.getAuthority();
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add("console: " + message.text() + " at " + message.location());
          }
        });
    page.onPageError(error -> complaints.add("error: " + error));
    page.onRequest(
        request -> {
          if (!request.url().startsWith(own + "/")) {
            complaints.add("foreign request: " + request.url());
          }
        });
    page.navigate(address.toString());
    settle(page);
    return page;
  }

  /** Waits until nothing is being loaded. */
  static void settle(Page page) {
    assertThat(page.locator("[aria-busy=true]")).hasCount(0);
  }

  /** What axe finds against WCAG 2.2 AA. */
  static List<String> accessibilityFaults(Page page) {
    return new AxeBuilder(page)
        .withTags(WCAG).analyze().getViolations().stream().map(Browsing::fault).toList();
  }

  private static String fault(Rule rule) {
    return rule.getId() + ": " + rule.getHelp() + " at " + rule.getNodes().get(0).getTarget();
  }

  /** Fails if a page has complained or asked another server. */
  void assertQuiet() {
    assertEquals(List.of(), complaints);
  }

  /** Takes it that the browser reports the refusal of a request that a test provokes. */
  void forgetComplaints() {
    complaints.clear();
  }

  void closePages() {
    browser.contexts().forEach(BrowserContext::close);
    complaints.clear();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
