package io.controlgraph.ingest.sssom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SssomReaderTest {

  private static final String HEADER =
      """
      #curie_map:
      #  a: https://example.org/a/
      #  b: https://example.org/b/
      #mapping_set_id: https://example.org/set
      #license: https://www.apache.org/licenses/LICENSE-2.0
      """;

  private static final String COLUMNS =
      "subject_id\tpredicate_id\tobject_id\tmapping_justification";

  private static final String ROW = "a:1\tskos:broadMatch\tb:2\tsemapv:ManualMappingCuration";

  @Test
  void expandsIdentifiersAndReadsTheTypesOfSlots() throws IOException {
    MappingRow row =
        onlyRow(
            HEADER
                + COLUMNS
                + "\tauthor_label\treviewer_label\tsubject_source\tconfidence\tmapping_date\tcomment\n"
                + ROW
                + "\tEditor|Second \\| editor\tReviewer\ta:all\t0.75\t2026-03-31\t\"a \"\"quoted\"\" word\"\n");
    assertEquals("https://example.org/a/1", row.subject());
    assertEquals("http://www.w3.org/2004/02/skos/core#broadMatch", row.predicate());
    assertEquals("https://example.org/b/2", row.object());
    assertEquals("https://w3id.org/semapv/vocab/ManualMappingCuration", row.justification());
    assertEquals(List.of("Editor", "Second | editor"), row.authors());
    assertEquals(List.of("Reviewer"), row.reviewers());
    assertEquals("https://example.org/a/all", row.subjectSource());
    assertEquals(new BigDecimal("0.75"), row.confidence());
    assertEquals(LocalDate.of(2026, 3, 31), row.date());
    assertEquals("a \"quoted\" word", row.comment());
    assertEquals(7, row.line());
    assertTrue(row.isLink());
  }

  @Test
  void takesFromTheSetWhatNoRowSays() throws IOException {
    String set = HEADER + "#mapping_date: 2026-03-31\n";
    assertEquals(LocalDate.of(2026, 3, 31), onlyRow(set + COLUMNS + "\n" + ROW + "\n").date());
  }

  @Test
  void leavesTheSetsValueAsideWhenARowHasItsOwn() throws IOException {
    MappingSet set =
        read(HEADER
                + "#mapping_date: 2026-03-31\n"
                + COLUMNS
                + "\tmapping_date\n"
                + ROW
                + "\t2025-01-02\n"
                + ROW.replace("a:1", "a:3")
                + "\t\n")
            .set();
    assertEquals(LocalDate.of(2025, 1, 2), set.rows().get(0).date());
    assertEquals(null, set.rows().get(1).date());
  }

  @Test
  void namesTheColumnsItLeavesOut() throws IOException {
    SssomReading.Read read = read(HEADER + COLUMNS + "\tconfidense\n" + ROW + "\t0.9\n");
    assertEquals(List.of("confidense"), read.ignoredColumns());
  }

  @Test
  void deniedAndUnmappedRowsAreNoLinks() throws IOException {
    String columns = HEADER + COLUMNS + "\tpredicate_modifier\n";
    MappingRow denied = onlyRow(columns + ROW + "\tNot\n");
    assertTrue(denied.negated());
    assertFalse(denied.isLink());
    MappingRow unmapped = onlyRow(columns + ROW.replace("b:2", "sssom:NoTermFound") + "\t\n");
    assertTrue(unmapped.isUnmapped());
    assertFalse(unmapped.isLink());
  }

  @Test
  void countsLinesAcrossLineBreaksInQuotes() throws IOException {
    List<SssomError> errors =
        rejected(
            HEADER
                + COLUMNS
                + "\tcomment\n"
                + ROW
                + "\t\"two\nlines\"\n"
                + ROW.replace("a:1", "z:1")
                + "\t\n");
    assertEquals(List.of(9), errors.stream().map(SssomError::line).toList());
  }

  @Test
  void namesTheLineOfAQuoteThatIsNotClosed() throws IOException {
    List<SssomError> errors =
        rejected(HEADER + COLUMNS + "\tcomment\n" + ROW + "\tfine\n" + ROW + "\t\"open\n");
    assertEquals(8, errors.get(0).line());
    assertTrue(errors.get(0).message().contains("double quotes"), errors::toString);
  }

  @Test
  void tellsAllThatIsWrongInOneGoWithLineAndColumn() throws IOException {
    Path file = Path.of("src/test/resources/sssom/broken.sssom.tsv");
    SssomReading.Rejected rejected =
        assertInstanceOf(SssomReading.Rejected.class, SssomReader.read(file));
    String f = "broken.sssom.tsv:";
    assertEquals(
        List.of(
            f + "1 license: expected an IRI, found nothing",
            f + "3 curie_map: expected an absolute IRI for prefix 'b', found 'relative'",
            f + "4 mapping_set_id: expected an absolute IRI, found 'not-an-iri'",
            f + "8 subject_id: expected a CURIE with a prefix declared in curie_map, found 'x:1'",
            f + "9 predicate_id: expected a CURIE such as skos:exactMatch, found nothing",
            f
                + "10 object_id: expected a CURIE with a prefix declared in curie_map,"
                + " found 'https://example.org/a/4'",
            f + "11 predicate_modifier: expected 'Not' or nothing, found 'not'",
            f + "12 confidence: expected a number from 0 to 1, found '1.2'",
            f + "13 mapping_date: expected a date such as 2026-03-31, found '31.03.2026'",
            f + "14 predicate_id: sssom:NoTermFound is no predicate",
            f + "15: the mapping a:1~skos:exactMatch~a:2 stands twice",
            f + "16: expected 7 cells at most, found 8"),
        rejected.errors().stream().map(SssomError::toString).toList());
  }

  @Test
  void rejectsAFileWithoutMetadataOrColumns() throws IOException {
    List<String> messages = rejected("").stream().map(SssomError::message).toList();
    assertTrue(messages.get(0).startsWith("expected a metadata block"), messages::toString);
    assertTrue(messages.contains("expected a line of slot names, such as subject_id"));
    assertEquals(
        List.of("object_id"),
        rejected(HEADER + COLUMNS.replace("\tobject_id", "") + "\n").stream()
            .map(SssomError::column)
            .toList());
  }

  @Test
  void rejectsMetadataThatIsNotYamlWithItsLine() throws IOException {
    List<SssomError> errors = rejected("#mapping_set_id: a\n#license: {\n" + COLUMNS + "\n");
    assertTrue(errors.stream().anyMatch(e -> e.message().contains("not YAML")), errors::toString);
    assertTrue(
        rejected("#license: a\n#license: b\n" + COLUMNS + "\n").stream()
            .anyMatch(e -> e.message().contains("Duplicate")));
  }

  private static SssomReading.Read read(String text) throws IOException {
    SssomReading reading = SssomReader.read("test.sssom.tsv", new StringReader(text));
    return assertInstanceOf(SssomReading.Read.class, reading, reading::toString);
  }

  private static MappingRow onlyRow(String text) throws IOException {
    List<MappingRow> rows = read(text).set().rows();
    assertEquals(1, rows.size());
    return rows.get(0);
  }

  private static List<SssomError> rejected(String text) throws IOException {
    SssomReading reading = SssomReader.read("test.sssom.tsv", new StringReader(text));
    return assertInstanceOf(SssomReading.Rejected.class, reading, reading::toString).errors();
  }
}
