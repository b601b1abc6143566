package io.controlgraph.ingest.csv;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text of cells. */
final class Cells {
  /** The most that a spreadsheet's cell holds, in characters. */
  static final int MAX_LENGTH = 32_767;

  private static final int SHORT = 60;

  private Cells() {}

  /** The text without blanks around it, with plain line breaks. */
  static String strip(String cell) {
    int from = 0;
    int to = cell.length();
    while (from < to && blank(cell.charAt(from))) {
      from++;
    }
    while (to > from && blank(cell.charAt(to - 1))) {
      to--;
    }
    String stripped = cell.substring(from, to);
    return stripped.indexOf('\r') < 0
        ? stripped
        : stripped.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static boolean blank(char c) {
    return Character.isWhitespace(c) || c == '\u00A0';
  }

  /** What makes the text unfit for any column, or null. */
  static @Nullable String problem(String cell) {
    if (cell.length() > MAX_LENGTH) {
      return "has " + cell.length() + " characters; at most " + MAX_LENGTH + " are allowed";
    }
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if ((c < ' ' && c != '\n' && c != '\t') || c == 0x7F || c == '\uFFFE' || c == '\uFFFF') {
        return String.format("holds the control character U+%04X at place %d", (int) c, i + 1);
      }
    }
    return null;
  }

  /** The values of a cell that may have several. */
  static List<String> values(String cell) {
    List<String> values = new ArrayList<>();
    int from = 0;
    for (int bar = cell.indexOf('|'); bar >= 0; bar = cell.indexOf('|', from)) {
      values.add(strip(cell.substring(from, bar)));
      from = bar + 1;
    }
    values.add(strip(cell.substring(from)));
    return values;
  }

  /** The text as a message may quote it: on one line and not long. */
  static String shorten(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < Math.min(text.length(), SHORT); i++) {
      char c = text.charAt(i);
      shown.append(Character.isISOControl(c) ? '\u2423' : c);
    }
    return text.length() > SHORT ? shown.append("...").toString() : shown.toString();
  }
}
