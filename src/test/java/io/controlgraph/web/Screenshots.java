package io.controlgraph.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.controlgraph.query.Samples;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Makes a picture of every page, narrow and wide, light and dark, to be looked at: it checks
 * nothing.
 */
final class Screenshots {
  private static final List<Integer> WIDTHS = List.of(360, 1440);
  private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);

  private Screenshots() {}

  /**
   * Writes {@code NAME-WIDTH-SCHEME.png} for each page.
   *
   * @param arguments the folder to write to, and names of pages such as {@code trace}; without
   *     names, all
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    List<String> wanted = List.of(arguments).subList(1, arguments.length);
    try (Chromium chromium = Chromium.start();
        SampleServer samples = SampleServer.of(Samples.organisations())) {
      for (PageAddress each : PageAddress.values()) {
        if (wanted.isEmpty() || wanted.contains(each.file())) {
          take(chromium.browser(), samples.served().at(each.path()), each.file(), folder);
        }
      }
    }
  }

  private static void take(Browser browser, URI address, String file, Path folder) {
    for (int width : WIDTHS) {
      for (ColorScheme scheme : SCHEMES) {
        Page page = Browsing.page(browser, width, scheme);
        page.navigate(address.toString());
        Browsing.settle(page);
        String name =
            "%s-%d-%s.png".formatted(file, width, scheme.toString().toLowerCase(Locale.ROOT));
        page.screenshot(
            new Page.ScreenshotOptions().setPath(folder.resolve(name)).setFullPage(true));
        page.context().close();
      }
    }
  }
}
