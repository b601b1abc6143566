package io.controlgraph.ingest;

/** What became of an import. */
public sealed interface ImportOutcome {

  ImportReport report();

  /** It is one revision, which the report names. */
  record Imported(ImportReport report) implements ImportOutcome {}

  /** The graph had all of it already; there is no new revision. */
  record Unchanged(ImportReport report) implements ImportOutcome {}

  /** Something is wrong; nothing was written. */
  record Rejected(ImportReport report) implements ImportOutcome {}

  /** Nothing was written because nothing should be; the report has the difference. */
  record DryRun(ImportReport report) implements ImportOutcome {}
}
