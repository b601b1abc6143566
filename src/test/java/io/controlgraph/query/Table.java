package io.controlgraph.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Rows as text, so that a difference can be read. */
final class Table {
  private Table() {}

  static List<List<String>> texts(List<List<Engine.Cell>> rows) {
    return rows.stream().map(row -> row.stream().map(Engine.Cell::text).toList()).toList();
  }

  static List<List<String>> withHeader(Question question, List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>();
    all.add(
        question.form() == Form.CONSTRUCT
            ? List.of("subject", "property", "value")
            : question.columns().stream().map(Column::name).toList());
    all.addAll(rows);
    return all;
  }

  /** Each row once, sorted by its texts. */
  static List<List<Engine.Cell>> asSet(List<List<Engine.Cell>> rows) {
    return rows.stream()
        .distinct()
        .sorted(
            Comparator.comparing(
                row -> row.stream().map(Engine.Cell::text).collect(Collectors.joining("\u0000"))))
        .toList();
  }

  static String text(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer =
        new CSVPrinter(text, CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get())) {
      for (List<String> row : rows) {
        printer.printRecord(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
