package io.controlgraph.graph;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVisitor;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.walker.WalkerVisitor;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprVisitor;

/**
 * Visits all that a query would evaluate: patterns, expressions, and the patterns in those. Jena's
 * own walker goes by what is aggregated and what is ordered by.
 */
public final class QueryWalker extends WalkerVisitor {
  private QueryWalker(OpVisitor patterns, ExprVisitor expressions) {
    super(patterns, expressions, null, null);
  }

  /** Visits the algebra of a query, which must have a pattern. */
  public static void walk(Query query, OpVisitor patterns, ExprVisitor expressions) {
    new QueryWalker(patterns, expressions).walk(Algebra.compile(query));
  }

  @Override
  public void visit(OpGroup group) {
    for (ExprAggregator each : group.getAggregators()) {
      walk(each.getAggregator().getExprList());
    }
    super.visit(group);
  }

  @Override
  public void visit(OpOrder order) {
    order.getConditions().forEach(condition -> walk(condition.getExpression()));
    super.visit(order);
  }
}
