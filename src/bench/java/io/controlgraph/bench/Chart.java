package io.controlgraph.bench;

import java.util.List;
import java.util.Locale;

/** Times of both servers as bars on a logarithmic scale, as SVG 1.1. */
final class Chart {
  private static final int WIDTH = 900;
  private static final int LABELS = 380;
  private static final int ROW = 34;
  private static final int TOP = 50;
  private static final double LEAST = 0.1;

  private final List<Duel.Result> results;
  private final double most;

  private Chart(List<Duel.Result> results) {
    this.results = results;
    this.most =
        results.stream()
            .mapToDouble(each -> Math.max(each.ours().median(), each.theirs().median()))
            .max()
            .orElse(1);
  }

  /** A chart of medians. */
  static String of(List<Duel.Result> results) {
    return new Chart(results).text();
  }

  private String text() {
    int height = TOP + results.size() * ROW + 10;
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13">
        <title>Median times of ControlGraph and Fuseki in milliseconds, logarithmic</title>
        <rect width="100%%" height="100%%" fill="#fff"/>
        <rect x="10" y="12" width="12" height="12" fill="#1f6f8b"/><text x="28" y="23">ControlGraph (ms)</text>
        <rect x="170" y="12" width="12" height="12" fill="#b5b5b5"/><text x="188" y="23">Fuseki (ms)</text>
        """
            .formatted(WIDTH, height));
    int y = TOP;
    for (Duel.Result each : results) {
      svg.append("<text x=\"10\" y=\"%d\">%s</text>%n".formatted(y + 16, each.name()));
      bar(svg, y, each.ours().median(), "#1f6f8b");
      bar(svg, y + 13, each.theirs().median(), "#b5b5b5");
      y += ROW;
    }
    return svg.append("</svg>\n").toString();
  }

  private void bar(StringBuilder svg, int y, double millis, String colour) {
    double part = Math.log(Math.max(millis, LEAST) / LEAST) / Math.log(most / LEAST);
    double width = Math.max(1, part * (WIDTH - LABELS - 80));
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"11\" fill=\"%s\"/>"
                + "<text x=\"%.1f\" y=\"%d\" font-size=\"11\">%s</text>%n",
            LABELS,
            y,
            width,
            colour,
            LABELS + width + 5,
            y + 10,
            Report.millis(millis)));
  }
}
