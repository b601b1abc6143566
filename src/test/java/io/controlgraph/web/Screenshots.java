package io.controlgraph.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.controlgraph.query.Samples;
import io.controlgraph.testing.Served;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

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
    Path data = Files.createTempDirectory("controlgraph-screenshots");
    try (Browsing browsing = Browsing.start();
        Served served = Served.in(data, Served.Recipe.PLAIN)) {
      Samples.fill(served.store(), Samples.organisations());
      for (PageAddress each : PageAddress.values()) {
        if (wanted.isEmpty() || wanted.contains(each.file())) {
          take(browsing, served, each, folder);
        }
      }
    } finally {
      delete(data);
    }
  }

  private static void take(Browsing browsing, Served served, PageAddress address, Path folder) {
    for (int width : WIDTHS) {
      for (ColorScheme scheme : SCHEMES) {
        Page page = browsing.open(served.at(address.path()), width, scheme);
        String name =
            "%s-%d-%s.png"
                .formatted(address.file(), width, scheme.toString().toLowerCase(Locale.ROOT));
        page.screenshot(
            new Page.ScreenshotOptions().setPath(folder.resolve(name)).setFullPage(true));
        browsing.closePages();
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
