package io.controlgraph.graph.jena;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpN;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.path.Path;
import org.jspecify.annotations.Nullable;

/** The patterns that stand in a query, with their variables. */
final class Patterns {
  private final List<Quad> found = new ArrayList<>();

  private Patterns() {}

  /**
   * All patterns of an operator, those in conditions and the single steps of paths included.
   *
   * @param graph where it is evaluated
   */
  static List<Quad> in(Op op, Node graph) {
    Patterns patterns = new Patterns();
    patterns.collect(op, graph);
    return patterns.found;
  }

  /** A pattern that holds in each row that an operator gives; null if none is seen. */
  static @Nullable Triple first(Op op) {
    if (op instanceof OpBGP patterns) {
      return patterns.getPattern().isEmpty() ? null : patterns.getPattern().get(0);
    }
    if (op instanceof OpFilter filter) {
      return first(filter.getSubOp());
    }
    if (op instanceof OpSequence steps) {
      return first(steps.get(0));
    }
    if (op instanceof OpConditional || op instanceof OpLeftJoin || op instanceof OpJoin) {
      return first(((Op2) op).getLeft());
    }
    return null;
  }

  private void collect(Op op, Node graph) {
    if (op instanceof OpBGP patterns) {
      patterns.getPattern().forEach(triple -> found.add(Quad.create(graph, triple)));
    } else if (op instanceof OpPath path) {
      collect(path.getTriplePath().getPath(), graph);
    } else if (op instanceof OpGraph named) {
      collect(named.getSubOp(), named.getNode());
    } else if (op instanceof Op1 one) {
      if (one instanceof OpFilter filter) {
        collect(filter.getExprs(), graph);
      }
      collect(one.getSubOp(), graph);
    } else if (op instanceof Op2 two) {
      if (two instanceof OpLeftJoin optional && optional.getExprs() != null) {
        collect(optional.getExprs(), graph);
      }
      collect(two.getLeft(), graph);
      collect(two.getRight(), graph);
    } else if (op instanceof OpN several) {
      several.getElements().forEach(each -> collect(each, graph));
    }
  }

  private void collect(@Nullable Path path, Node graph) {
    if (path != null) {
      for (Node property : FirstSteps.properties(path)) {
        found.add(Quad.create(graph, Node.ANY, property, Node.ANY));
      }
    }
  }

  private void collect(ExprList conditions, Node graph) {
    conditions.forEach(condition -> collect(condition, graph));
  }

  private void collect(Expr condition, Node graph) {
    if (condition instanceof ExprFunctionOp exists) {
      collect(exists.getGraphPattern(), graph);
    } else if (condition instanceof ExprFunction function) {
      function.getArgs().forEach(argument -> collect(argument, graph));
    }
  }
}
