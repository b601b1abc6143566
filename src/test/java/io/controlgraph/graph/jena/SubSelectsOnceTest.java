package io.controlgraph.graph.jena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
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
