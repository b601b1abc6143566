package io.controlgraph.ingest.csv;

import java.util.List;
import java.util.Map;

/** What a cell of a column may hold. */
public sealed interface ColumnType {

  /** The id of the row's thing. */
  record Id() implements ColumnType {}

  /** Any text. */
  record Text() implements ColumnType {}

  /** A day, such as 2026-03-31. */
  record Date() implements ColumnType {}

  /** A moment with its zone, such as 2026-01-12T02:10:00Z. */
  record DateTime() implements ColumnType {}

  /** A whole number. */
  record Whole() implements ColumnType {}

  /** A number, with a point before its fraction. */
  record Decimal() implements ColumnType {}

  /** yes or no. */
  record YesNo() implements ColumnType {}

  /** An absolute web address or URN. */
  record Uri() implements ColumnType {}

  /** A SHA-256 hash, 64 hex digits. */
  record Sha256() implements ColumnType {}

  /** A help for the reader of the sheet; not imported. */
  record Note() implements ColumnType {}

  /** The id of a framework. */
  record Framework() implements ColumnType {}

  /** A requirement of a framework. */
  record Requirement() implements ColumnType {}

  /**
   * The class of the row's thing.
   *
   * @param classes from the cell's value to the local name of the class, in the order defined
   */
  record ClassOf(Map<String, String> classes) implements ColumnType {}

  /**
   * A value of a concept scheme.
   *
   * @param scheme the local name of the scheme
   */
  record Concept(String scheme) implements ColumnType {}

  /**
   * A row of another kind.
   *
   * @param kinds the kinds it may be of
   */
  record Ref(List<String> kinds) implements ColumnType {
    public Ref {
      kinds = List.copyOf(kinds);
    }
  }
}
