package io.controlgraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
  private static final String HEAD = "#+ summary: s\n#+ question: q\n";

  private final Path folder;

  CatalogueTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void the_questions_of_the_product_load() {
    Catalogue catalogue = Catalogue.load(List.of());
    assertTrue(catalogue.find("coverage/by-framework").isPresent());
    assertTrue(catalogue.questions().size() >= 20);
    assertTrue(catalogue.find("shared/cells").isEmpty());
  }

  @Test
  void a_folder_adds_a_users_own_and_may_use_shared_definitions() throws IOException {
    Files.createDirectories(folder.resolve("mine"));
    Files.writeString(
        folder.resolve("mine/cells.rq"),
        HEAD
            + "#+ params: { day: { type: date } }\n#+ use: cells\n#+ columns: { target: iri }\n"
            + "SELECT DISTINCT ?target { }");
    Question question = Catalogue.load(List.of(folder)).find("mine/cells").orElseThrow();
    assertEquals("mine", question.folder());
    assertTrue(question.sparql().contains("ExpectationRule"));
  }

  @Test
  void a_name_taken_twice_stops_the_start() throws IOException {
    Files.createDirectories(folder.resolve("coverage"));
    Files.writeString(
        folder.resolve("coverage/by-kind.rq"),
        HEAD + "#+ columns: { a: iri }\nSELECT ?a { ?a ?b ?c }");
    CatalogueException thrown =
        assertThrows(CatalogueException.class, () -> Catalogue.load(List.of(folder)));
    assertSays(thrown, "'coverage/by-kind' is taken by");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sumary: s                                       | 1 | unknown key 'sumary'
          summary: s~summary: t                           | 2 | Duplicate field 'summary'
          summary: [a]                                    | 1 | 'summary' takes a text
          severity: awful~mend: m                         | 1 | severity 'awful'
          severity: low                                   | 1 | 'mend' is missing
          params: { x: { type: color } }                  | 1 | unknown type 'color'
          params: { x: { type: dateTime } }               | 1 | unknown type 'dateTime'
          params: { x: { type: iri, kind: a } }           | 1 | unknown key 'kind' of parameter 'x'
          params: { x: { type: iri } }                    | 1 | 'x' is declared but not used
          params: { a: { type: integer, default: one } }  | 1 | 'one' is no whole number
          params: { n: { type: integer } }                | 1 | 'n' is given a value by the query
          params: { a: { type: iri, required: maybe } }   | 1 | required is true or false
          params: { a: { type: iri, of: n } }             | 1 | takes the organisation of
          use: nothing                                    | 1 | no shared definition 'nothing'
          tags: { a: b }                                  | 1 | 'tags' takes a text
          """)
  void a_bad_header_stops_the_start_with_its_line(String header, int line, String message) {
    String text =
        "#+ "
            + header.replace("~", "\n#+ ")
            + "\n#+ question: q\n#+ columns: { a: iri, n: integer }\n"
            + "SELECT ?a ?n { ?a ?b ?c BIND (1 AS ?n) }";
    if (!header.contains("summary")) {
      text = text.replaceFirst("#\\+ question: q", "#+ question: q\n#+ summary: s");
    }
    assertFault(text, line, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a: iri, b: iri   | SELECT ?a { ?a ?b ?c }                            | 3 | are not what the query selects
          b: iri, a: iri   | SELECT ?a ?b { ?a ?b ?c }                         | 3 | are not what the query selects
          a: url           | SELECT ?a { ?a ?b ?c }                            | 3 | unknown type 'url'
          a: iri           | SELECT * { ?a ?b ?c }                             | 3 | SELECT * leaves the columns to chance
          a: iri           | ASK { ?a ?b ?c }                                  | 3 | only a SELECT query has columns
          a: iri           | SELECT ?a { ?a ?b ?c FILTER (?c > ?limit) }       | 4 | nothing gives ?limit a value
          a: iri           | SELECT ?a { ?a ?b ?c VALUES ?use { "cells" } }    | 4 | the header does not use it
          a: iri           | SELECT ?a { ?a ?b                                 | 4 | no SPARQL 1.1 query
          """)
  void a_bad_query_stops_the_start_with_its_line(
      String columns, String sparql, int line, String message) {
    assertFault(HEAD + "#+ columns: { " + columns + " }\n" + sparql, line, message);
  }

  @Test
  void definitions_in_a_circle_are_a_fault() {
    String first = "#+ summary: s\n#+ columns: { a: iri }\n#+ use: second\nSELECT ?a { ?a ?b ?c }";
    CatalogueException thrown =
        assertThrows(
            CatalogueException.class,
            () ->
                Catalogue.of(
                    List.of(
                        new QueryText("shared/first", "first.rq", first),
                        new QueryText(
                            "shared/second", "second.rq", first.replace("second", "first")))));
    assertSays(thrown, "in a circle");
  }

  @Test
  void a_parameter_named_like_an_inner_variable_of_a_definition_is_a_fault() {
    String shared = "#+ summary: s\n#+ columns: { a: iri }\nSELECT ?a { ?a ?inner ?c }";
    String text =
        HEAD
            + "#+ use: one\n#+ params: { inner: { type: iri } }\n#+ columns: { a: iri }\n"
            + "SELECT ?a { ?a ?inner 1 }";
    CatalogueException thrown =
        assertThrows(
            CatalogueException.class,
            () ->
                Catalogue.of(
                    List.of(
                        new QueryText("shared/one", "one.rq", shared),
                        new QueryText("q", "q.rq", text))));
    assertSays(thrown, "inside shared/one");
  }

  private static void assertSays(CatalogueException thrown, String part) {
    assertTrue(
        thrown.faults().stream().anyMatch(fault -> fault.message().contains(part)),
        () -> part + " is not in " + thrown.faults());
  }

  private static void assertFault(String text, int line, String message) {
    List<CatalogueFault> faults = new ArrayList<>();
    try {
      Catalogue.of(List.of(new QueryText("q", "q.rq", text)));
    } catch (CatalogueException e) {
      faults.addAll(e.faults());
    }
    assertTrue(
        faults.stream().anyMatch(f -> f.line() == line && f.message().contains(message)),
        () -> "expected line " + line + ": " + message + " but was " + faults);
  }
}
