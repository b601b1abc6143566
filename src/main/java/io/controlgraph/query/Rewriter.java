package io.controlgraph.query;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.expr.E_Bound;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprTransformer;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementMinus;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.syntax.ElementUnion;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * Copies the WHERE part of a query, sub-selects and EXISTS included, with nodes and elements
 * replaced as a subclass says. Of the head only expressions are rewritten, and those only outside
 * aggregates: Jena's own transformer drops a replaced variable from the row.
 */
abstract class Rewriter {

  /** What stands in place of a node of a pattern. */
  Node node(Node node) {
    return node;
  }

  /** What stands in place of a variable of an expression. */
  Node operand(Node variable) {
    return node(variable);
  }

  /** Called with the variable of each BIND. */
  void assigned(Node variable) {}

  /** What stands in place of inline data. */
  Element data(ElementData data) {
    return data;
  }

  /** Called with a group and its rewritten members; may add to them. */
  void group(ElementGroup original, List<Element> members) {}

  /** Called with a query and the members of its rewritten WHERE; may add to them. */
  void where(Query original, List<Element> members) {}

  final Query rewrite(Query query) {
    Query copy = QueryTransformOps.shallowCopy(query);
    List<Element> members = new ArrayList<>();
    Element pattern = rewrite(query.getQueryPattern());
    if (pattern instanceof ElementGroup group) {
      members.addAll(group.getElements());
    } else {
      members.add(pattern);
    }
    where(query, members);
    copy.setQueryPattern(groupOf(members));
    copy.getHavingExprs().replaceAll(this::rewrite);
    copy.getProject().getExprs().replaceAll((variable, expr) -> rewrite(expr));
    return copy;
  }

  final Element rewrite(Element element) {
    if (element instanceof ElementGroup group) {
      List<Element> members = new ArrayList<>();
      group.getElements().forEach(member -> members.add(rewrite(member)));
      group(group, members);
      return groupOf(members);
    }
    if (element instanceof ElementPathBlock block) {
      ElementPathBlock copy = new ElementPathBlock();
      block.patternElts().forEachRemaining(t -> copy.addTriple(path(t)));
      return copy;
    }
    if (element instanceof ElementTriplesBlock block) {
      ElementPathBlock copy = new ElementPathBlock();
      block.patternElts().forEachRemaining(t -> copy.addTriple(path(new TriplePath(t))));
      return copy;
    }
    if (element instanceof ElementUnion union) {
      ElementUnion copy = new ElementUnion();
      union.getElements().forEach(branch -> copy.addElement(rewrite(branch)));
      return copy;
    }
    if (element instanceof ElementOptional optional) {
      return new ElementOptional(rewrite(optional.getOptionalElement()));
    }
    if (element instanceof ElementMinus minus) {
      return new ElementMinus(rewrite(minus.getMinusElement()));
    }
    if (element instanceof ElementFilter filter) {
      return new ElementFilter(rewrite(filter.getExpr()));
    }
    if (element instanceof ElementBind bind) {
      assigned(bind.getVar());
      return new ElementBind(bind.getVar(), rewrite(bind.getExpr()));
    }
    if (element instanceof ElementData data) {
      return data(data);
    }
    if (element instanceof ElementNamedGraph graph) {
      return new ElementNamedGraph(node(graph.getGraphNameNode()), rewrite(graph.getElement()));
    }
    if (element instanceof ElementService service) {
      return new ElementService(
          node(service.getServiceNode()), rewrite(service.getElement()), service.getSilent());
    }
    if (element instanceof ElementSubQuery sub) {
      return new ElementSubQuery(rewrite(sub.getQuery()));
    }
    throw new IllegalArgumentException("Not SPARQL 1.1: " + element.getClass().getSimpleName());
  }

  private TriplePath path(TriplePath t) {
    Node subject = node(t.getSubject());
    Node object = node(t.getObject());
    return t.isTriple()
        ? new TriplePath(Triple.create(subject, node(t.getPredicate()), object))
        : new TriplePath(subject, t.getPath(), object);
  }

  private Expr rewrite(Expr expr) {
    return ExprTransformer.transform(new Expressions(), expr);
  }

  private static ElementGroup groupOf(List<Element> members) {
    ElementGroup group = new ElementGroup();
    members.forEach(group::addElement);
    return group;
  }

  /** Rewrites variables, and the patterns of EXISTS. */
  private final class Expressions extends ExprTransformCopy {
    @Override
    public Expr transform(ExprVar variable) {
      Node replacement = operand(variable.asVar());
      return replacement.equals(variable.asVar()) ? variable : NodeValue.makeNode(replacement);
    }

    @Override
    public Expr transform(ExprFunction1 function, Expr argument) {
      return function instanceof E_Bound && argument.isConstant()
          ? NodeValue.TRUE
          : super.transform(function, argument);
    }

    @Override
    public Expr transform(ExprFunctionOp exists, ExprList arguments, Op pattern) {
      Element element = rewrite(exists.getElement());
      return exists instanceof E_Exists ? new E_Exists(element) : new E_NotExists(element);
    }
  }
}
