package io.controlgraph.graph;

import static io.controlgraph.graph.Quads.NS;
import static io.controlgraph.graph.Quads.add;
import static io.controlgraph.graph.Quads.iri;
import static io.controlgraph.graph.Quads.quad;
import static io.controlgraph.graph.Quads.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A restricted reader sees the graphs of the scope and nothing of the others, however asked. */
public abstract class ScopeContract {
  private static final String SECRET = "http://example.org/secret";
  private static final Scope SCOPE =
      new Scope.Graphs(Set.of(iri("mine"), iri("also"), iri("gone")));

  protected GraphStore store;

  /** Opens an empty store without shapes. */
  protected abstract GraphStore open();

  @BeforeEach
  void fill() {
    store = open();
    add(
        store,
        quad("mine", "a", "p", "b"),
        quad("also", "b", "p", "c"),
        quad("mine", "b", "p", "c"),
        quad("hidden", "a", "p", "secret"),
        quad("hidden", "secret", "p", "a"),
        quad("hidden", "c", "p", "secret"),
        quad("secret", "a", "q", "b"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { ?s ?p ?o }",
        "SELECT * { GRAPH ?g { ?s ?p ?o } }",
        "SELECT * { GRAPH ?g {} }",
        "SELECT * { <a> <p>+ ?o }",
        "SELECT * { ?s <p>* ?o }",
        "SELECT * { ?s (<p>|^<p>)+ ?o }",
        "SELECT * { ?s !<x> ?o }",
        "SELECT * { GRAPH ?g { ?s <p>* ?o } }",
        "SELECT * { GRAPH <hidden> { ?s <p>+ ?o } }",
        "SELECT * FROM <hidden> { ?s ?p ?o }",
        "SELECT * FROM <hidden> { ?s <p>+ ?o }",
        "SELECT * FROM NAMED <hidden> { GRAPH ?g { ?s ?p ?o } }",
        "SELECT * FROM NAMED <hidden> FROM <secret> { { GRAPH ?g { ?s ?p ?o } } UNION { ?s ?p ?o } }",
        "SELECT * FROM <urn:x-arq:UnionGraph> { ?s ?p ?o }",
        "SELECT * FROM NAMED <urn:x-arq:UnionGraph> { GRAPH ?g { ?s ?p ?o } }",
        "SELECT * { GRAPH <urn:x-arq:UnionGraph> { ?s ?p ?o } }",
        "SELECT * { GRAPH <urn:x-arq:UnionGraph> { ?s <p>+ ?o } }",
        "SELECT * { VALUES ?g { <hidden> <urn:x-arq:UnionGraph> } GRAPH ?g { ?s <p>? ?o } }",
        "SELECT * { BIND(IRI(CONCAT('urn:x-arq:', 'DefaultGraph')) AS ?g) GRAPH ?g { ?s <p>* ?o } }",
        "SELECT * { BIND(IRI(CONCAT('urn:x-arq:', 'DefaultGraph')) AS ?g) GRAPH ?g { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { GRAPH <hidden> { ?s ?p ?x } } }",
        "SELECT ?o { ?s ?p ?o { SELECT * { GRAPH ?g { ?s ?p ?x } } } }",
        "SELECT (MAX(STR(?o)) AS ?m) { ?s <p> ?o }"
      })
  void noQueryLeaksAnotherGraph(String query) {
    Set<String> rows = restricted(SCOPE, view -> rows(view, "BASE <" + NS + "> " + query));
    assertFalse(rows.toString().contains("secret"), () -> query + " gave " + rows);
    assertFalse(rows.toString().contains("hidden"), () -> query + " gave " + rows);
    assertFalse(rows.toString().contains("controlgraph"), () -> query + " gave " + rows);
  }

  @Test
  void describeLeaksNothing() {
    Graph described = GraphFactory.createDefaultGraph();
    restricted(
        SCOPE,
        view -> {
          for (String query :
              Set.of(
                  "DESCRIBE <a>",
                  "DESCRIBE <secret>",
                  "DESCRIBE <a> FROM <hidden>",
                  "DESCRIBE ?s { ?s ?p ?o }",
                  "DESCRIBE ?s { GRAPH ?g { ?s ?p ?o } }")) {
            view.construct("BASE <" + NS + "> " + query, StreamRDFLib.graph(described));
          }
          return 0;
        });
    assertEquals(
        Set.of("a", "b"),
        described.stream()
            .map(triple -> triple.getSubject().getURI().replace(NS, ""))
            .collect(Collectors.toSet()));
    assertFalse(described.stream().anyMatch(triple -> triple.toString().contains(SECRET)));
  }

  @Test
  void theUnionOfTheReadableGraphsIsDistinct() {
    assertEquals(
        Set.of("a b", "b c"), restricted(SCOPE, view -> rows(view, "SELECT ?s ?o { ?s ?p ?o }")));
    long count =
        restricted(
            SCOPE,
            view -> {
              long[] rows = {0};
              view.select("SELECT * { ?s ?p ?o }").forEachRemaining(row -> rows[0]++);
              return rows[0];
            });
    assertEquals(2, count);
  }

  @Test
  void quadsAndGraphNamesAreThoseOfTheScope() {
    Set<Node> graphs =
        restricted(
            SCOPE,
            view ->
                view.quads(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
                    .map(Quad::getGraph)
                    .collect(Collectors.toSet()));
    assertEquals(Set.of(iri("mine"), iri("also")), graphs);
    Long hidden =
        restricted(SCOPE, view -> view.quads(iri("hidden"), Node.ANY, Node.ANY, Node.ANY).count());
    assertEquals(0, hidden);
    assertEquals(
        Set.of("mine", "also"), restricted(SCOPE, view -> rows(view, "SELECT ?g { GRAPH ?g {} }")));
  }

  @Test
  void aScopeThatNamesJenasSpecialGraphsGivesNothingMore() {
    Scope tricky = new Scope.Graphs(Set.of(Quad.unionGraph, Quad.defaultGraphIRI, iri("also")));
    assertEquals(Set.of("b"), restricted(tricky, view -> rows(view, "SELECT ?s { ?s ?p ?o }")));
    assertEquals(
        Set.of(),
        restricted(new Scope.Graphs(Set.of()), view -> rows(view, "SELECT ?s { ?s ?p ?o }")));
  }

  private <T> T restricted(Scope scope, GraphStore.ReadWork<T, RuntimeException> work) {
    return store.read(scope, Deadline.after(Duration.ofMinutes(1)), work);
  }
}
