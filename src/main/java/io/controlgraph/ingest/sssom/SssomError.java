package io.controlgraph.ingest.sssom;

/**
 * Something in an SSSOM file that cannot be read.
 *
 * @param file the name of the file
 * @param line the line of the file, counted from 1; of a row over several lines, the first
 * @param column the slot that is wrong, such as {@code object_id}; empty when the whole line is
 * @param message what is wrong and what was expected
 */
public record SssomError(String file, int line, String column, String message) {

  @Override
  public String toString() {
    return file + ":" + line + (column.isEmpty() ? "" : " " + column) + ": " + message;
  }
}
