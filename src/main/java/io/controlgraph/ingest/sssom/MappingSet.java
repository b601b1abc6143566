package io.controlgraph.ingest.sssom;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set of mappings with what SSSOM's metadata block says of it.
 *
 * @param id the IRI of the set
 * @param title its title, for people; the IRI when the file gives none
 * @param description what it holds and how it was made
 * @param version its version
 * @param license the IRI of its licence
 * @param rows the mappings, in the order of the file
 */
public record MappingSet(
    String id,
    String title,
    @Nullable String description,
    @Nullable String version,
    String license,
    List<MappingRow> rows) {

  public MappingSet {
    rows = List.copyOf(rows);
  }
}
