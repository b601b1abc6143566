package io.controlgraph.ingest.sssom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads SSSOM/TSV files in their embedded form: a metadata block behind {@code #}, then the rows.
 *
 * <p>All that is wrong with a file is told in one go. As the specification demands, identifiers are
 * CURIEs with declared prefixes, any predicate is accepted, and columns that it does not define are
 * left out, but named. Literal mappings, the external form, and a second row with the same subject,
 * predicate and object are rejected.
 *
 * @see <a href="https://mapping-commons.github.io/sssom/spec-formats-tsv/">The SSSOM/TSV format</a>
 */
public final class SssomReader {

  private SssomReader() {}

  /**
   * Reads a file in UTF-8.
   *
   * @throws IOException when the file cannot be read at all
   */
  public static SssomReading read(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      return read(file.getFileName().toString(), reader);
    }
  }

  /**
   * Reads a file.
   *
   * @param name what errors call the file
   * @param reader its text
   * @throws IOException when the text cannot be read at all
   */
  public static SssomReading read(String name, Reader reader) throws IOException {
    List<String> metadata = new ArrayList<>();
    StringBuilder mappings = new StringBuilder();
    BufferedReader lines = new BufferedReader(reader);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (mappings.isEmpty() && line.startsWith("#")) {
        metadata.add(line.substring(1));
      } else {
        mappings.append(line).append('\n');
      }
    }
    Problems problems = new Problems(name);
    Header header = Header.parse(metadata, problems);
    String id = header.requiredIri("mapping_set_id");
    String license = header.requiredIri("license");
    Rows rows = new Rows(header, problems);
    List<MappingRow> read = rows.read(mappings.toString(), metadata.size());
    if (!problems.none()) {
      return new SssomReading.Rejected(problems.byLine());
    }
    MappingSet set =
        new MappingSet(
            id,
            header.text("mapping_set_title").orElse(id),
            header.text("mapping_set_description").orElse(null),
            header.text("mapping_set_version").orElse(null),
            license,
            read);
    return new SssomReading.Read(set, rows.unknownColumns());
  }
}
