package io.controlgraph.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.controlgraph.query.Samples;
import io.controlgraph.testing.Served;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Pages for the tests of a class. The browser, and the servers of those that only read, are started
 * once for all classes, since that takes longer than most tests. No test passes whose pages have
 * complained or asked another server, unless it {@link #forgetComplaints forgets} what it provoked.
 */
final class Browsing implements BeforeAllCallback, AfterEachCallback {
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private ExtensionContext.@Nullable Store shared;

  @Override
  public void beforeAll(ExtensionContext context) {
    shared = context.getRoot().getStore(Namespace.create(Browsing.class));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    try {
      assertEquals(List.of(), complaints);
    } finally {
      browser().contexts().forEach(BrowserContext::close);
      complaints.clear();
    }
  }

  /** A server over the five sample organisations, of which nothing may be changed. */
  Served samples() {
    return once("samples", () -> SampleServer.of(Samples.organisations())).served();
  }

  /** A server over the hospital alone, of which nothing may be changed. */
  Served hospital() {
    return once("hospital", () -> SampleServer.of(List.of("hospital"))).served();
  }

  private Browser browser() {
    return once("browser", Chromium::start).browser();
  }

  @SuppressWarnings("unchecked")
  private <T extends AutoCloseable> T once(String name, Supplier<T> maker) {
    return (T) Objects.requireNonNull(shared).getOrComputeIfAbsent(name, key -> maker.get());
  }

  /** Opens a page at 1440 pixels, in light colours. */
  Page open(URI address) {
    return open(address, 1440, ColorScheme.LIGHT);
  }

  /** Opens a page and watches what it complains of and whom it asks. */
  Page open(URI address, int width, ColorScheme scheme) {
    Page page = page(browser(), width, scheme);
    String own = address.getScheme() + "://" + address.getAuthority();
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

  /** An empty page in a context of its own. */
  static Page page(Browser browser, int width, ColorScheme scheme) {
    return browser
        .newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setLocale("en-GB"))
        .newPage();
  }

  /** Waits until nothing is being loaded. */
  static void settle(Page page) {
    assertThat(page.locator("[aria-busy=true]")).hasCount(0);
  }

  /** Fails if a page does not meet WCAG 2.2 AA, or scrolls sideways. */
  static void assertSound(Page page) {
    assertEquals(List.of(), faults(page), page.url());
  }

  /** What axe finds against WCAG 2.2 AA, and what makes a page scroll sideways. */
  static List<String> faults(Page page) {
    return Stream.concat(
            axe(page).analyze().getViolations().stream().map(Browsing::fault),
            sideways(page).stream())
        .toList();
  }

  /**
   * In its legacy mode axe looks at everything but frames of other origins, of which there are
   * none, and opens no second page to sum up, which takes longer than to look.
   */
  private static AxeBuilder axe(Page page) {
    return new AxeBuilder(page).setLegacyMode(true).withTags(WCAG);
  }

  /** What stands out of the window, if the page scrolls sideways. */
  static List<String> sideways(Page page) {
    Object found =
        page.evaluate(
            """
            () => {
              const root = document.documentElement;
              if (root.scrollWidth <= root.clientWidth) { return []; }
              return [...document.querySelectorAll("body *")]
                .filter(each => !each.closest(".scroll, .hidden") && each.getBoundingClientRect().right > root.clientWidth + 1)
                .slice(0, 3)
                .map(each => "sideways: " + each.tagName + "." + each.className);
            }""");
    return found instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }

  private static String fault(Rule rule) {
    return rule.getId() + ": " + rule.getHelp() + " at " + rule.getNodes().get(0).getTarget();
  }

  /** Takes it that the browser reports the refusal of a request that a test provokes. */
  void forgetComplaints() {
    complaints.clear();
  }
}
