package io.controlgraph.ingest.csv;

/** Ends a transaction without writing; what is wrong is in the errors. */
final class Rejection extends Exception {
  private static final long serialVersionUID = 1L;

  Rejection() {
    super("the import has errors");
  }
}
