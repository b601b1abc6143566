package io.controlgraph.graph.jena;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.sse.SSE;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.Test;

class StoreExecutorTest {
  private final DatasetGraph dataset = DatabaseMgr.createDatasetGraph();

  StoreExecutorTest() {
    QC.setFactory(dataset.getContext(), StoreExecutor.FACTORY);
    dataset.begin(ReadWrite.WRITE);
    dataset.add(SSE.parseQuad("(_ <http://example/a> <http://example/p> 1)"));
    dataset.add(SSE.parseQuad("(_ <http://example/a> <http://example/q> 2)"));
    dataset.commit();
    dataset.end();
  }

  @Test
  void a_join_of_joins_with_an_empty_side_ends_without_a_fault() {
    assertFalse(
        hasRows(
            """
            SELECT * {
              { SELECT ?s (MAX(?x) AS ?m) { ?s <http://example/none> ?x } GROUP BY ?s }
              {
                SELECT ?s (MAX(?y) AS ?n) {
                  { SELECT ?s (MIN(?v) AS ?y) { ?s <http://example/p> ?v } GROUP BY ?s }
                  { SELECT ?s (MIN(?v) AS ?z) { ?s <http://example/q> ?v } GROUP BY ?s }
                }
                GROUP BY ?s
              }
            }
            """));
  }

  @Test
  void a_join_finds_its_rows() {
    assertTrue(
        hasRows(
            """
            SELECT * {
              { SELECT ?s (MIN(?v) AS ?y) { ?s <http://example/p> ?v } GROUP BY ?s }
              { SELECT ?s (MIN(?v) AS ?z) { ?s <http://example/q> ?v } GROUP BY ?s }
            }
            """));
  }

  @Test
  void a_sub_select_gives_what_it_selects_and_hides_the_rest() {
    assertTrue(
        hasRows(
            """
            SELECT * {
              { SELECT ?s { ?s <http://example/p> ?v } }
              ?s <http://example/q> ?v
              FILTER (?v = 2)
            }
            """));
  }

  @Test
  void a_sub_select_within_another_row_keeps_what_that_row_holds() {
    assertTrue(
        hasRows(
            """
            SELECT * {
              ?s <http://example/q> ?w
              LATERAL { SELECT ?s ?v { ?s <http://example/p> ?v } }
              FILTER (?w = 2 && ?v = 1)
            }
            """));
  }

  private boolean hasRows(String sparql) {
    dataset.begin(ReadWrite.READ);
    try (QueryExec exec = QueryExec.dataset(dataset).query(sparql, Syntax.syntaxARQ).build()) {
      return exec.select().hasNext();
    } finally {
      dataset.end();
    }
  }
}
