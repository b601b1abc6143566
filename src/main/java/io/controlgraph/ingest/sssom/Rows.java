package io.controlgraph.ingest.sssom;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The mappings block of an SSSOM/TSV file: a line of slot names, then one line a mapping. */
final class Rows {

  private static final CSVFormat TSV =
      CSVFormat.DEFAULT.builder().setDelimiter('\t').setIgnoreEmptyLines(true).get();

  private static final List<String> REQUIRED =
      List.of("subject_id", "predicate_id", "object_id", "mapping_justification");

  /** What the set says of all its rows, for slots that no row fills itself. */
  private static final List<String> PROPAGATED =
      List.of("mapping_date", "subject_source", "object_source");

  private final Header header;
  private final Curies curies;
  private final Problems problems;
  private final List<String> columns = new ArrayList<>();

  Rows(Header header, Problems problems) {
    this.header = header;
    this.curies = header.curies();
    this.problems = problems;
  }

  /** The columns that SSSOM does not define. */
  List<String> unknownColumns() {
    return columns.stream().filter(column -> !Slots.MAPPING.contains(column)).toList();
  }

  /**
   * Reads the block.
   *
   * @param text the block
   * @param linesBefore how many lines of the file stand before it
   */
  List<MappingRow> read(String text, int linesBefore) throws IOException {
    Map<Integer, Map<String, String>> cells = new HashMap<>();
    List<Integer> order = new ArrayList<>();
    int line = linesBefore + 1;
    try (CSVParser parser = CSVParser.parse(new StringReader(text), TSV)) {
      Iterator<CSVRecord> records = parser.iterator();
      while (records.hasNext()) {
        CSVRecord record = records.next();
        if (columns.isEmpty()) {
          readColumns(record, line);
        } else if (record.size() > columns.size()) {
          problems.add(
              line, "", "expected " + columns.size() + " cells at most, found " + record.size());
        } else {
          cells.put(line, byColumn(record));
          order.add(line);
        }
        line = linesBefore + (int) parser.getCurrentLineNumber() + 1;
      }
    } catch (UncheckedIOException e) {
      problems.add(line, "", "a value in double quotes does not end where its cell does");
    }
    if (columns.isEmpty()) {
      problems.add(linesBefore + 1, "", "expected a line of slot names, such as subject_id");
      return List.of();
    }
    propagate(cells.values());
    return toRows(order, cells);
  }

  private void readColumns(CSVRecord record, int line) {
    for (String name : record) {
      String column = name.strip();
      if (columns.contains(column)) {
        problems.add(line, column, "the column stands twice");
      }
      columns.add(column);
    }
    for (String required : REQUIRED) {
      if (!columns.contains(required)) {
        problems.add(line, required, "the column is missing");
      }
    }
  }

  private Map<String, String> byColumn(CSVRecord record) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < record.size(); i++) {
      values.put(columns.get(i), record.get(i));
    }
    return values;
  }

  private void propagate(Iterable<Map<String, String>> rows) {
    for (String slot : PROPAGATED) {
      String common = header.text(slot).orElse("");
      boolean own = false;
      for (Map<String, String> row : rows) {
        own |= !row.getOrDefault(slot, "").isBlank();
      }
      if (!own && !common.isEmpty()) {
        rows.forEach(row -> row.put(slot, common));
      }
    }
  }

  private List<MappingRow> toRows(List<Integer> order, Map<Integer, Map<String, String>> cells) {
    List<MappingRow> rows = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int line : order) {
      MappingRow row = toRow(new Cells(line, cells.getOrDefault(line, Map.of()), curies, problems));
      boolean complete = !row.subject().isEmpty() && !row.object().isEmpty();
      if (complete && !names.add(row.name())) {
        problems.add(line, "", "the mapping " + row.name() + " stands twice");
      }
      rows.add(row);
    }
    return rows;
  }

  private MappingRow toRow(Cells cells) {
    String name =
        "%s~%s~%s"
            .formatted(
                cells.text("subject_id"), cells.text("predicate_id"), cells.text("object_id"));
    MappingRow row =
        new MappingRow(
            cells.line(),
            name,
            cells.requiredIri("subject_id"),
            cells.requiredIri("predicate_id"),
            cells.negated("predicate_modifier"),
            cells.requiredIri("object_id"),
            cells.requiredIri("mapping_justification"),
            cells.list(columns.contains("author_label") ? "author_label" : "author_id"),
            cells.list(columns.contains("reviewer_label") ? "reviewer_label" : "reviewer_id"),
            cells.iri("subject_source"),
            cells.iri("object_source"),
            cells.fraction("confidence"),
            cells.date("mapping_date"),
            cells.text("comment"));
    if (row.predicate().equals(MappingRow.NO_TERM_FOUND)) {
      problems.add(row.line(), "predicate_id", "sssom:NoTermFound is no predicate");
    }
    return row;
  }
}
