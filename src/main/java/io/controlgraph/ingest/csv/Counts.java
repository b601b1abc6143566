package io.controlgraph.ingest.csv;

import io.controlgraph.ingest.ImportReport.FileReport;

/** What became of the rows of a file. */
final class Counts {
  private long added;
  private long changed;
  private long removed;
  private long unchanged;
  private long leftOut;

  void added() {
    added++;
  }

  void changed() {
    changed++;
  }

  void removed() {
    removed++;
  }

  void unchanged() {
    unchanged++;
  }

  void leftOut() {
    leftOut++;
  }

  boolean touched() {
    return added + changed + removed > 0;
  }

  FileReport report(Table table) {
    return new FileReport(
        table.source().name(),
        table.kind().name(),
        table.organisation(),
        table.rows().size(),
        added,
        changed,
        removed,
        unchanged,
        leftOut);
  }
}
