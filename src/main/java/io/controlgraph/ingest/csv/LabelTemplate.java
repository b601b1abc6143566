package io.controlgraph.ingest.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a label is made of a row's cells, such as <code>{person} as {post} from {from}</code>.
 *
 * <p>It holds literal text and column names by turns, beginning with a text that may be empty.
 */
public final class LabelTemplate {
  private final String source;
  private final List<String> texts = new ArrayList<>();
  private final List<String> columns = new ArrayList<>();

  /**
   * Reads a template.
   *
   * @throws IllegalArgumentException if a brace is not closed, or no column is named
   */
  LabelTemplate(String source) {
    this.source = source;
    int from = 0;
    for (int open = source.indexOf('{'); open >= 0; open = source.indexOf('{', from)) {
      int close = source.indexOf('}', open);
      if (close < 0) {
        throw new IllegalArgumentException("label '" + source + "': a brace is not closed");
      }
      texts.add(source.substring(from, open));
      columns.add(source.substring(open + 1, close));
      from = close + 1;
    }
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("label '" + source + "': names no column");
    }
    texts.add(source.substring(from));
  }

  /** The columns named, in order. */
  List<String> columns() {
    return List.copyOf(columns);
  }

  /** The column that the label begins with, or null if it begins with a text. */
  @Nullable Column startingColumn(Kind kind) {
    return texts.get(0).isEmpty() ? kind.column(columns.get(0)) : null;
  }

  /** The label, with what {@code cell} says of each column. */
  String fill(UnaryOperator<String> cell) {
    StringBuilder label = new StringBuilder(texts.get(0));
    for (int i = 0; i < columns.size(); i++) {
      label.append(cell.apply(columns.get(i))).append(texts.get(i + 1));
    }
    return label.toString();
  }

  @Override
  public String toString() {
    return source;
  }
}
