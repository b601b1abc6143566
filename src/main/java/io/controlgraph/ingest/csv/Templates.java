package io.controlgraph.ingest.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Makes empty sheets of the import format. */
public final class Templates {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  private Templates() {}

  /** The header of a kind of file, and nothing else. */
  public static String of(Kind kind) {
    return sheet(List.of(kind.columnNames()));
  }

  /** The header of a kind of file, and a row that shows what goes where. */
  public static String withExample(Kind kind) {
    return sheet(
        List.of(kind.columnNames(), kind.columns().stream().map(Column::example).toList()));
  }

  /** The rows as CSV text. */
  static String sheet(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      for (List<String> row : rows) {
        printer.printRecord(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
