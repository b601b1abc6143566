package io.controlgraph.graph;

import static io.controlgraph.graph.Quads.add;
import static io.controlgraph.graph.Quads.all;
import static io.controlgraph.graph.Quads.iri;
import static io.controlgraph.graph.Quads.read;
import static io.controlgraph.graph.Quads.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.controlgraph.graph.jena.StoredTerms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Terms of every kind come back from a store as {@link StoredTerms} has them. */
@Timeout(120)
public abstract class TermsContract {
  private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
  private static final Deadline LONG = Deadline.after(Duration.ofHours(1));

  private GraphStore store;

  /** Opens an empty store without shapes. */
  protected abstract GraphStore open();

  @BeforeEach
  void openStore() {
    store = open();
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** Terms that belong together. */
  @SuppressWarnings("ImmutableEnumChecker") // Neither the list nor a node in it changes.
  enum Kind {
    TAGGED(
        Stream.of("en", "en-GB", "de-CH-1996", "zh-Hant-TW", "x-private", "i-klingon", "de-1996")
            .map(tag -> NodeFactory.createLiteralLang("wort", tag))),
    INTEGERS(typed("integer", "42", "042", "+42", "-0", "0", "99999999999999999999", "forty", "")),
    OTHER_INTEGERS(
        Stream.of("long", "int", "short", "byte", "nonNegativeInteger", "positiveInteger")
            .flatMap(type -> typed(type, "7", "007", "+7"))),
    DECIMALS(typed("decimal", "5", "5.0", "1.50", "-1.5", "0.000", ".5", "+1.0", "1.", "1e3")),
    LARGE_DECIMALS(typed("decimal", "100000000000000000000.00", "0.00000000000000000001")),
    FLOATS(
        Stream.of("double", "float")
            .flatMap(type -> typed(type, "1", "1.50E2", "1e400", "INF", "-INF", "NaN", "-0.0"))),
    TRUTHS(typed("boolean", "true", "false", "1", "0", "TRUE", "yes")),
    DAYS(
        typed(
            "date",
            "2026-03-31",
            "2026-03-31Z",
            "2026-03-31+02:00",
            "2026-03-31-14:00",
            "2026-03-31+00:00",
            "2026-02-30",
            "-0044-03-15",
            "12026-01-01",
            "31.3.2026")),
    MOMENTS(
        typed(
            "dateTime",
            "2026-03-31T12:00:00",
            "2026-03-31T12:00:00Z",
            "2026-03-31T12:00:00+00:00",
            "2026-03-31T12:00:00.500Z",
            "2026-03-31T12:00:00.000Z",
            "2026-03-31T12:00:00.123456789Z",
            "2026-03-31T24:00:00Z",
            "2026-03-31T12:00:00-05:30",
            "2026-13-31T12:00:00Z")),
    OTHER_TIMES(
        Stream.of(
                typed("gYear", "2026", "2026Z"),
                typed("gYearMonth", "2026-03"),
                typed("gMonthDay", "--03-31"),
                typed("time", "12:00:00", "12:00:00Z"),
                typed("duration", "P1Y", "P12M", "PT3600S"),
                typed("dateTimeStamp", "2026-03-31T12:00:00Z"),
                typed("dayTimeDuration", "PT1H", "PT60M"))
            .flatMap(terms -> terms)),
    OTHER_TYPES(
        Stream.concat(
            Stream.of(
                    typed("anyURI", "http://example.org/a b", "mailto:a@example.org"),
                    typed("hexBinary", "0fB7", "0FB7"),
                    typed("base64Binary", "AQ=="),
                    typed("language", "en"),
                    typed("token", " a  b "),
                    typed("normalizedString", "a\tb"))
                .flatMap(terms -> terms),
            Stream.of(
                of("high", "http://example.org/severity"),
                of("", "http://example.org/severity"),
                of("5 kg", "urn:example:weight"),
                of("<b>x</b>", "http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral"),
                of("{\"a\": 1}", "http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON")))),
    MARKS(
        strings(
            "",
            " ",
            "  two  spaces  ",
            "\"",
            "\"\"\"",
            "'",
            "'''",
            "\\",
            "\\\\",
            "ends in \\",
            "\\\"",
            "\\n",
            "\\u0041",
            "\\\\u0041",
            "\\U0001F600",
            "\\u",
            "\\u00",
            "\" } INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:b> 1 } }",
            "?x $y ${z} %s {{}}",
            "# no comment",
            "<urn:a>",
            "a^^b",
            "a@b",
            "&amp;&#x41;<![CDATA[",
            "a+b%20c&d=e;f")),
    LINES(
        strings("\n", "\r", "\r\n", "\t", "a\nb\r\nc\rd", "\u0085", "\u2028\u2029", "\u000B\f\b")),
    CONTROLS(
        Stream.concat(
            IntStream.concat(IntStream.rangeClosed(0, 0x1F), IntStream.rangeClosed(0x7F, 0x9F))
                .mapToObj(c -> string("a" + Character.toString(c) + "b")),
            strings("\0", "\uFEFFbegins with a mark", "\uFFFD\uFFFE\uFFFF"))),
    PLANES(
        Stream.concat(
            IntStream.rangeClosed(0, 16)
                .mapToObj(plane -> string(Character.toString((plane << 16) + 0x1234))),
            Stream.concat(
                IntStream.rangeClosed(0, 16)
                    .mapToObj(plane -> string(Character.toString((plane << 16) + 0xFFFF))),
                strings(
                    IntStream.rangeClosed(0, 16)
                        .mapToObj(plane -> Character.toString((plane << 16) + 0xFFFD))
                        .reduce("", String::concat),
                    "e\u0301",
                    "\u00E9",
                    "\u212B\u00C5",
                    "\u202Eabc\u202C",
                    "\uD83D\uDC68\u200D\uD83D\uDC69")))),
    LONG_TEXTS(Stream.of(string("\u00E4\"\n".repeat(350_000)), string("x".repeat(1_000_000)))),
    IRIS(
        Stream.of(
                "http://example.org/%7Ea%2Fb%20c",
                "http://example.org/%E4",
                "http://example.org/\u00E4\u4E2D\uD83D\uDE00",
                "http://\u00E4.example/",
                "http://example.org/" + "long/".repeat(1_600),
                "urn:isbn:0451450523",
                "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
                "mailto:o'brien@example.org",
                "http://example.org/a(b)'c'*d!e;f=g,h",
                "http://example.org/?a=b&c=%26#fragment",
                "http://example.org/#",
                "http://example.org",
                "http://example.org//a//",
                "http://example.org/...",
                "http://example.org/.a/b./..c?/../#/./",
                "HTTP://EXAMPLE.ORG:80/",
                "http://user@example.org:8080/",
                "http://[2001:db8::1]/",
                "tag:example.org,2026:a:b",
                "a:b",
                "http://example.org/$a@b[c]",
                "http://example.org/\u00A0\u200B\uFFFD",
                "http://example.org/\u007F")
            .map(NodeFactory::createURI));

    private final List<Node> terms;

    Kind(Stream<Node> terms) {
      this.terms = terms.toList();
    }

    private static Stream<Node> typed(String type, String... texts) {
      return Stream.of(texts).map(text -> of(text, XSD + type));
    }

    private static Stream<Node> strings(String... texts) {
      return Stream.of(texts).map(Kind::string);
    }

    private static Node string(String text) {
      return NodeFactory.createLiteralString(text);
    }

    private static Node of(String text, String type) {
      return NodeFactory.createLiteralDT(text, TypeMapper.getInstance().getSafeTypeByName(type));
    }
  }

  @ParameterizedTest
  @EnumSource
  void terms_come_back_as_they_are_stored_and_are_found_and_removed(Kind kind) {
    List<Quad> given = new ArrayList<>();
    for (Node term : kind.terms) {
      given.add(Quad.create(iri("g"), iri("s" + given.size()), iri("p"), term));
    }
    Set<Quad> stored = new HashSet<>();
    given.forEach(quad -> stored.add(withObject(quad, StoredTerms.of(quad.getObject()))));

    assertEquals(given.size(), add(store, given.toArray(new Quad[0])).added());

    assertSame(stored, all(store), "quads()");
    assertSame(stored, selected(), "select()");
    assertSame(withoutDelete(stored), withoutDelete(constructed()), "construct()");
    for (Quad quad : given) {
      assertEquals(true, isFoundByObject(quad), () -> "found by its object: " + brief(quad));
    }
    assertInstanceOf(
        WriteOutcome.Unchanged.class,
        store.write("tester", "again", transaction -> given.forEach(transaction::add)));
    store.write("tester", "remove", transaction -> given.forEach(transaction::delete));
    assertSame(Set.of(), all(store), "removed");
  }

  @Test
  void iris_stand_in_every_place() {
    Set<Quad> quads = new HashSet<>();
    for (Node term : Kind.IRIS.terms) {
      quads.add(Quad.create(term, iri("s"), iri("p"), iri("o")));
      quads.add(Quad.create(iri("g"), term, iri("p"), iri("o")));
      quads.add(Quad.create(iri("g"), iri("s"), term, iri("o")));
    }
    add(store, quads.toArray(new Quad[0]));
    assertSame(quads, all(store), "quads()");
    for (Quad quad : quads) {
      assertEquals(
          1L,
          Quads.<Long>read(
              store,
              view -> {
                try (Stream<Quad> found =
                    view.quads(quad.getGraph(), quad.getSubject(), quad.getPredicate(), Node.ANY)) {
                  return found.count();
                }
              }),
          () -> brief(quad));
    }
  }

  @Test
  void values_of_different_types_are_told_apart() {
    List<Quad> given =
        Stream.of(Kind.of("1", XSD + "integer"), Kind.of("true", XSD + "boolean"))
            .map(term -> Quad.create(iri("g"), iri("s"), iri("p"), term))
            .toList();
    add(store, given.toArray(new Quad[0]));
    assertEquals(Set.copyOf(given), all(store));
    for (Quad quad : given) {
      assertEquals(true, isFoundByObject(quad), () -> "found by its object: " + brief(quad));
    }
    Map<Object, Node> stated = new HashMap<>();
    read(
        store,
        view -> {
          view.statements(
              new Intake() {
                @Override
                public Optional<String> wanted(Node property) {
                  return Optional.of("true");
                }

                @Override
                public void expect(long statements) {}

                @Override
                public void take(View.TokenQuad quad) {
                  stated.computeIfAbsent(quad.object(), quad.terms());
                }

                @Override
                public void passOver(long statements) {}
              });
          return true;
        });
    assertEquals(
        given.stream().map(Quad::getObject).collect(Collectors.toSet()),
        Set.copyOf(stated.values()));
  }

  /** Jena gives tags the form of RFC 5646, section 2.1.1, before any engine has them. */
  @Test
  void tags_that_differ_in_case_are_one() {
    Node small = NodeFactory.createLiteralLang("colour", "en-gb");
    Node large = NodeFactory.createLiteralLang("colour", "EN-GB");
    add(store, Quad.create(iri("g"), iri("s"), iri("p"), small));
    assertInstanceOf(
        WriteOutcome.Unchanged.class,
        store.write(
            "tester",
            "again",
            transaction -> transaction.add(Quad.create(iri("g"), iri("s"), iri("p"), large))));
    assertEquals("en-GB", all(store).iterator().next().getObject().getLiteralLanguage());
    assertEquals(Set.of("s"), rows(store, "SELECT ?s { ?s ?p 'colour'@eN-gB }"));
  }

  @Test
  void a_quad_in_two_graphs_is_two_quads_and_one_triple() {
    Quad in = Quads.quad("g", "s", "p", "\"twice\"");
    Quad also = Quads.quad("h", "s", "p", "\"twice\"");
    add(store, in, also);
    assertEquals(Set.of(in, also), all(store));
    assertEquals(2, rows(store, "SELECT ?g { GRAPH ?g { ?s ?p ?o } }").size());
    if (store.capabilities().contains(Capability.DISTINCT_UNION)) {
      assertEquals(1, selected().size());
    }
    store.write("tester", "one", transaction -> transaction.delete(in));
    assertEquals(Set.of(also), all(store));
    assertEquals(Set.of("\"twice\""), rows(store, "SELECT ?o { ?s ?p ?o }"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "relative",
        "/rooted",
        "//host/path",
        "#fragment",
        "?query",
        "1http://example.org/",
        "http://example.org/a b",
        "http://example.org/<",
        "http://example.org/a\\u0062",
        "http://example.org/\n",
        "_:blank"
      })
  void what_is_no_absolute_iri_is_refused(String text) {
    Node bad = NodeFactory.createURI(text);
    for (Quad quad :
        List.of(
            Quad.create(bad, iri("s"), iri("p"), iri("o")),
            Quad.create(iri("g"), bad, iri("p"), iri("o")),
            Quad.create(iri("g"), iri("s"), bad, iri("o")),
            Quad.create(iri("g"), iri("s"), iri("p"), bad),
            Quad.create(iri("g"), iri("s"), iri("p"), Kind.of("x", text + "#")))) {
      if (!quad.getObject().isLiteral() || !text.isEmpty()) {
        assertThrows(GraphFailure.StatementRejected.class, () -> add(store, quad), quad::toString);
      }
    }
    assertEquals(0, store.revision().number());
  }

  /** RFC 3986, section 5.2.4, takes them out where an IRI is resolved, as servers do. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/a/./b/../c",
        "http://example.org/..",
        "http://example.org/.",
        "http://example.org/a/..?b",
        "urn:a/../b",
        "urn:../b"
      })
  void dots_between_slashes_are_kept_or_refused_but_never_taken_out(String text) {
    Quad quad = Quad.create(iri("g"), iri("s"), iri("p"), NodeFactory.createURI(text));
    try {
      add(store, quad);
    } catch (GraphFailure.StatementRejected e) {
      assertEquals(0, store.revision().number());
      return;
    }
    assertSame(Set.of(quad), all(store), "quads()");
    assertEquals(true, isFoundByObject(quad));
  }

  @Test
  void half_of_a_surrogate_pair_is_refused() {
    for (String text : List.of("\uD83D", "\uDE00\uD83D", "a\uDC00")) {
      assertThrows(
          GraphFailure.StatementRejected.class,
          () -> add(store, Quad.create(iri("g"), iri("s"), iri("p"), Kind.string(text))));
    }
    assertEquals(0, store.revision().number());
  }

  private static Quad withObject(Quad quad, Node object) {
    return Quad.create(quad.getGraph(), quad.getSubject(), quad.getPredicate(), object);
  }

  private Set<Quad> selected() {
    return read(
        store,
        view -> {
          Set<Quad> found = new HashSet<>();
          RowSet rows = view.select("SELECT ?s ?o { ?s <http://example.org/p> ?o }");
          rows.forEachRemaining(
              row ->
                  found.add(
                      Quad.create(
                          iri("g"), row.get(Var.alloc("s")), iri("p"), row.get(Var.alloc("o")))));
          return found;
        });
  }

  /** No IRI may have U+007F (RFC 3987, section 2.2); RDF4J writes it as %7F into N-Triples. */
  private static Set<Quad> withoutDelete(Set<Quad> quads) {
    return quads.stream()
        .filter(
            quad ->
                !quad.getObject().isURI() || !quad.getObject().getURI().matches(".*(\u007F|%7F)"))
        .collect(Collectors.toSet());
  }

  private Set<Quad> constructed() {
    return read(
        store,
        view -> {
          Set<Quad> found = new HashSet<>();
          view.construct(
              "CONSTRUCT WHERE { ?s <http://example.org/p> ?o }",
              new StreamRDFBase() {
                @Override
                public void triple(Triple triple) {
                  found.add(Quad.create(iri("g"), triple));
                }
              });
          return found;
        });
  }

  private boolean isFoundByObject(Quad quad) {
    return store.read(
        Scope.ALL,
        LONG,
        view -> {
          try (Stream<Quad> found = view.quads(Node.ANY, Node.ANY, Node.ANY, quad.getObject())) {
            return found.anyMatch(each -> each.getSubject().equals(quad.getSubject()));
          }
        });
  }

  /** Says what is missing and what is too much, in letters that can be printed. */
  private static void assertSame(Set<Quad> expected, Set<Quad> actual, String what) {
    List<String> wrong = new ArrayList<>();
    expected.stream().filter(q -> !actual.contains(q)).forEach(q -> wrong.add("- " + brief(q)));
    actual.stream().filter(q -> !expected.contains(q)).forEach(q -> wrong.add("+ " + brief(q)));
    assertEquals(List.of(), wrong, what);
  }

  private static String brief(Quad quad) {
    StringBuilder text = new StringBuilder();
    quad.toString()
        .chars()
        .limit(400)
        .forEach(
            c -> {
              if (c >= ' ' && c < 0x7F) {
                text.append((char) c);
              } else {
                text.append("\\u%04X".formatted(c));
              }
            });
    return text.toString();
  }
}
