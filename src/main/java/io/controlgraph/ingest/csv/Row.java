package io.controlgraph.ingest.csv;

/** A row of a file: its cells, in the order of the kind's columns, stripped; empty if absent. */
final class Row {
  private final Table table;
  private final long number;
  private final long line;
  private final String[] cells;
  private final boolean whole;

  /**
   * Makes a row.
   *
   * @param number the row as a spreadsheet numbers it: the record's number, the header being 1
   * @param line the line of the text on which it begins
   * @param whole false if it has fewer or more cells than the header, so that none can be trusted
   */
  Row(Table table, long number, long line, String[] cells, boolean whole) {
    this.table = table;
    this.number = number;
    this.line = line;
    this.cells = cells;
    this.whole = whole;
  }

  Table table() {
    return table;
  }

  long number() {
    return number;
  }

  long line() {
    return line;
  }

  boolean whole() {
    return whole;
  }

  /** The cell of the kind's column with that place. */
  String cell(int column) {
    return cells[column];
  }

  /** Where this row is, for a message about another row. */
  String seenFrom(Row other) {
    String place = "row " + number;
    return table == other.table ? place : place + " of " + table.source().name();
  }

  /** Whether the row is not yet decided and says nothing. */
  boolean leftOut() {
    int gate = table.gate();
    return gate >= 0 && cells[gate].isEmpty();
  }
}
