package io.controlgraph.ingest.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.controlgraph.ingest.Progress;
import io.controlgraph.ingest.RowError;
import io.controlgraph.ingest.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {
  private final Errors errors = new Errors();

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void theSeparatorIsFoundOut(String separator) {
    Table table = read("id,name\nU-1,Radiology\n".replace(",", separator));
    assertEquals(List.of("2:U-1|Radiology"), rows(table));
    assertEquals(List.of(), lines());
  }

  @Test
  void theSeparatorIsTheOneThatNamesColumns() {
    Table table = read("id;\"name\";partOf\nU-1;\"Radiology, general\";\n");
    assertEquals(List.of("2:U-1|Radiology, general"), rows(table));
  }

  @Test
  void aFileOfOneColumnNeedsNoSeparator() {
    assertEquals(List.of("2:U-1|"), rows(read("id\nU-1\n")));
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheHeader() {
    assertEquals(List.of("2:U-1|Radiology"), rows(read("\uFEFFid,name\nU-1,Radiology\n")));
    assertEquals(List.of(), lines());
  }

  @Test
  void linesMayEndAsOnWindowsAndTheLastMayNotEnd() {
    assertEquals(
        List.of("2:U-1|Radiology", "3:U-2|Wards"),
        rows(read("id,name\r\nU-1,Radiology\r\nU-2,Wards")));
  }

  @Test
  void rowsAreNumberedAsASpreadsheetDoesAndLinesAreKnown() {
    Table table = read("id,name\nU-1,\"Two\r\nlines\"\n\nU-2,Wards\n,\nU-3,Lab\n");
    assertEquals(List.of("2:U-1|Two\nlines", "4:U-2|Wards", "6:U-3|Lab"), rows(table));
    assertEquals(List.of(2L, 5L, 7L), table.rows().stream().map(Row::line).toList());
  }

  @Test
  void blanksAroundCellsDoNotCount() {
    assertEquals(
        List.of("2:U-1|Radiology"), rows(read(" id , name\n\u00a0U-1 , \"Radiology\" \n")));
  }

  @Test
  void columnsMayBeInAnyOrder() {
    assertEquals(List.of("2:U-1|Radiology"), rows(read("name,id\nRadiology,U-1\n")));
  }

  @Test
  void anUnknownColumnIsAnErrorWithTheNearestName() {
    read("id,nmae,colour\n");
    assertEquals(
        List.of(
            "units.csv, row 1, column nmae: column 'nmae': no such column in units; did you mean"
                + " 'name'?",
            "units.csv, row 1, column colour: column 'colour': no such column in units; expected"
                + " id, name, partOf, description",
            "units.csv, row 1, column name: column 'name' is required, and missing"),
        lines());
  }

  @Test
  void aColumnThatIsThereTwiceIsAnError() {
    Table table = read("id,name,name\nU-1,a,b\n");
    assertEquals(List.of("units.csv, row 1, column name: column 'name' is there twice"), lines());
    assertFalse(table.idsReadable());
  }

  @Test
  void aRowOfAnotherWidthIsAnError() {
    read("id,name\nU-1\nU-2,Wards,more\n");
    String rest =
        " cells where the header has 2; a cell that holds the separator must be in quotes";
    assertEquals(
        List.of("units.csv, row 2: has 1" + rest, "units.csv, row 3: has 3" + rest), lines());
  }

  @Test
  void emptyColumnsOfASpreadsheetAreNothingButValuesUnderNoNameAreAnError() {
    assertEquals(
        List.of("2:U-1|Radiology", "3:U-2|Wards"),
        rows(read("id,name,,\nU-1,Radiology,,\nU-2,Wards,,x\n")));
    assertEquals(
        List.of("units.csv, row 3: has 'x' in cell 4, where the header has no name"), lines());
  }

  @Test
  void aFileWithoutAHeaderIsAnError() {
    read("");
    assertEquals(
        List.of(
            "units.csv, line 1: has no header; expected the columns id, name, partOf, description"),
        lines());
  }

  @Test
  void textThatIsNotUtf8IsAnErrorWithItsLine() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("id,name\nU-1,".getBytes(StandardCharsets.UTF_8));
    bytes.write("R\u00f6ntgen\n".getBytes(StandardCharsets.ISO_8859_1));
    read(bytes.toByteArray());
    assertEquals(
        List.of("units.csv, line 2: is not UTF-8; save the file as \"CSV UTF-8\""), lines());
  }

  @Test
  void aCharacterCutOffAtTheEndIsAnError() {
    byte[] whole = "id,name\nU-1,\u00f6".getBytes(StandardCharsets.UTF_8);
    read(java.util.Arrays.copyOf(whole, whole.length - 1));
    assertEquals(
        List.of("units.csv, line 2: is not UTF-8; save the file as \"CSV UTF-8\""), lines());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void anotherUnicodeFormIsNamed(String charset) {
    read("\uFEFFid,name\n".getBytes(java.nio.charset.Charset.forName(charset)));
    assertEquals(
        List.of("units.csv, line 1: is UTF-16, not UTF-8; save the file as \"CSV UTF-8\""),
        lines());
  }

  @ParameterizedTest
  @ValueSource(strings = {"U-2,\"Wards\n", "U-2,\"Wards\"x\n"})
  void aQuoteThatDoesNotCloseIsAnErrorWithItsLine(String row) {
    Table table = read("id,name\nU-1,a\n" + row);
    assertEquals(
        List.of(
            "units.csv, line 3: cannot be read from here on: a quote is not closed, or has text"
                + " after it"),
        lines());
    assertFalse(table.idsReadable());
  }

  private Table read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private Table read(byte[] bytes) {
    SourceFile file = SourceFile.of("units.csv", "acme", bytes);
    Source source = new Source(0, "units.csv", file, Kinds.shipped().get("units"), "acme");
    try {
      return new CsvReader(errors, Progress.NONE).read(source);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> rows(Table table) {
    return table.rows().stream()
        .map(row -> row.number() + ":" + row.cell(0) + "|" + row.cell(1))
        .toList();
  }

  private List<String> lines() {
    return errors.inOrder().stream().map(RowError::text).toList();
  }
}
