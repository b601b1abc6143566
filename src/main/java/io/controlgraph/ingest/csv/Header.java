package io.controlgraph.ingest.csv;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The first row of a file: which cell of a row belongs to which column of the kind. */
final class Header {
  private static final int UNKNOWN = -1;
  private static final int NAMELESS = -2;

  private final int[] columns;

  private Header(int[] columns) {
    this.columns = columns;
  }

  /**
   * Reads a header and reports every column that is unknown, named twice or missing.
   *
   * @return null if there is none, or rows cannot be told by it
   */
  static @Nullable Header read(Source source, @Nullable CSVRecord record, Errors errors) {
    List<String> known = source.kind().columnNames();
    if (record == null || Arrays.stream(record.values()).allMatch(v -> Cells.strip(v).isEmpty())) {
      errors.addLine(source, 1, "has no header; expected the columns " + String.join(", ", known));
      return null;
    }
    int[] columns = new int[record.size()];
    boolean[] seen = new boolean[known.size()];
    boolean twice = false;
    for (int i = 0; i < columns.length; i++) {
      String name = Cells.strip(record.get(i));
      columns[i] = known.indexOf(name);
      if (columns[i] >= 0) {
        if (seen[columns[i]]) {
          twice = true;
          errors.addHeader(source, 1, name, i, "column '" + name + "' is there twice");
        }
        seen[columns[i]] = true;
      } else if (name.isEmpty()) {
        columns[i] = NAMELESS;
      } else {
        columns[i] = UNKNOWN;
        errors.addHeader(source, 1, Cells.shorten(name), i, unknown(name, source.kind()));
      }
    }
    for (Column column : source.kind().columns()) {
      if (column.required() && !seen[known.indexOf(column.name())]) {
        errors.addHeader(
            source,
            1,
            column.name(),
            columns.length,
            "column '" + column.name() + "' is required, and missing");
      }
    }
    return twice ? null : new Header(columns);
  }

  private static String unknown(String name, Kind kind) {
    String hint = Nearest.hint(name, kind.columnNames());
    return "column '"
        + Cells.shorten(name)
        + "': no such column in "
        + kind.name()
        + (hint.isEmpty() ? "; expected " + String.join(", ", kind.columnNames()) : hint);
  }

  /** How many cells a row must have. */
  int width() {
    return columns.length;
  }

  /** The place of the kind's column that the cell belongs to; negative if it is to none. */
  int columnAt(int cell) {
    return cell < columns.length ? columns[cell] : NAMELESS;
  }

  /** Whether the kind's column of that place is there; true for none. */
  boolean has(int column) {
    return column < 0 || Arrays.stream(columns).anyMatch(c -> c == column);
  }

  /** Reports a value that stands under no name: spreadsheets add empty columns, but not values. */
  void checkNameless(CSVRecord record, Row row, Errors errors) {
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] == NAMELESS && !Cells.strip(record.get(i)).isEmpty()) {
        errors.add(
            row,
            "has '"
                + Cells.shorten(record.get(i))
                + "' in cell "
                + (i + 1)
                + ", where the header has no name");
      }
    }
  }
}
