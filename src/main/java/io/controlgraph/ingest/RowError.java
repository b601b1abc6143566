package io.controlgraph.ingest;

import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with a source.
 *
 * @param file the file's name
 * @param row the row as a spreadsheet numbers it, 1 being the header; 0 if it is about the file
 * @param line the line of the text on which the row begins, 1 being the first; 0 if not known. It
 *     differs from the row when a cell above holds a line break
 * @param column the column's name, if it is about one
 * @param message what is wrong and what was expected, for a person
 */
public record RowError(String file, long row, long line, @Nullable String column, String message) {

  /** The whole of it in one line. */
  public String text() {
    StringBuilder text = new StringBuilder(file);
    if (row > 0) {
      text.append(", row ").append(row);
      if (line > 0 && line != row) {
        text.append(" (line ").append(line).append(')');
      }
    } else if (line > 0) {
      text.append(", line ").append(line);
    }
    if (column != null) {
      text.append(", column ").append(column);
    }
    return text.append(": ").append(message).toString();
  }
}
