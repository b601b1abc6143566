package io.controlgraph.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows as an aligned table. Cells that do not fit the width are wrapped, never cut, so that nothing
 * is lost.
 */
final class Table {
  private static final String GAP = "  ";
  private static final int NARROWEST = 8;

  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();
  private final boolean[] numeric;

  Table(List<String> header) {
    this.header = List.copyOf(header);
    this.numeric = new boolean[header.size()];
    Arrays.fill(numeric, true);
  }

  /** Adds a row of as many cells as the header has. */
  void add(List<String> cells) {
    if (cells.size() != header.size()) {
      throw new IllegalArgumentException(cells.size() + " cells for " + header.size());
    }
    List<String> row = cells.stream().map(Table::oneLine).toList();
    for (int i = 0; i < row.size(); i++) {
      numeric[i] &= row.get(i).isEmpty() || row.get(i).matches("-?\\d+(\\.\\d+)?");
    }
    rows.add(row);
  }

  int size() {
    return rows.size();
  }

  /**
   * The table as text.
   *
   * @param width how many characters a line may have; a very small width is exceeded rather than
   *     making columns unreadable
   */
  String render(int width) {
    int[] widths = fit(width);
    StringBuilder out = new StringBuilder();
    line(out, header, widths);
    line(out, Arrays.stream(widths).mapToObj("-"::repeat).toList(), widths);
    for (List<String> row : rows) {
      line(out, row, widths);
    }
    return out.toString();
  }

  private int[] fit(int width) {
    int[] widths = new int[header.size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      widths[i] =
          Math.max(
              header.get(i).length(),
              rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
    }
    int room = width - GAP.length() * (widths.length - 1);
    while (Arrays.stream(widths).sum() > room) {
      int widest = widest(widths);
      if (widths[widest] <= NARROWEST) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  private static int widest(int[] widths) {
    int widest = 0;
    for (int i = 1; i < widths.length; i++) {
      if (widths[i] > widths[widest]) {
        widest = i;
      }
    }
    return widest;
  }

  private void line(StringBuilder out, List<String> cells, int[] widths) {
    List<List<String>> wrapped = new ArrayList<>();
    int height = 1;
    for (int i = 0; i < cells.size(); i++) {
      List<String> lines = wrap(cells.get(i), widths[i]);
      wrapped.add(lines);
      height = Math.max(height, lines.size());
    }
    for (int y = 0; y < height; y++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell = y < wrapped.get(i).size() ? wrapped.get(i).get(y) : "";
        String blank = " ".repeat(widths[i] - cell.length());
        text.append(i == 0 ? "" : GAP).append(numeric[i] ? blank + cell : cell + blank);
      }
      out.append(text.toString().stripTrailing()).append('\n');
    }
  }

  private static List<String> wrap(String cell, int width) {
    List<String> lines = new ArrayList<>();
    String rest = cell;
    while (rest.length() > width) {
      int space = rest.lastIndexOf(' ', width);
      int cut = space > 0 ? space : width;
      lines.add(rest.substring(0, cut).stripTrailing());
      rest = rest.substring(cut).stripLeading();
    }
    lines.add(rest);
    return lines;
  }

  /** Line breaks and control characters would break the table, or worse, drive the terminal. */
  private static String oneLine(String cell) {
    return cell.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }
}
