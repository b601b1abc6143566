package io.controlgraph.ingest.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralsTest {

  @ParameterizedTest
  @CsvSource({
    "date,2026-03-31,2026-03-31",
    "date,2024-02-29,2024-02-29",
    "dateTime,2026-01-12T02:10:00Z,2026-01-12T02:10:00Z",
    "dateTime,2026-01-12T02:10Z,2026-01-12T02:10:00Z",
    "dateTime,2026-01-12T00:10:00+01:00,2026-01-11T23:10:00Z",
    "dateTime,2026-01-12T02:10:00.500Z,2026-01-12T02:10:00.500Z",
    "integer,007,7",
    "integer,-3,-3",
    "decimal,3.50,3.5",
    "decimal,4,4.0",
    "decimal,-0.0,0.0",
    "decimal,100000,100000.0",
    "boolean,Yes,true",
    "boolean,FALSE,false",
    "uri,https://example.org/a,https://example.org/a",
    "text,=1+1,=1+1",
  })
  void eachTypeHasOneForm(String type, String cell, String lexical) {
    Literals.Reading.Value value =
        assertInstanceOf(Literals.Reading.Value.class, Literals.read(type(type), cell));
    assertEquals(lexical, value.node().getLiteralLexicalForm());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "date|2026-02-30|there is no such day",
        "date|2025-02-29|there is no such day",
        "date|31.03.2026|not a date; expected year-month-day, such as 2026-03-31",
        "date|2026-3-1|not a date; expected year-month-day, such as 2026-03-31",
        "date|2026-03-31T00:00:00Z|not a date; expected year-month-day, such as 2026-03-31",
        "dateTime|2026-01-12T25:00:00Z|there is no such moment",
        "integer|1,000|not a whole number; expected digits only, such as 12",
        "integer|1.0|not a whole number; expected digits only, such as 12",
        "integer|9999999999999999999|not a whole number; expected digits only, such as 12",
        "decimal|3,5|not a number; expected digits with a point, such as 3.5",
        "decimal|1e9|not a number; expected digits with a point, such as 3.5",
        "boolean|maybe|expected yes or no",
        "sha256|9f86|not a SHA-256; expected 64 hex digits",
        "uri|javascript:alert(1)|not an address; expected http:, https: or urn:",
        "uri|not an address|not an address; expected http:, https: or urn:",
      })
  void whatHasAnotherFormIsRefused(String type, String cell, String expected) {
    Literals.Reading.Wrong wrong =
        assertInstanceOf(Literals.Reading.Wrong.class, Literals.read(type(type), cell));
    assertEquals(expected, wrong.expected());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-12T02:10:00",
    "2026-01-12",
    "2026-01-12 02:10:00Z",
    "2026-01-12T02:10:00[UTC]"
  })
  void aMomentNeedsItsZone(String cell) {
    assertInstanceOf(Literals.Reading.Wrong.class, Literals.read(new ColumnType.DateTime(), cell));
  }

  private static ColumnType type(String name) {
    return switch (name) {
      case "date" -> new ColumnType.Date();
      case "dateTime" -> new ColumnType.DateTime();
      case "integer" -> new ColumnType.Whole();
      case "decimal" -> new ColumnType.Decimal();
      case "boolean" -> new ColumnType.YesNo();
      case "sha256" -> new ColumnType.Sha256();
      case "uri" -> new ColumnType.Uri();
      default -> new ColumnType.Text();
    };
  }
}
