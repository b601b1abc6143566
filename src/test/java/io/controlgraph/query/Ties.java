package io.controlgraph.query;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.engine.binding.Binding;

/** Rows that a question puts in no order among each other. */
final class Ties {
  private Ties() {}

  /**
   * Puts lines that are tied in the order of their letters.
   *
   * @param lines one a row
   * @param rows as many, in order
   */
  static String settled(String lines, List<Binding> rows, RowOrder order) {
    List<String> settled = new ArrayList<>(lines.lines().toList());
    if (settled.size() != rows.size()) {
      return lines;
    }
    int first = 0;
    for (int i = 1; i <= rows.size(); i++) {
      if (i == rows.size() || !isTie(rows.get(i - 1), rows.get(i), order)) {
        settled.subList(first, i).sort(null);
        first = i;
      }
    }
    return String.join("\n", settled);
  }

  /** Rows that are tied stay as they come. */
  private static boolean isTie(Binding one, Binding other, RowOrder order) {
    return order.of(List.of(other, one)).get(0).equals(other);
  }
}
