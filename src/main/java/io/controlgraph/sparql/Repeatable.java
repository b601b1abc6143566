package io.controlgraph.sparql;

import io.controlgraph.graph.QueryWalker;
import java.util.Set;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprNone;
import org.apache.jena.sparql.expr.ExprTripleTerm;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.ExprVisitorFunction;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a query is answered alike for as long as the graph is the same, so that an answer
 * may be kept: one that asks for the time, for chance, for new nodes or for another server is not.
 */
public final class Repeatable {
  /** SPARQL 1.1, sections 17.4.2.8 and .12 to .13, 17.4.4.5 and 17.4.5.1. */
  private static final Set<String> CHANGING = Set.of("now", "rand", "uuid", "struuid", "bnode");

  private static final String XPATH = "http://www.w3.org/2005/xpath-functions";

  private boolean repeatable = true;

  private Repeatable() {}

  /**
   * Whether the query is one; of a query that is nested too deeply to be looked at, nobody knows.
   */
  public static boolean is(Query query) {
    try {
      return new Repeatable().look(query);
    } catch (StackOverflowError e) {
      return false;
    }
  }

  private boolean look(Query query) {
    if (query.isConstructType()) {
      repeatable =
          query.getConstructTemplate().getTriples().stream()
              .noneMatch(triple -> triple.getSubject().isBlank() || triple.getObject().isBlank());
    }
    if (query.getQueryPattern() != null) {
      QueryWalker.walk(query, new InPattern(), new InExpression());
    }
    return repeatable;
  }

  private final class InPattern extends OpVisitorBase {
    @Override
    public void visit(OpService service) {
      repeatable = false;
    }
  }

  private final class InExpression extends ExprVisitorFunction {
    @Override
    protected void visitExprFunction(ExprFunction function) {
      String iri = function.getFunctionIRI();
      if (CHANGING.contains(function.getFunctionSymbol().getSymbol()) || !isKnown(iri)) {
        repeatable = false;
      }
    }

    /**
     * Of functions with an IRI, casts are pure, and those of XPath but the one that calls others.
     */
    private boolean isKnown(@Nullable String iri) {
      return iri == null
          || iri.startsWith(XSD.NS)
          || (iri.startsWith(XPATH) && !iri.endsWith("#apply"));
    }

    @Override
    public void visit(ExprFunctionOp exists) {}

    @Override
    public void visit(ExprVar variable) {}

    @Override
    public void visit(ExprTripleTerm term) {}

    @Override
    public void visit(ExprNone none) {}

    @Override
    public void visit(NodeValue value) {}

    @Override
    public void visit(ExprAggregator aggregate) {}
  }
}
