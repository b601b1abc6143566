package io.controlgraph.graph.jena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds joins, left joins and groups to what Jena's reference evaluation of the algebra gives. */
class JoinsAndGroupsTest {
  private final DatasetGraph dataset =
      SSE.parseDatasetGraph(
          """
          (dataset (graph
            (:a :p 1) (:a :p 2) (:b :p 2) (:c :p 3) (:d :p 3)
            (:a :q 2) (:b :q 3) (:e :q 5)
            (:a :r :b) (:b :r :c) (:f :r :a)
            (:a :note 'text') (:b :note 4)
          ))
          """);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ SELECT ?s ?v { ?s :p ?v } } { SELECT ?s ?w { ?s :q ?w } }",
        "{ SELECT ?s { ?s :p ?v } } { SELECT ?t { ?t :q ?w } }",
        "{ SELECT ?s ?v { ?s :p ?v } } { SELECT ?s ?v { ?s :q ?v } }",
        "{ SELECT ?s ?v { ?s :p ?v } } { SELECT ?s ?w { ?s :none ?w } }",
        "{ SELECT ?s ?v { ?s :none ?v } } { SELECT ?s ?w { ?s :p ?w } }",
        // A shared variable that some rows of one side, or of both, have no value for.
        "{ SELECT ?s ?v { ?s :p ?x OPTIONAL { ?s :q ?v } } } { SELECT ?s ?v { ?s :p ?v } }",
        "{ SELECT ?s ?v { ?s :p ?v } } { SELECT ?s ?v { ?s :p ?x OPTIONAL { ?s :q ?v } } }",
        "{ SELECT ?s ?v { ?s :p ?x OPTIONAL { ?s :q ?v } } }"
            + " { SELECT ?t ?v { ?t :p ?x OPTIONAL { ?t :q ?v } } }",
        "{ { SELECT ?s ?v { ?s :p ?v } } UNION { SELECT ?v ?t { ?t :q ?v } } }"
            + " { SELECT ?s ?v ?t { ?s :r ?t OPTIONAL { ?t :p ?v } } }",
        "{ SELECT ?s ?v { ?s :p ?v } } OPTIONAL { SELECT ?s ?w { ?s :q ?w } }",
        "{ SELECT ?s ?v { ?s :p ?v } } OPTIONAL { { SELECT ?s ?w { ?s :q ?w } } FILTER (?w > ?v) }",
        "{ SELECT ?s ?v { ?s :p ?v } } OPTIONAL { { SELECT ?s ?w { ?s :none ?w } } }",
        "{ SELECT ?s ?v { ?s :p ?x OPTIONAL { ?s :q ?v } } } OPTIONAL { SELECT ?t ?v { ?t :p ?v }"
            + " }",
        "{ SELECT ?s { ?s :p ?x } } OPTIONAL { SELECT ?t ?v { ?t :q ?v } }",
        "{ SELECT ?s (MAX(?v) AS ?m) { ?s :p ?v } GROUP BY ?s }",
        "{ SELECT ?v (COUNT(*) AS ?n) (SAMPLE(?w) AS ?any)"
            + " { ?s :p ?x OPTIONAL { ?s :q ?v } BIND (?v AS ?w) } GROUP BY ?v }",
        "{ SELECT ?k (COUNT(DISTINCT ?s) AS ?n) { ?s :p ?v } GROUP BY (?v * 2 AS ?k) }",
        // A key and an aggregate that cannot be worked out for some rows.
        "{ SELECT ?k (COUNT(*) AS ?n) { ?s :note ?v } GROUP BY (?v + 1 AS ?k) }",
        "{ SELECT ?s (SUM(?v) AS ?n) { ?s :note ?v } GROUP BY ?s }",
        "{ SELECT ?s (COUNT(*) AS ?n) { ?s :none ?v } GROUP BY ?s }",
        "{ SELECT (COUNT(*) AS ?n) { ?s :none ?v } }",
        "{ SELECT DISTINCT ?s { ?s :p ?v } GROUP BY ?s ?v HAVING (COUNT(*) = 1) }",
        "{ SELECT ?a ?b ?c ?d ?e (COUNT(*) AS ?n)"
            + " { ?a :r ?b . ?b :r ?c . ?a :p ?d . ?b :q ?e } GROUP BY ?a ?b ?c ?d ?e }",
      })
  void agrees_with_the_reference(String pattern) {
    Query query = QueryFactory.create("PREFIX : <http://example/> SELECT * { " + pattern + " }");
    assertEquals(reference(query), ours(query), pattern);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"?s :p ?v", "{ SELECT ?s ?v { ?s :p ?v } } { SELECT ?s ?w { ?s :q ?w } }"})
  void the_reference_finds_something(String pattern) {
    Query query = QueryFactory.create("PREFIX : <http://example/> SELECT * { " + pattern + " }");
    assertFalse(reference(query).isEmpty());
  }

  private List<String> reference(Query query) {
    List<String> rows = new ArrayList<>();
    QueryIterator found = Algebra.execRef(Algebra.compile(query), dataset);
    found.forEachRemaining(row -> rows.add(text(query.getResultVars(), row::get)));
    return rows.stream().sorted().toList();
  }

  private List<String> ours(Query query) {
    DatasetGraph copy = DatasetGraphFactory.cloneStructure(dataset);
    QC.setFactory(copy.getContext(), StoreExecutor.FACTORY);
    List<String> rows = new ArrayList<>();
    try (QueryExec exec = QueryExec.dataset(copy).query(query).build()) {
      RowSet found = exec.select();
      found.forEachRemaining(row -> rows.add(text(query.getResultVars(), row::get)));
    }
    return rows.stream().sorted().toList();
  }

  private static String text(List<String> names, Function<Var, ?> value) {
    return names.stream()
        .map(name -> name + "=" + value.apply(Var.alloc(name)))
        .toList()
        .toString();
  }
}
