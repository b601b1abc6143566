package io.controlgraph.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import found and did.
 *
 * @param files one entry a file, in the order given; the counts hold if there are no errors
 * @param errors what is wrong, by file, row and column; at most {@link #MAX_ERRORS}
 * @param furtherErrors how many more errors there are than listed
 * @param passedOver files that are no part of the import format and were not read
 * @param difference what would change, on a dry run
 * @param revision the number of the revision written, if one was
 */
public record ImportReport(
    List<FileReport> files,
    List<RowError> errors,
    long furtherErrors,
    List<PassedOver> passedOver,
    @Nullable Difference difference,
    @Nullable Long revision) {

  /** How many errors a report lists. */
  public static final int MAX_ERRORS = 200;

  public ImportReport {
    files = List.copyOf(files);
    errors = List.copyOf(errors);
    passedOver = List.copyOf(passedOver);
  }

  /**
   * What became of a file's rows.
   *
   * @param file its name
   * @param kind its kind; null if it has none that is known
   * @param organisation whose data it holds; null if nothing says so
   * @param rows rows read, without the header and empty rows
   * @param added things that are new
   * @param changed things of which a statement changed
   * @param removed things that this source no longer has; counted at the first file of a kind
   * @param unchanged things that are as they were
   * @param leftOut rows not yet decided, which say nothing
   */
  public record FileReport(
      String file,
      @Nullable String kind,
      @Nullable String organisation,
      long rows,
      long added,
      long changed,
      long removed,
      long unchanged,
      long leftOut) {}

  /**
   * A file that was not read.
   *
   * @param file its name
   * @param reason why, for a person
   */
  public record PassedOver(String file, String reason) {}
}
