package io.controlgraph.api.rows;

import io.controlgraph.query.Column;
import io.controlgraph.query.Question;
import io.controlgraph.query.ValueType;
import io.controlgraph.security.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes rows as an Office Open XML workbook of one sheet: numbers as numbers, days as days, all
 * else as text, which no program takes for a formula. The line of column names stays in sight.
 */
final class Sheet {
  private static final String PROGRAM = "ControlGraph";
  private static final String VERSION = "1.0";
  private static final String DAY_FORMAT = "yyyy-mm-dd";

  /** The most that a sheet can hold (ECMA-376, as Excel applies it). */
  private static final int MOST_ROWS = 1_048_576;

  private static final int LONGEST_TEXT = 32_767;
  private static final int LONGEST_NAME = 31;

  /** More digits than this a spreadsheet would round. */
  private static final int MOST_DIGITS = 15;

  /** Before 1900-03-01 programs disagree on which number a day is. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

  /** How many lines are held until they are written. */
  private static final int LINES_HELD = 1000;

  private final Worksheet sheet;
  private int line;

  private Sheet(Worksheet sheet) {
    this.sheet = sheet;
  }

  /**
   * Writes rows as they come.
   *
   * @throws Refusal 406 if there are more than a sheet can hold; by then much has been sent
   */
  static void write(Question question, RowSet rows, OutputStream out) throws IOException {
    try (Workbook workbook = new Workbook(out, PROGRAM, VERSION)) {
      String name = question.name().replace('/', ' ');
      Sheet sheet =
          new Sheet(
              workbook.newWorksheet(name.substring(0, Math.min(LONGEST_NAME, name.length()))));
      sheet.head(question.columns());
      while (rows.hasNext()) {
        sheet.row(question.columns(), rows.next());
      }
      sheet.sheet.finish();
    }
  }

  private void head(List<Column> columns) {
    sheet.freezePane(0, 1);
    for (int i = 0; i < columns.size(); i++) {
      sheet.value(line, i, columns.get(i).name());
      sheet.style(line, i).bold().set();
    }
    line++;
  }

  private void row(List<Column> columns, Binding row) throws IOException {
    if (line % LINES_HELD == 0) {
      sheet.flush();
    }
    if (line == MOST_ROWS) {
      throw new Refusal(
          406,
          "too-large-for-format",
          "A sheet holds %,d lines; ask for CSV.".formatted(MOST_ROWS));
    }
    for (int i = 0; i < columns.size(); i++) {
      Node value = row.get(columns.get(i).name());
      if (value != null) {
        cell(
            i,
            columns.get(i).type(),
            value.isLiteral() ? value.getLiteralLexicalForm() : value.toString());
      }
    }
    line++;
  }

  private void cell(int column, ValueType type, String text) {
    switch (type) {
      case INTEGER, DECIMAL -> number(column, text);
      case DATE -> day(column, text);
      case BOOLEAN -> sheet.value(line, column, text.equals("true") || text.equals("1"));
      case IRI, STRING, DATE_TIME -> text(column, text);
    }
  }

  private void number(int column, String text) {
    try {
      BigDecimal number = new BigDecimal(text);
      if (number.precision() <= MOST_DIGITS) {
        sheet.value(line, column, number);
        return;
      }
    } catch (NumberFormatException e) {
      // INF and NaN are doubles that no sheet knows: they stay texts.
    }
    text(column, text);
  }

  private void day(int column, String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (!day.isBefore(FIRST_DAY)) {
        sheet.value(line, column, day);
        sheet.style(line, column).format(DAY_FORMAT).set();
        return;
      }
    } catch (DateTimeParseException e) {
      // A day with a zone is none that a sheet knows: it stays a text.
    }
    text(column, text);
  }

  /** In its cell: a table of all texts would be held in memory. */
  private void text(int column, String text) {
    sheet.inlineString(
        line,
        column,
        text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…");
  }
}
