package io.controlgraph.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.security.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NegotiationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/*                                                    | application/sparql-results+json",
        "text/csv                                               | text/csv",
        "TEXT/CSV                                               | text/csv",
        "application/json                                       | application/json",
        "application/*                                          | application/sparql-results+json",
        "text/*                                                 | text/csv",
        "text/csv;q=0.5, application/sparql-results+xml;q=0.9   | application/sparql-results+xml",
        "text/csv;q=0.5, */*;q=0.1                              | text/csv",
        "*/*;q=0.9, application/sparql-results+json;q=0.1       | application/sparql-results+xml",
        "application/sparql-results+json;q=0, */*               | application/sparql-results+xml",
        "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8 | application/xml",
        "text/csv;header=present;q=1.0                          | text/csv",
        "text/csv;title=\"a,b;c\", application/json;q=0.2       | text/csv",
        ", text/csv ,,                                          | text/csv"
      })
  void theBestOfWhatIsAcceptedIsChosen(String accept, String chosen) {
    assertEquals(chosen, choose(accept).mediaType());
  }

  @Test
  void withoutAWishTheProperFormatIsSent() {
    assertEquals(RowFormat.JSON, Negotiation.choose(List.of(), null, RowFormat.all()).format());
    assertEquals(
        GraphFormat.TURTLE,
        Negotiation.choose(List.of(""), null, GraphFormat.forTriples()).format());
  }

  @Test
  void severalHeadersAreOneList() {
    assertEquals(
        RowFormat.TSV,
        Negotiation.choose(
                List.of("text/csv;q=0.3", "text/tab-separated-values;q=0.4"), null, RowFormat.all())
            .format());
  }

  @Test
  void theFormatParameterOutweighsTheHeader() {
    assertEquals(
        RowFormat.CSV,
        Negotiation.choose(List.of("application/json"), "csv", RowFormat.all()).format());
    assertEquals(
        "application/xml",
        Negotiation.choose(List.of(), "application/xml", RowFormat.all()).mediaType());
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "text/turtle", "*/*;q=0", "image/*", "text/csv;q=0.000"})
  void whatCannotBeMadeIsRefusedWithTheList(String accept) {
    Refusal refusal = assertThrows(Refusal.class, () -> choose(accept));
    assertEquals(406, refusal.status());
    assertEquals(
        List.of(
            "application/sparql-results+json",
            "application/sparql-results+xml",
            "text/csv",
            "text/tab-separated-values"),
        refusal.members().get("available"));
  }

  @Test
  void anUnknownFormatIsRefusedWithTheList() {
    Refusal refusal =
        assertThrows(
            Refusal.class, () -> Negotiation.choose(List.of(), "xlsx", GraphFormat.forTriples()));
    assertEquals(406, refusal.status());
    assertTrue(refusal.detail().contains("text/turtle"), refusal.detail());
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "*/csv", "text/csv;q=2", "text/csv;q=x", "text/csv;q=0.1234", "/"})
  void anUnreadableHeaderIsBad(String accept) {
    assertEquals(400, assertThrows(Refusal.class, () -> choose(accept)).status());
  }

  private static Negotiation.Choice choose(String accept) {
    return Negotiation.choose(List.of(accept), null, RowFormat.all());
  }
}
