package io.controlgraph.ingest.csv;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a file, and what became of them. Used by one import, on one thread. */
final class Table {
  private final Source source;
  private final int gate;
  private final int idColumn;
  private final List<Row> rows = new ArrayList<>();
  private @Nullable Header header;
  private boolean idsReadable = true;

  Table(Source source) {
    this.source = source;
    Kind kind = source.kind();
    this.gate = kind.gate() == null ? -1 : kind.columns().indexOf(kind.gate());
    this.idColumn = kind.idColumn() == null ? -1 : kind.columns().indexOf(kind.idColumn());
  }

  Source source() {
    return source;
  }

  Kind kind() {
    return source.kind();
  }

  String organisation() {
    return source.organisation();
  }

  /** The place of the gate column, or -1. */
  int gate() {
    return gate;
  }

  /** The place of the id column, or -1 if rows are known by a key. */
  int idColumn() {
    return idColumn;
  }

  /** Whether the file has the kind's column of that place. */
  boolean has(int column) {
    return header != null && header.has(column);
  }

  void header(Header newHeader) {
    header = newHeader;
  }

  List<Row> rows() {
    return rows;
  }

  /** Whether it is known which things the file has, whatever else is wrong with it. */
  boolean idsReadable() {
    return idsReadable;
  }

  void idsUnreadable() {
    idsReadable = false;
  }
}
