package io.controlgraph.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprVars;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;

/**
 * The variables that a query mentions at any depth, by the place they are mentioned in.
 *
 * @param matched in patterns, so that the data gives them values
 * @param assigned by BIND, AS or VALUES
 * @param operands in expressions, heads included
 * @param projected returned as they are, by the query or a sub-select
 * @param blanks whether a pattern has a blank node
 */
record Mentions(
    Set<String> matched,
    Set<String> assigned,
    Set<String> operands,
    Set<String> projected,
    boolean blanks) {

  static Mentions of(Query query) {
    Collector collector = new Collector();
    collector.rewrite(query);
    return collector.mentions();
  }

  static Mentions of(Element element) {
    Collector collector = new Collector();
    collector.rewrite(element);
    return collector.mentions();
  }

  boolean contains(String variable) {
    return matched.contains(variable)
        || assigned.contains(variable)
        || operands.contains(variable)
        || projected.contains(variable);
  }

  /** The variables of the query's own head: what it returns, groups and orders by. */
  static Set<String> head(Query query) {
    Collector collector = new Collector();
    collector.head(query);
    Set<String> all = new LinkedHashSet<>(collector.operands);
    all.addAll(collector.projected);
    all.addAll(collector.matched);
    return all;
  }

  private static final class Collector extends Rewriter {
    private final Set<String> matched = new LinkedHashSet<>();
    private final Set<String> assigned = new LinkedHashSet<>();
    private final Set<String> operands = new LinkedHashSet<>();
    private final Set<String> projected = new LinkedHashSet<>();
    private boolean blanks;

    Mentions mentions() {
      return new Mentions(matched, assigned, operands, projected, blanks);
    }

    @Override
    Node node(Node node) {
      if (Var.isBlankNodeVar(node)) {
        blanks = true;
      } else if (node.isVariable()) {
        matched.add(node.getName());
      }
      return node;
    }

    @Override
    Node operand(Node variable) {
      operands.add(variable.getName());
      return variable;
    }

    @Override
    void assigned(Node variable) {
      assigned.add(variable.getName());
    }

    @Override
    Element data(ElementData data) {
      data.getVars().forEach(v -> assigned.add(v.getName()));
      return data;
    }

    @Override
    void where(Query original, List<Element> members) {
      head(original);
    }

    void head(Query query) {
      expressions(query.getProject(), true);
      expressions(query.getGroupBy(), false);
      query
          .getAggregators()
          .forEach(
              a -> {
                if (a.getAggregator().getExprList() != null) {
                  a.getAggregator().getExprList().forEach(this::expression);
                }
              });
      query.getHavingExprs().forEach(this::expression);
      if (query.hasOrderBy()) {
        query.getOrderBy().stream().map(SortCondition::getExpression).forEach(this::expression);
      }
      if (query.hasValues()) {
        query.getValuesVariables().forEach(v -> assigned.add(v.getName()));
      }
      if (query.isConstructType()) {
        query
            .getConstructTemplate()
            .getTriples()
            .forEach(
                t -> {
                  node(t.getSubject());
                  node(t.getPredicate());
                  node(t.getObject());
                });
      }
    }

    private void expressions(VarExprList list, boolean projection) {
      for (Var variable : list.getVars()) {
        Expr expr = list.getExpr(variable);
        if (expr != null) {
          expression(expr);
          if (projection || !variable.isAllocVar()) {
            assigned.add(variable.getName());
          }
        } else {
          projected.add(variable.getName());
        }
      }
    }

    private void expression(Expr expr) {
      ExprVars.getVarsMentioned(expr).stream()
          .filter(v -> !v.isAllocVar())
          .forEach(v -> operands.add(v.getName()));
    }
  }
}
