package io.controlgraph.graph.rdf4j.fedx;

import static io.controlgraph.graph.rdf4j.fedx.Members.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.GraphStore;
import io.controlgraph.testing.Served;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * How often members are asked, and for how much. One member has 5,000 names, each of a thing of its
 * own, and a team of 100 of them; the other has a city for each of the first 20.
 */
@Timeout(120)
final class FewRequestsTest {
  private static final int NAMES = 5000;

  /** The answer with all names has more bytes than this. */
  private static final long ALL_NAMES = 500_000;

  private Served names;
  private Served cities;
  private Troubled big;
  private Troubled small;
  private GraphStore federation;

  @BeforeEach
  void serve(@TempDir Path folder) throws IOException {
    names =
        Served.in(folder.resolve("names"), Served.Recipe.PLAIN)
            .with(
                Members.PREFIXES
                    + ":g { "
                    + each(NAMES, ":x%1$d :name 'Name %1$d' .")
                    + each(NAMES, ":x%1$d :after :x%2$d .")
                    + each(100, ":team :has :x%1$d .")
                    + "}");
    cities =
        Served.in(folder.resolve("cities"), Served.Recipe.PLAIN)
            .with(Members.PREFIXES + ":g { " + each(20, ":x%1$d :city :c%1$d .") + "}");
    big = new Troubled(names.at("/sparql"));
    small = new Troubled(cities.at("/sparql"));
    federation = Members.federation(folder, big.line("big"), small.line("small"));
  }

  private static String each(int count, String statement) {
    return IntStream.range(0, count)
        .mapToObj(i -> statement.formatted(i, i + 1))
        .collect(Collectors.joining(" \n", "", " \n"));
  }

  @AfterEach
  void close() {
    federation.close();
    big.close();
    small.close();
    names.close();
    cities.close();
  }

  @Test
  void asks_for_what_is_wanted_of_a_large_property_and_not_for_all() {
    List<String> found = rows(federation, "SELECT ?n { :team :has ?x . ?x :name ?n }");
    assertEquals(100, found.size());
    assertEquals("Name 0", found.get(0));
    assertTrue(big.answered() < ALL_NAMES / 5, "bytes: " + big.answered());
    assertTrue(big.queries().size() <= 4, big.queries().toString());
  }

  @Test
  void asks_for_all_that_is_looked_for_optionally_at_once() {
    List<String> found =
        rows(
            federation,
            "SELECT ?n ?b ?c { :team :has ?x"
                + " OPTIONAL { ?x :name ?n OPTIONAL { ?x :after ?y . ?y :name ?b } }"
                + " OPTIONAL { ?x :city ?c } }");
    assertEquals(100, found.size());
    assertTrue(found.contains("Name 19 Name 20 c19"), found.toString());
    assertTrue(found.contains("Name 20 Name 21 -"), found.toString());
    assertTrue(big.answered() < ALL_NAMES / 2, "bytes: " + big.answered());
    assertTrue(big.queries().size() <= 10, big.queries().toString());
  }

  @Test
  void asks_who_has_nothing_of_a_property_for_none_of_it() {
    assertEquals(
        20,
        rows(federation, "SELECT * { :team :has ?x . ?x :name ?n ; :after ?y ; :city ?c }").size());
    List<String> asked = small.queries();
    assertEquals(2, asked.size(), asked.toString());
    assertTrue(asked.get(0).contains("COUNT"), asked.toString());
    assertTrue(asked.get(1).contains("city") && !asked.get(1).contains("name"), asked.toString());
  }

  @Test
  void goes_on_where_a_member_gained_a_property_since() {
    String query = "SELECT * { :team :has ?x . ?x :name ?n ; :after ?y ; :city ?c }";
    assertEquals(20, rows(federation, query).size());
    names.with(Members.PREFIXES + ":g { :x99 :city :c99 }");
    assertEquals(21, rows(federation, query).size());
  }

  @Test
  void finds_a_thing_by_what_its_large_property_says() {
    assertEquals(List.of("x4711"), rows(federation, "SELECT ?x { ?x :name 'Name 4711' }"));
    assertTrue(big.answered() < ALL_NAMES / 100, "bytes: " + big.answered());
    assertEquals(1, big.queries().size(), big.queries().toString());
  }

  @Test
  void finds_the_graphs_of_a_thing_without_the_names_of_all() {
    assertEquals(
        List.of("g 3"),
        rows(federation, "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { :x7 ?p ?o } } GROUP BY ?g"));
    assertEquals(1, big.queries().size(), big.queries().toString());
  }

  @Test
  void fetches_all_of_a_property_that_is_asked_for_bit_by_bit() {
    assertEquals(
        List.of(Integer.toString(NAMES)),
        rows(federation, "SELECT (COUNT(*) AS ?n) { :x0 :after+ ?y }"));
    assertTrue(big.queries().size() < 100, "requests: " + big.queries().size());
  }
}
