package io.controlgraph.ingest.csv;

import io.controlgraph.ingest.ImportReport;
import io.controlgraph.ingest.RowError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong, up to the cap of a report, and puts it in the order of the files. */
final class Errors {
  private record Entry(int file, long row, int position, RowError error) {}

  private final List<Entry> entries = new ArrayList<>();
  private long further;

  boolean any() {
    return !entries.isEmpty();
  }

  long further() {
    return further;
  }

  /** About a file as a whole. */
  void add(Source source, String message) {
    add(source, 0, 0, null, -1, () -> message);
  }

  /** About something that is no file of this import, by the name it has. */
  void addElsewhere(String file, String message) {
    add(-1, file, 0, 0, null, -1, () -> message);
  }

  /** About a line of a file that could not be read as rows. */
  void addLine(Source source, long line, String message) {
    add(source, 0, line, null, -1, () -> message);
  }

  /** About a row. */
  void add(Row row, String message) {
    add(row.table().source(), row.number(), row.line(), null, -1, () -> message);
  }

  /**
   * About a cell; the message is made only if it is still listed, for the nearest value is dear.
   */
  void add(Row row, int column, Supplier<String> message) {
    String name = row.table().kind().columns().get(column).name();
    add(row.table().source(), row.number(), row.line(), name, column, message);
  }

  /** About a column of the header. */
  void addHeader(Source source, long line, String column, int position, String message) {
    add(source, 1, line, column, position, () -> message);
  }

  private void add(
      Source source,
      long row,
      long line,
      @Nullable String column,
      int position,
      Supplier<String> message) {
    add(source.index(), source.name(), row, line, column, position, message);
  }

  private void add(
      int index,
      String name,
      long row,
      long line,
      @Nullable String column,
      int position,
      Supplier<String> message) {
    if (entries.size() == ImportReport.MAX_ERRORS) {
      further++;
      return;
    }
    RowError error = new RowError(name, row, line, column, message.get());
    entries.add(new Entry(index, row, position, error));
  }

  /** By file, row and column. */
  List<RowError> inOrder() {
    return entries.stream()
        .sorted(
            Comparator.comparingInt(Entry::file)
                .thenComparingLong(Entry::row)
                .thenComparingInt(Entry::position))
        .map(Entry::error)
        .toList();
  }
}
