package io.controlgraph.graph.jena;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.sse.SSE;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.Test;

class LateJoinsTest {
  private final DatasetGraph dataset = DatabaseMgr.createDatasetGraph();

  LateJoinsTest() {
    QC.setFactory(dataset.getContext(), LateJoins.FACTORY);
    dataset.begin(ReadWrite.WRITE);
    dataset.add(SSE.parseQuad("(_ :a :p 1)"));
    dataset.add(SSE.parseQuad("(_ :a :q 2)"));
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

  private boolean hasRows(String sparql) {
    dataset.begin(ReadWrite.READ);
    try (QueryExec exec = QueryExec.dataset(dataset).query(sparql).build()) {
      return exec.select().hasNext();
    } finally {
      dataset.end();
    }
  }
}
