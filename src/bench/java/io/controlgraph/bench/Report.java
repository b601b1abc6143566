package io.controlgraph.bench;

import com.google.errorprone.annotations.FormatMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report in Markdown, put together section by section. */
final class Report {
  private final StringBuilder text = new StringBuilder();
  private final List<String> targets = new ArrayList<>();

  void section(String title) {
    text.append("\n## ").append(title).append("\n\n");
  }

  /** A line, as {@link String#format} makes it. */
  @FormatMethod
  void line(String line, Object... values) {
    text.append(String.format(line, values)).append('\n');
  }

  /** A target, and whether it was met. */
  void target(String what, String target, String measured, boolean met) {
    targets.add(
        "| %s | %s | %s | %s |".formatted(what, target, measured, met ? "met" : "**not met**"));
  }

  /** Both servers side by side. */
  void duels(List<Duel.Result> results) {
    line(
        "| question (ms) | ControlGraph median | p95 | Fuseki median | p95 | times faster | runs"
            + " |");
    line("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    for (Duel.Result each : results) {
      line(
          "| %s | %s | %s | %s | %s | %s | %d |",
          each.name(),
          millis(each.ours().median()),
          millis(each.ours().p95()),
          millis(each.theirs().median()),
          millis(each.theirs().p95()),
          ratio(each.ratio()),
          each.ours().millis().size());
    }
  }

  /** Milliseconds with as many digits as say something. */
  static String millis(double millis) {
    String format = millis < 0.1 ? "%.4f" : millis < 10 ? "%.2f" : millis < 100 ? "%.1f" : "%,.0f";
    return String.format(Locale.ROOT, format, millis);
  }

  static String ratio(double ratio) {
    return String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%,.0f", ratio);
  }

  /** The report, the targets first. */
  String text(String title, String introduction) {
    return """
    # %s

    %s

    ## Targets

    | what | target | measured | |
    | --- | --- | --- | --- |
    %s
    %s\
    """
        .formatted(title, introduction, String.join("\n", targets), text);
  }
}
