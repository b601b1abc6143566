package io.controlgraph.sparql;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementAssign;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.jspecify.annotations.Nullable;

/** Looks for SERVICE anywhere in a query: in its pattern, its sub-queries and its expressions. */
final class ServiceFinder {
  private boolean found;

  private ServiceFinder() {}

  static boolean isIn(Query query) {
    ServiceFinder finder = new ServiceFinder();
    finder.look(query);
    return finder.found;
  }

  private void look(Query query) {
    look(query.getQueryPattern());
    query.getProject().getExprs().values().forEach(this::look);
    query.getGroupBy().getExprs().values().forEach(this::look);
    query.getHavingExprs().forEach(this::look);
    query.getAggregators().forEach(this::look);
    if (query.hasOrderBy()) {
      query.getOrderBy().forEach(condition -> look(condition.getExpression()));
    }
  }

  private void look(@Nullable Element pattern) {
    if (pattern != null) {
      ElementWalker.walk(pattern, new InPattern());
    }
  }

  private void look(@Nullable Expr expression) {
    if (expression != null) {
      Walker.walk(expression, new InExpression());
    }
  }

  private final class InPattern extends ElementVisitorBase {
    @Override
    public void visit(ElementService element) {
      found = true;
    }

    @Override
    public void visit(ElementSubQuery element) {
      look(element.getQuery());
    }

    @Override
    public void visit(ElementFilter element) {
      look(element.getExpr());
    }

    @Override
    public void visit(ElementBind element) {
      look(element.getExpr());
    }

    @Override
    public void visit(ElementAssign element) {
      look(element.getExpr());
    }
  }

  private final class InExpression extends ExprVisitorBase {
    @Override
    public void visit(ExprFunctionOp exists) {
      look(exists.getElement());
    }

    @Override
    public void visit(ExprAggregator aggregate) {
      if (aggregate.getAggregator().getExprList() != null) {
        aggregate.getAggregator().getExprList().forEach(ServiceFinder.this::look);
      }
    }
  }
}
