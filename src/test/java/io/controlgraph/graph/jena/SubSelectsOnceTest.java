package io.controlgraph.graph.jena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.Test;

final class SubSelectsOnceTest {
  private static final String GROUPED =
      """
      SELECT * WHERE {
        ?a <http://example.org/p> ?b .
        { SELECT ?b (COUNT(*) AS ?n) WHERE { ?b <http://example.org/q> ?c } GROUP BY ?b }
      }
      """;

  @Test
  void aSubSelectThatGroupsIsJoinedByHash() {
    assertTrue(optimize(GROUPED).contains("(join"), optimize(GROUPED));
    assertFalse(optimize(GROUPED).contains("(sequence"), optimize(GROUPED));
  }

  @Test
  void soIsOneThatOnlySelects() {
    String plain = GROUPED.replace("(COUNT(*) AS ?n)", "?c").replace("GROUP BY ?b", "");
    assertTrue(optimize(plain).contains("(join"), optimize(plain));
    assertFalse(optimize(plain).contains("(sequence"), optimize(plain));
  }

  @Test
  void soIsAGroupOfPatternsWithOneInIt() {
    String within =
        GROUPED
            .replace("{ SELECT", "OPTIONAL { ?b a ?t { SELECT")
            .replace("GROUP BY ?b }", "GROUP BY ?b } }");
    assertTrue(optimize(within).contains("(leftjoin"), optimize(within));
    assertFalse(optimize(within).contains("(conditional"), optimize(within));
  }

  @Test
  void anOptionalOneToo() {
    String optional = optimize(GROUPED.replace("{ SELECT", "OPTIONAL { SELECT"));
    assertTrue(optional.contains("(leftjoin"), optional);
    assertFalse(optional.contains("(conditional"), optional);
  }

  @Test
  void besideValuesItIsAskedForWhatTheyName() {
    String path = "{ SELECT ?a ?b { ?a <http://example.org/p>* ?b } }";
    String beside = optimize("SELECT * { VALUES ?a { <http://example.org/x> } " + path + " }");
    assertTrue(beside.contains("(sequence"), beside);
  }

  @Test
  void withinExistsItIsAskedForEachRow() {
    String exists =
        optimize(
            "SELECT * { ?a a ?t FILTER EXISTS { ?a <http://example.org/p> ?b"
                + " { SELECT ?b { ?b <http://example.org/q> ?c } } } }");
    assertTrue(exists.contains("(sequence"), exists);
  }

  /** The name of the graph must reach into the sub-select. */
  @Test
  void withinAGraphItSeesThatGraphOnly() {
    DatasetGraph dataset = DatabaseMgr.createDatasetGraph();
    dataset
        .getContext()
        .set(ARQConstants.sysOptimizerFactory, (RewriteFactory) SubSelectsOnce::new);
    Txn.executeWrite(
        dataset,
        () ->
            RDFParser.fromString(
                    "PREFIX : <http://example/> :g1 { :x a :Dataset . :y a :Dataset ; :label 'Y' }"
                        + " :g2 { :x :label 'X' }",
                    Lang.TRIG)
                .parse(dataset));
    String query =
        "PREFIX : <http://example/> SELECT * { GRAPH ?g"
            + " { ?x a :Dataset { SELECT ?x ?l { ?x :label ?l } } } }";
    List<String> labels = new ArrayList<>();
    Txn.executeRead(
        dataset,
        () ->
            QueryExec.dataset(dataset)
                .query(query)
                .select()
                .forEachRemaining(row -> labels.add(row.get("l").getLiteralLexicalForm())));
    assertEquals(List.of("Y"), labels);
  }

  @Test
  void otherPatternsAreOptimizedAsEver() {
    String plain = "SELECT * { ?a <http://example.org/p>+ ?b . ?b <http://example.org/q>+ ?c }";
    Op op = Algebra.compile(QueryFactory.create(plain));
    assertEquals(Algebra.optimize(op).toString(), optimize(plain));
  }

  private static String optimize(String query) {
    Op op = Algebra.compile(QueryFactory.create(query));
    return new SubSelectsOnce(ARQ.getContext().copy()).rewrite(op).toString();
  }
}
