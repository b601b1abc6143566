package io.controlgraph.ingest.sssom;

import java.util.List;

/** What came of reading an SSSOM file: a whole mapping set, or every reason why there is none. */
public sealed interface SssomReading {

  /**
   * The file could be read.
   *
   * @param set the mappings in it
   * @param ignoredColumns columns that SSSOM does not define, which its specification tells readers
   *     to discard
   */
  record Read(MappingSet set, List<String> ignoredColumns) implements SssomReading {
    public Read {
      ignoredColumns = List.copyOf(ignoredColumns);
    }
  }

  /**
   * The file could not be read.
   *
   * @param errors all that is wrong with it, by line; at least one
   */
  record Rejected(List<SssomError> errors) implements SssomReading {
    public Rejected {
      errors = List.copyOf(errors);
      if (errors.isEmpty()) {
        throw new IllegalArgumentException("a rejection names at least one error");
      }
    }
  }
}
