package io.controlgraph.ingest;

/**
 * How to import.
 *
 * @param author who imports, as it shall stand in the log
 * @param message why, in a line
 * @param replace whether things that the sources no longer have are removed
 * @param dryRun whether to tell only what would happen
 */
public record ImportOptions(String author, String message, boolean replace, boolean dryRun) {

  /** Adds and updates, and writes. */
  public static ImportOptions of(String author, String message) {
    return new ImportOptions(author, message, false, false);
  }

  public ImportOptions replacing() {
    return new ImportOptions(author, message, true, dryRun);
  }

  public ImportOptions dry() {
    return new ImportOptions(author, message, replace, true);
  }
}
