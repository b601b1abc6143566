package io.controlgraph.ingest.csv;

import io.controlgraph.ingest.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a file into rows.
 *
 * <p>The row's number is the number of its record, as a spreadsheet shows it: the header is row 1,
 * a cell with line breaks does not count twice, and an empty row counts though it is ignored.
 */
final class CsvReader {
  private static final long PROGRESS_STEP = 1_000;

  private final Errors errors;
  private final Progress progress;
  private long rowsRead;

  CsvReader(Errors errors, Progress progress) {
    this.errors = errors;
    this.progress = progress;
  }

  /**
   * Reads the source. What is wrong goes to the errors; the table then holds what could be read.
   *
   * @throws IOException if the bytes cannot be read
   */
  Table read(Source source) throws IOException {
    Table table = new Table(source);
    CsvText.Decoded decoded;
    try (InputStream in = source.file().content().open()) {
      decoded = CsvText.decode(in);
    }
    if (decoded instanceof CsvText.Decoded.Unreadable unreadable) {
      errors.addLine(source, unreadable.line(), unreadable.message());
      table.idsUnreadable();
    } else if (decoded instanceof CsvText.Decoded.Text text) {
      parse(table, text.text());
    }
    return table;
  }

  private void parse(Table table, String text) throws IOException {
    Source source = table.source();
    char separator = Separator.of(text, table.kind());
    try (CSVParser parser = format(separator).parse(new StringReader(text))) {
      Iterator<CSVRecord> records = parser.iterator();
      long line = 1;
      try {
        Header header = Header.read(source, records.hasNext() ? records.next() : null, errors);
        if (header == null) {
          table.idsUnreadable();
          return;
        }
        table.header(header);
        if (!header.has(table.idColumn())) {
          table.idsUnreadable();
        }
        line = parser.getCurrentLineNumber() + 1;
        while (records.hasNext()) {
          addRow(table, header, records.next(), line);
          line = parser.getCurrentLineNumber() + 1;
        }
      } catch (UncheckedIOException | IllegalStateException e) {
        // commons-csv wraps what it cannot parse in one of these, depending on where it reads.
        table.idsUnreadable();
        errors.addLine(
            source,
            line,
            "cannot be read from here on: a quote is not closed, or has text after it");
      }
    }
  }

  private static CSVFormat format(char separator) {
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(separator)
        .setIgnoreEmptyLines(false)
        .setIgnoreSurroundingSpaces(true)
        .get();
  }

  private void addRow(Table table, Header header, CSVRecord record, long line) {
    boolean empty = true;
    for (int i = 0; i < record.size() && empty; i++) {
      empty = Cells.strip(record.get(i)).isEmpty();
    }
    if (empty) {
      return;
    }
    String[] cells = new String[table.kind().columns().size()];
    Arrays.fill(cells, "");
    boolean whole = record.size() == header.width();
    for (int i = 0; i < record.size(); i++) {
      int column = header.columnAt(i);
      String cell = Cells.strip(record.get(i));
      if (column >= 0) {
        cells[column] = cell;
      }
    }
    Row row = new Row(table, record.getRecordNumber(), line, cells, whole);
    table.rows().add(row);
    if (!whole) {
      errors.add(
          row,
          "has "
              + record.size()
              + " cells where the header has "
              + header.width()
              + "; a cell that holds the separator must be in quotes");
    } else {
      header.checkNameless(record, row, errors);
    }
    rowsRead++;
    if (rowsRead % PROGRESS_STEP == 0) {
      progress.at(Progress.Stage.READING, rowsRead, 0);
    }
  }
}
