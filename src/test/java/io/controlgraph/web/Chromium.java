package io.controlgraph.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.controlgraph.testing.OutsideProgram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A browser that is on this machine, never one that Playwright fetches. */
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {
  /** Long enough for a busy machine; what is waited for is there long before on others. */
  private static final double PATIENCE_MILLIS = 30_000;

  static Chromium start() {
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
    return new Chromium(playwright, browser);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
