package io.controlgraph.cli;

import io.controlgraph.ingest.csv.Kinds;
import io.controlgraph.ingest.csv.Templates;

/** Templates of the import format, which need no server. */
final class ImportTemplates {
  private ImportTemplates() {}

  /** The header of a kind's file, as CSV. */
  static String of(String kind) {
    try {
      return Templates.of(Kinds.shipped().get(kind));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.WRONG_USE, String.valueOf(e.getMessage()));
    }
  }
}
