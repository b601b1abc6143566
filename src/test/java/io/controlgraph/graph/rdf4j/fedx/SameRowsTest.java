package io.controlgraph.graph.rdf4j.fedx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.jena.StoreOptions;
import io.controlgraph.graph.jena.Tdb2GraphStore;
import io.controlgraph.testing.Served;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A federation over which random statements are spread, some on several members, has the rows of
 * one store that has them all. There is little of some properties and much of others, so that both
 * ways of fetching are taken.
 */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SameRowsTest {
  private static final long SEED = 20260331;
  private static final int THINGS = 1500;
  private static final List<String> LARGE = List.of("l1", "l2", "l3");
  private static final List<String> LITTLE = List.of("s1", "s2");
  private static final String START = "?a :s1 ?b . ";

  private final List<Served> servers = new ArrayList<>();
  private GraphStore one;
  private GraphStore federation;

  @BeforeAll
  void spread(@TempDir Path folder) {
    Random random = new Random(SEED);
    Set<Quad> all = new LinkedHashSet<>();
    List<Set<Quad>> parts =
        List.of(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
    for (Quad quad : statements(random)) {
      all.add(quad);
      parts.get(random.nextInt(3)).add(quad);
      if (random.nextInt(4) == 0) {
        parts.get(random.nextInt(3)).add(quad);
      }
    }
    one = store(folder.resolve("one"));
    fill(one, all);
    List<String> lines = new ArrayList<>(List.of("local = here"));
    for (int i = 0; i < 2; i++) {
      Served served = Served.in(folder.resolve("server" + i), Served.Recipe.PLAIN);
      servers.add(served);
      fill(served.store(), parts.get(i));
      lines.add(Members.member("server" + i, served));
    }
    federation = Members.federation(folder, lines.toArray(String[]::new));
    fill(federation, parts.get(2));
  }

  private static GraphStore store(Path folder) {
    return Tdb2GraphStore.open(
        folder, new StoreOptions(Served.BASE, GraphFactory::createDefaultGraph));
  }

  private static void fill(GraphStore store, Set<Quad> quads) {
    store.write("test", "Fixture", tx -> quads.forEach(tx::add));
  }

  private static List<Quad> statements(Random random) {
    List<Quad> quads = new ArrayList<>();
    for (String property : LARGE) {
      for (int i = 0; i < THINGS; i++) {
        for (int n = random.nextInt(3); n > 0; n--) {
          quads.add(quad(random, i, property, thing(random.nextInt(THINGS))));
        }
      }
    }
    for (String property : LITTLE) {
      for (int i = 0; i < 60; i++) {
        quads.add(quad(random, random.nextInt(THINGS), property, thing(random.nextInt(THINGS))));
      }
    }
    for (int i = 0; i < THINGS; i++) {
      quads.add(quad(random, i, "value", NodeFactory.createLiteralString("v\\" + i % 50)));
      quads.add(
          Quad.create(
              graph(random),
              thing(i),
              RDF.type.asNode(),
              iri(i % 100 == 0 ? "Rare" : i % 2 == 0 ? "Even" : "Odd")));
    }
    return quads;
  }

  private static Quad quad(Random random, int subject, String property, Node object) {
    return Quad.create(graph(random), thing(subject), iri(property), object);
  }

  private static Node graph(Random random) {
    return iri("g" + random.nextInt(4));
  }

  private static Node thing(int number) {
    return iri("x" + number);
  }

  private static Node iri(String name) {
    return NodeFactory.createURI("http://example.org/" + name);
  }

  @AfterAll
  void close() {
    federation.close();
    one.close();
    servers.forEach(Served::close);
  }

  private int compare(String query) {
    List<String> expected = Members.rows(one, query);
    assertEquals(expected, Members.rows(federation, query), query);
    return expected.size();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { ?a :s1 ?b . ?b :l1 ?c . ?c :l2 ?d OPTIONAL { ?d :value ?v } }",
        "SELECT * { ?a :s1 ?b OPTIONAL { ?b :l1 ?c OPTIONAL { ?c :l2 ?d FILTER (?d != ?a) } }"
            + " OPTIONAL { ?a :l3 ?c } }",
        "SELECT * { ?a :s1 ?b OPTIONAL { { ?b :l1 ?c } UNION { ?c :l2 ?a } } }",
        "SELECT * { ?a :s1 ?b . ?b (:l1|^:l2)/:value ?v }",
        "SELECT * { ?a :s1 ?b . ?b :l1* ?c . ?c a :Rare }",
        "SELECT * { :x1 (:s1|:l1)+ ?c }",
        "SELECT ?a ?b { ?a :s1 ?b FILTER EXISTS { ?b :l1 ?c . ?c :l2 ?d } }",
        "SELECT ?a ?b { ?a :s1 ?b FILTER (NOT EXISTS { ?b :l1 ?c . ?c a :Even } || ?a = :x1) }",
        "SELECT * { ?a :s1 ?b MINUS { ?b :l1 ?c . ?c a :Odd } }",
        "SELECT * { VALUES (?a ?b) { (:x1 UNDEF) (UNDEF :x2) (:x3 :x4) } ?a :l1 ?b }",
        "SELECT * { VALUES ?a { :x1 :x1 :x2 UNDEF } ?a :s1 ?b OPTIONAL { ?a :l1 ?c } }",
        "SELECT * { GRAPH ?g { ?a :s1 ?b . ?a :l1 ?c } }",
        "SELECT * { ?a :s1 ?b GRAPH ?g { ?b :l1 ?c OPTIONAL { ?c :l2 ?d } } }",
        "SELECT * { ?a :s1 ?b OPTIONAL { GRAPH ?g { ?b :value ?v FILTER (BOUND(?g)) } } }",
        "SELECT * { GRAPH :g1 { ?a :s1 ?b } GRAPH :g2 { ?b :l1 ?c } }",
        "SELECT * { ?g :none ?x OPTIONAL { GRAPH ?g { ?a :s1 ?b } } }",
        "SELECT ?g { GRAPH ?g {} }",
        "SELECT * FROM :g1 FROM NAMED :g2 { ?a :s1 ?b OPTIONAL { GRAPH ?g { ?b :l1 ?c } } }",
        "SELECT ?t (COUNT(*) AS ?n) { ?a :s1/:l1 ?c . ?c a ?t } GROUP BY ?t",
        "SELECT * { ?a :s1 ?b { SELECT ?b (COUNT(?c) AS ?n) { ?b :l1 ?c } GROUP BY ?b } }",
        "SELECT * { ?a :s1 ?b . ?b ?p ?o }",
        "SELECT * { ?a :s1 ?b . ?o ?p ?b }",
        "SELECT ?a { ?a :value 'v\\\\7' ; a :Odd }",
        "SELECT * { ?a :s1 ?b . ?b :value ?v . BIND (CONCAT(?v, '!') AS ?w) FILTER (?v > 'v') }",
        "SELECT DISTINCT ?v { ?a :s2 ?b OPTIONAL { ?b :value ?v } }",
        "SELECT (COUNT(*) AS ?n) { ?a a :Even ; :l1 ?b . ?b a :Even }",
        "SELECT * { ?a :l1 ?a }",
        "SELECT * { ?a :s1 ?b . ?b :l1 ?c . FILTER EXISTS { GRAPH ?g { ?c :l2 ?d } } }"
      })
  void the_rows_are_the_same(String query) {
    compare(query);
  }

  static Stream<Integer> seeds() {
    return IntStream.range(0, 50).boxed();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void of_random_questions_too(int seed) {
    Random random = new Random(SEED + seed);
    StringBuilder query = new StringBuilder("SELECT * { " + START + " ");
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      query.append(part(random));
    }
    compare(query.append('}').toString());
  }

  /** A pattern that begins at something bound, in one of the ways that patterns can stand. */
  private static String part(Random random) {
    String from = random.nextBoolean() ? "?a" : "?b";
    String pattern = pattern(random, from);
    return switch (random.nextInt(8)) {
      case 0, 1 -> pattern;
      case 2 -> "OPTIONAL { " + pattern + "} ";
      case 3 -> "OPTIONAL { " + pattern + "OPTIONAL { " + pattern(random, from) + "} } ";
      case 4 -> "FILTER NOT EXISTS { " + pattern + "} ";
      case 5 -> "{ " + pattern + "} UNION { " + pattern(random, from) + "} ";
      case 6 -> "MINUS { " + pattern + "} ";
      default -> "GRAPH ?g { " + pattern + "} ";
    };
  }

  private static String pattern(Random random, String from) {
    String property = ":" + (random.nextInt(4) == 0 ? "s2" : LARGE.get(random.nextInt(3)));
    String to = List.of("?c", "?d", "?b").get(random.nextInt(3));
    return switch (random.nextInt(4)) {
      case 0 -> to + " " + property + " " + from + " . ";
      case 1 -> from + " " + property + " ?m . ?m :l1 " + to + " . ";
      default -> from + " " + property + " " + to + " . ";
    };
  }

  @Test
  void there_is_something_to_compare() {
    assertTrue(compare("SELECT * { ?a :s1 ?b . ?b :l1 ?c }") > 20);
  }
}
