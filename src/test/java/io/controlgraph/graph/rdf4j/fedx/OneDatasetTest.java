package io.controlgraph.graph.rdf4j.fedx;

import static io.controlgraph.graph.rdf4j.fedx.Members.member;
import static io.controlgraph.graph.rdf4j.fedx.Members.read;
import static io.controlgraph.graph.rdf4j.fedx.Members.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.Capability;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Scope;
import io.controlgraph.testing.Served;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two servers and the local store are one dataset, in which what stands on several counts once.
 *
 * <p>{@code :req1} and its label stand on all three, as a framework does. One server has {@code
 * :one} and {@code :two}, the other {@code :three}; the local store has {@code :four}. The chain of
 * {@code :needs} goes from one to the other.
 */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OneDatasetTest {
  private static final String SHARED =
      "PREFIX : <http://example.org/> :framework { :req1 :label \"Keep a list\" . :req2 :label"
          + " \"Say \\\"no\\\" \\\\ twice\" . } ";

  private Served left;
  private Served right;
  private GraphStore federation;

  @BeforeAll
  void serve(@TempDir Path folder) {
    left =
        Served.in(folder.resolve("left"), Served.Recipe.PLAIN)
            .with(
                SHARED
                    + ":left { :one :meets :req1 ; :cost 3 ; :needs :two . :two :meets :req1 ;"
                    + " :cost 4 ; :needs :three . }"
                    + ":both { :one :cost 3 . }");
    right =
        Served.in(folder.resolve("right"), Served.Recipe.PLAIN)
            .with(
                SHARED
                    + ":right { :three :meets :req1 ; :cost 4 ; :needs :four . :two :retired true }"
                    + ":both { :three :cost 4 . }");
    federation =
        Members.federation(folder, "local = here", member("left", left), member("right", right));
    federation.write(
        "test",
        "Fixture",
        tx -> {
          quad(
              tx::add,
              "framework",
              "req1",
              "label",
              NodeFactory.createLiteralString("Keep a list"));
          quad(tx::add, "here", "four", "meets", iri("req2"));
        });
  }

  @AfterAll
  void close() {
    federation.close();
    left.close();
    right.close();
  }

  @Test
  void counts_a_statement_once_wherever_it_stands() {
    assertEquals(List.of("1"), rows(federation, "SELECT (COUNT(*) AS ?n) { :req1 :label ?l }"));
    assertEquals(
        List.of("one req1 Keep a list", "three req1 Keep a list", "two req1 Keep a list"),
        rows(federation, "SELECT ?x ?r ?l { ?x :meets ?r . ?r :label ?l . ?x :cost ?c }"));
  }

  @Test
  void adds_up_over_all_members() {
    assertEquals(
        List.of("req1 11 3"),
        rows(
            federation,
            "SELECT ?r (SUM(?c) AS ?sum) (COUNT(?x) AS ?n) { ?x :meets ?r ; :cost ?c } GROUP BY"
                + " ?r"));
  }

  @Test
  void keeps_a_union_a_bag() {
    assertEquals(
        List.of("Keep a list", "Keep a list"),
        rows(federation, "SELECT ?l { { :req1 :label ?l } UNION { :req1 :label ?l } }"));
    assertEquals(List.of("3", "4", "4"), rows(federation, "SELECT ?c { ?x :cost ?c }"));
  }

  @Test
  void follows_paths_from_member_to_member() {
    assertEquals(
        List.of("four", "three", "two"), rows(federation, "SELECT ?y { :one :needs+ ?y }"));
    assertEquals(
        List.of("four", "one", "three", "two"), rows(federation, "SELECT ?y { :one :needs* ?y }"));
    assertEquals(
        List.of("one three", "three req2", "two four"),
        rows(federation, "SELECT ?x ?y { ?x :needs/(:needs|:meets) ?y FILTER (?y != :req1) }"));
    assertEquals(
        List.of("one", "three", "two"), rows(federation, "SELECT ?x { ?x :needs+ :four }"));
  }

  @Test
  void looks_for_what_is_there_and_not_in_all_members() {
    assertEquals(
        List.of("four -", "one -", "three -", "two true"),
        rows(federation, "SELECT ?x ?r { ?x :meets ?q OPTIONAL { ?x :retired ?r } }"));
    assertEquals(
        List.of("two"),
        rows(federation, "SELECT ?x { ?x :meets :req1 FILTER EXISTS { ?x :retired true } }"));
    assertEquals(
        List.of("four", "one", "three"),
        rows(federation, "SELECT ?x { ?x :meets ?q FILTER NOT EXISTS { ?x :retired ?r } }"));
    assertEquals(
        List.of("four", "one", "three"),
        rows(federation, "SELECT ?x { ?x :meets ?q MINUS { ?x :retired ?r } }"));
    assertTrue(asked("ASK { :two :retired true }"));
    assertFalse(asked("ASK { :one :retired ?r }"));
  }

  @Test
  void joins_with_rows_that_come_twice() {
    assertEquals(
        List.of("one 3", "one 3", "one 3", "three 4", "three 4", "two 4"),
        rows(federation, "SELECT ?x ?c { VALUES ?x { :one :one :three UNDEF } ?x :cost ?c }"));
  }

  @Test
  void takes_literals_as_they_are() {
    assertEquals(
        List.of("req2"), rows(federation, "SELECT ?r { ?r :label \"Say \\\"no\\\" \\\\ twice\" }"));
  }

  @Test
  void sees_all_properties() {
    assertEquals(
        List.of("cost 4", "meets req1", "needs three", "retired true"),
        rows(federation, "SELECT ?p ?o { :two ?p ?o }"));
    assertEquals(List.of("13"), rows(federation, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"));
  }

  @Test
  void tells_named_graphs_apart() {
    assertEquals(
        List.of("both one", "both three", "left one", "left two", "right three"),
        rows(federation, "SELECT ?g ?x { GRAPH ?g { ?x :cost ?c } }"));
    assertEquals(
        List.of("both", "framework", "here", "left", "right"),
        rows(federation, "SELECT ?g { GRAPH ?g {} }"));
    assertEquals(
        List.of("one", "three"), rows(federation, "SELECT ?x { GRAPH :both { ?x ?p ?o } }"));
    assertEquals(
        List.of("3", "4"),
        rows(federation, "SELECT ?c FROM :both FROM :left { ?x :cost ?c FILTER (?x != :three) }"));
    assertEquals(
        List.of("left 3"),
        rows(federation, "SELECT ?g ?c FROM NAMED :left { GRAPH ?g { :one :cost ?c } }"));
  }

  @Test
  void gives_each_quad_once() {
    List<String> graphs =
        read(
            federation,
            view -> {
              try (Stream<Quad> quads = view.quads(Node.ANY, iri("req1"), Node.ANY, Node.ANY)) {
                return quads.map(quad -> Members.text(quad.getGraph())).toList();
              }
            });
    assertEquals(List.of("framework"), graphs);
  }

  @Test
  void describes_and_constructs_sets() {
    assertEquals(
        List.of("two cost 4", "two meets req1", "two needs three", "two retired true"),
        triples("DESCRIBE :two"));
    assertEquals(
        List.of("req1 metBy one", "req1 metBy three", "req1 metBy two", "req2 metBy four"),
        triples("CONSTRUCT { ?r :metBy ?x } { ?x :meets ?r }"));
  }

  @Test
  void tells_which_members_know_a_thing() {
    Map<Node, Set<String>> origins =
        read(
            federation,
            view ->
                view.origins(
                    List.of(
                        iri("req1"),
                        iri("two"),
                        iri("four"),
                        iri("nothing"),
                        NodeFactory.createLiteralString("two"))));
    assertEquals(
        Map.of(
            iri("req1"),
            Set.of("here", "left", "right"),
            iri("two"),
            Set.of("left", "right"),
            iri("four"),
            Set.of("here")),
        origins);
  }

  @Test
  void refuses_what_it_cannot_do() {
    Deadline deadline = Deadline.after(Duration.ofSeconds(20));
    GraphFailure.NotCapable scopes =
        assertThrows(
            GraphFailure.NotCapable.class,
            () ->
                federation.read(
                    new Scope.Graphs(Set.of(iri("left"))), deadline, view -> view.revision()));
    assertEquals(Capability.SCOPES, scopes.capability());
    assertThrows(
        GraphFailure.ServiceRefused.class,
        () -> rows(federation, "SELECT * { SERVICE <http://example.org/sparql> { ?s ?p ?o } }"));
    GraphFailure.QueryRejected rejected =
        assertThrows(
            GraphFailure.QueryRejected.class, () -> rows(federation, "SELECT * {\n ?s ?p }"));
    assertEquals(3, rejected.line());
  }

  @Test
  void has_the_capabilities_of_its_parts() {
    assertEquals("fedx", federation.engine());
    assertEquals(
        EnumSet.of(
            Capability.WRITES,
            Capability.DISTINCT_UNION,
            Capability.HISTORY,
            Capability.CHANGES,
            Capability.SHAPES,
            Capability.TRACE,
            Capability.ROW_ORIGINS),
        federation.capabilities());
    assertEquals(Served.BASE, federation.baseIri());
    assertEquals(1, federation.revision().number());
  }

  private boolean asked(String sparql) {
    return read(federation, view -> view.ask(Members.PREFIXES + sparql));
  }

  private List<String> triples(String sparql) {
    List<String> triples = new ArrayList<>();
    read(
        federation,
        view -> {
          view.construct(
              Members.PREFIXES + sparql,
              new StreamRDFBase() {
                @Override
                public void triple(Triple triple) {
                  triples.add(
                      String.join(
                          " ",
                          Members.text(triple.getSubject()),
                          Members.text(triple.getPredicate()),
                          Members.text(triple.getObject())));
                }
              });
          return true;
        });
    return triples.stream().sorted().toList();
  }

  private static Node iri(String name) {
    return NodeFactory.createURI("http://example.org/" + name);
  }

  private static void quad(
      java.util.function.Consumer<Quad> sink, String graph, String s, String p, Node o) {
    sink.accept(Quad.create(iri(graph), iri(s), iri(p), o));
  }
}
