package io.controlgraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments stay values, wherever in a query their parameter stands. */
class BinderTest {
  private static final Engine JENA = new JenaEngine(List.of());
  private static final BindContext CONTEXT =
      new BindContext(Fixture.DAY, "http://localhost:7070/", Names::resolve);

  private final Path folder;

  BinderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "\"} UNION { ?s ?p ?o } #",
        "'''",
        "\"\"\"",
        "back\\slash",
        "line\nbreak\r\tand tab",
        "quote@en",
        "\"typed\"^^<http://example.org/t>",
        "?s",
        "\u0000 \u0007 \u00e9 \ud83d\ude00",
        "",
        "}) . DELETE WHERE { ?s ?p ?o }"
      })
  void a_text_comes_back_as_it_was_given(String text) {
    Question question =
        question("text: { type: string }", "text: string", "SELECT ?text WHERE { }");
    assertEquals(List.of(List.of(text)), rows(question, Map.of("text", text)));
  }

  @Test
  void a_parameter_of_another_takes_the_organisation_of_its_argument() {
    Question question =
        question(
            "thing: { type: iri, required: true }\n#+   org: { type: iri, of: thing }",
            "thing: iri, org: iri",
            "SELECT ?thing ?org { }");
    NameResolver names =
        new NameResolver() {
          @Override
          public Resolution resolve(String name) {
            return Names.resolve(name);
          }

          @Override
          public Optional<String> organisation(String iri) {
            return iri.endsWith("owned") ? Optional.of(Names.EXAMPLE + "acme") : Optional.empty();
          }
        };
    BindContext context = new BindContext(Fixture.DAY, "http://localhost:7070/", names);
    assertEquals(
        List.of("ex:owned", "ex:acme"), row(question, Map.of("thing", "ex:owned"), context));
    assertEquals(List.of("ex:stray", ""), row(question, Map.of("thing", "ex:stray"), context));
    assertEquals(
        List.of("ex:owned", "ex:b"),
        row(question, Map.of("thing", "ex:owned", "org", "ex:b"), context));
  }

  @Test
  void a_text_never_matches_one_with_a_language() {
    Question question =
        question(
            "text: { type: string }", "s: iri, text: string", "SELECT ?s ?text { ?s ?p ?text }");
    String data = "ex:a ex:p \"bonjour\"@fr . ex:b ex:p \"bonjour\" .";
    assertEquals(
        List.of(List.of("ex:b", "bonjour")), rows(question, Map.of("text", "bonjour"), data));
  }

  @Test
  void a_parameter_is_bound_in_sub_selects_filters_and_exists() {
    Question question =
        question(
            "s: { type: iri }\n#+   min: { type: integer, default: 2 }",
            "s: iri, n: integer, min: integer",
            """
            SELECT ?s ?n ?min {
              { SELECT ?s (COUNT(?v) AS ?n) { ?s ex:p ?v FILTER (?v >= ?min) } GROUP BY ?s }
              FILTER EXISTS { ?s ex:p ?min }
            }
            """);
    String data = "ex:a ex:p 1, 2, 3 . ex:b ex:p 2, 3, 4 .";
    assertEquals(List.of(List.of("ex:a", "2", "2")), rows(question, Map.of("s", "ex:a"), data));
    assertEquals(
        List.of(List.of("ex:b", "2", "3")), rows(question, Map.of("s", "ex:b", "min", "3"), data));
  }

  @Test
  void a_parameter_is_bound_on_both_sides_of_minus() {
    Question question =
        question(
            "s: { type: iri }",
            "s: iri, v: integer",
            "SELECT ?s ?v { ?s ex:p ?v MINUS { ?s ex:gone true } } ORDER BY ?s");
    String data = "ex:a ex:p 1 ; ex:gone true . ex:b ex:p 2 .";
    assertEquals(List.of(), rows(question, Map.of("s", "ex:a"), data));
    assertEquals(List.of(List.of("ex:b", "2")), rows(question, Map.of("s", "ex:b"), data));
    assertEquals(List.of(List.of("ex:b", "2")), rows(question, Map.of(), data));
  }

  @Test
  void a_parameter_is_bound_in_having_and_in_aggregates() {
    Question question =
        question(
            "min: { type: integer, required: true }",
            "s: iri, n: integer",
            """
            SELECT ?s (SUM(IF(?v >= ?min, 1, 0)) AS ?n) { ?s ex:p ?v }
            GROUP BY ?s HAVING (MAX(?v) > ?min)
            """);
    assertEquals(
        List.of(List.of("ex:a", "2")),
        rows(question, Map.of("min", "2"), "ex:a ex:p 1, 2, 3 . ex:b ex:p 2 ."));
  }

  @Test
  void an_optional_parameter_without_argument_stays_free() {
    Question question =
        question("s: { type: iri }", "s: iri", "SELECT DISTINCT ?s { ?s ?p ?o } ORDER BY ?s");
    assertEquals(
        List.of(List.of("ex:a"), List.of("ex:b")),
        rows(question, Map.of(), "ex:a ex:p 1 . ex:b ex:p 2 ."));
  }

  @Test
  void the_day_is_the_effective_day_unless_given() {
    Question question = question("day: { type: date }", "day: date", "SELECT ?day { }");
    assertEquals(List.of(List.of("2026-03-31")), rows(question, Map.of()));
    assertEquals(List.of(List.of("2025-01-01")), rows(question, Map.of("day", "2025-01-01")));
  }

  @Test
  void everything_wrong_is_told_in_one_go() {
    Question question =
        question(
            "day: { type: date }\n#+   n: { type: integer }\n#+   b: { type: boolean }\n"
                + "#+   d: { type: decimal }\n#+   s: { type: iri }\n#+   must: { type: string,"
                + " required: true }",
            "day: date, n: integer, b: boolean, d: decimal, s: iri, must: string",
            "SELECT ?day ?n ?b ?d ?s ?must { }");
    Binding.Rejected rejected =
        assertInstanceOf(
            Binding.Rejected.class,
            Binder.bind(
                question,
                Map.of(
                    "day",
                    "2026-02-30",
                    "n",
                    "1.5",
                    "b",
                    "yes",
                    "d",
                    "1e3",
                    "s",
                    "nothing such",
                    "x",
                    "1"),
                CONTEXT));
    assertEquals(
        List.of("b", "d", "day", "must", "n", "s", "x"),
        rejected.errors().stream().map(ArgumentError::parameter).sorted().toList());
  }

  @Test
  void an_iri_that_would_end_its_brackets_is_refused() {
    Question question = question("s: { type: iri }", "s: iri", "SELECT ?s { ?s ?p ?o }");
    BindContext careless =
        new BindContext(Fixture.DAY, "http://b/", NameResolver.Resolution.Found::new);
    for (String iri :
        List.of("http://x/> ?p ?o } #", "http://x/{y}", "http://x/a b", "http://x/\\u003e", "x")) {
      assertInstanceOf(
          Binding.Rejected.class, Binder.bind(question, Map.of("s", iri), careless), iri);
    }
  }

  private static Question question(String parameters, String columns, String sparql) {
    String text =
        "#+ summary: s\n#+ question: q\n#+ params:\n#+   "
            + parameters
            + "\n#+ columns: { "
            + columns
            + " }\nPREFIX ex: <http://example.org/>\n"
            + sparql;
    return Catalogue.of(List.of(new QueryText("q", "q.rq", text))).find("q").orElseThrow();
  }

  private List<List<String>> rows(Question question, Map<String, String> arguments) {
    return rows(question, arguments, "");
  }

  private List<String> row(Question question, Map<String, String> arguments, BindContext context) {
    return rows(Binder.bind(question, arguments, context), "").get(0);
  }

  private List<List<String>> rows(Question question, Map<String, String> arguments, String turtle) {
    return rows(Binder.bind(question, arguments, CONTEXT), turtle);
  }

  private List<List<String>> rows(Binding binding, String turtle) {
    assertTrue(binding instanceof Binding.Bound, binding::toString);
    Path file = folder.resolve("data.ttl");
    try {
      Files.writeString(file, "@prefix ex: <http://example.org/> .\n" + turtle);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return Table.texts(JENA.rows(List.of(file), ((Binding.Bound) binding).sparql()));
  }
}
