package io.controlgraph.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.controlgraph.testing.Served;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page on which the API can be tried, in a browser that reaches nobody else. */
@Timeout(120)
final class TryPageTest {
  @RegisterExtension private static final Browsing browsing = new Browsing();

  private static Served served;

  @BeforeAll
  static void start(@TempDir Path data) {
    served =
        Served.in(data, Served.Recipe.PLAIN)
            .with("<http://example.org/g> { <http://example.org/s> <http://example.org/p> 1 . }");
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @ParameterizedTest
  @CsvSource({
    "360, LIGHT, 'rgba(0, 0, 0, 0)'",
    "360, DARK, 'rgb(28, 32, 34)'",
    "1440, LIGHT, 'rgba(0, 0, 0, 0)'",
    "1440, DARK, 'rgb(28, 32, 34)'"
  })
  void anOperationIsTriedAndAnswered(int width, ColorScheme scheme, String background) {
    Page page = browsing.open(served.at("/api"), width, scheme);
    Locator operation = page.locator("#operations-History-listRevisions");
    page.getByText("History", new Page.GetByTextOptions().setExact(true)).click();
    operation.getByRole(AriaRole.BUTTON).first().click();
    operation.getByText("Try it out").click();
    operation.getByText("Execute").click();
    assertThat(operation.locator(".live-responses-table tbody .response-col_status").first())
        .hasText("200");
    assertThat(operation.locator(".live-responses-table")).containsText("\"revisions\"");
    assertEquals(
        background,
        page.evaluate("getComputedStyle(document.documentElement).backgroundColor"),
        "dark where the reader wants it so");
    assertEquals(
        0,
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"),
        "scrolls sideways");
  }
}
