package io.controlgraph.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows as an aligned table. Cells that do not fit the width are wrapped between words, never cut,
 * so that nothing is lost; a table that does not fit even so is printed as records, a line a cell.
 */
final class Table {
  private static final String GAP = "  ";

  /** Words longer than this may be broken to make a table fit. */
  private static final int LONGEST_WHOLE_WORD = 20;

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

  /**
   * The table as text.
   *
   * @param width how many characters a line may have
   */
  String render(int width) {
    int[] narrowest = new int[header.size()];
    int[] widths = new int[header.size()];
    for (int i = 0; i < widths.length; i++) {
      narrowest[i] = longestWord(header.get(i));
      widths[i] = header.get(i).length();
      for (List<String> row : rows) {
        narrowest[i] = Math.max(narrowest[i], longestWord(row.get(i)));
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    int room = width - GAP.length() * (widths.length - 1);
    return shrink(widths, narrowest, room) ? table(widths) : records();
  }

  /** Takes from the widest columns until all fit; tells whether they do. */
  private static boolean shrink(int[] widths, int[] narrowest, int room) {
    while (Arrays.stream(widths).sum() > room) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        if (widths[i] > narrowest[i] && (widest < 0 || widths[i] > widths[widest])) {
          widest = i;
        }
      }
      if (widest < 0) {
        return false;
      }
      widths[widest]--;
    }
    return true;
  }

  private String table(int[] widths) {
    StringBuilder out = new StringBuilder();
    line(out, header, widths);
    line(out, Arrays.stream(widths).mapToObj("-"::repeat).toList(), widths);
    for (List<String> row : rows) {
      line(out, row, widths);
    }
    return out.toString();
  }

  private String records() {
    int name = header.stream().mapToInt(String::length).max().orElse(0);
    StringBuilder out = new StringBuilder();
    for (List<String> row : rows) {
      out.append(out.isEmpty() ? "" : "\n");
      for (int i = 0; i < row.size(); i++) {
        if (!row.get(i).isEmpty()) {
          String padding = " ".repeat(name - header.get(i).length());
          out.append(header.get(i)).append(padding).append(GAP).append(row.get(i)).append('\n');
        }
      }
    }
    return out.toString();
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

  private static int longestWord(String cell) {
    int longest = 0;
    int start = 0;
    for (int i = 0; i <= cell.length(); i++) {
      if (i == cell.length() || cell.charAt(i) == ' ') {
        longest = Math.max(longest, i - start);
        start = i + 1;
      }
    }
    return Math.min(longest, LONGEST_WHOLE_WORD);
  }

  /** Line breaks and control characters would break the table, or worse, drive the terminal. */
  private static String oneLine(String cell) {
    return cell.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }
}
