package io.controlgraph.graph.jena;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.OpWalker;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.optimize.ExprTransformApplyTransform;
import org.apache.jena.sparql.algebra.optimize.OptimizerStd;
import org.apache.jena.sparql.algebra.optimize.TransformJoinStrategy;
import org.apache.jena.sparql.util.Context;

/**
 * ARQ's optimizer, except that what holds a sub-select is evaluated once for each evaluation of the
 * group it stands in, and joined by hash; and that patterns look for terms as they are stored.
 *
 * <p>ARQ's own strategy takes most sub-selects for something that can be asked again for each row
 * of the other side. The shared definitions are sub-selects that ask of everything there is, and
 * asking that again grows with the square: on 180,000 statements, who answers for what took 60
 * times as long. Where the other side is short, {@link NarrowedJoin} asks once for what it needs.
 *
 * <p>ARQ's strategy stays beside VALUES, which may bind a path that is endless otherwise; in
 * EXISTS, which is asked for each row anyway; and in GRAPH with a variable, whose value must reach
 * into the sub-select (apache/jena issue 2793).
 */
final class SubSelectsOnce extends OptimizerStd {

  SubSelectsOnce(Context context) {
    super(context);
  }

  @Override
  public Op rewrite(Op op) {
    return super.rewrite(StoredPatterns.of(op));
  }

  @Override
  protected Op transformJoinStrategy(Op op) {
    if (holdsSubSelectInAnyGraph(op)) {
      return super.transformJoinStrategy(op);
    }
    return Transformer.transform(
        new JoinByHash(), new ExprTransformApplyTransform(new TransformJoinStrategy()), op);
  }

  private static boolean holdsSubSelect(Op op) {
    AtomicBoolean found = new AtomicBoolean();
    OpWalker.walk(
        op,
        new OpVisitorBase() {
          @Override
          public void visit(OpProject select) {
            found.set(true);
          }
        });
    return found.get();
  }

  private static boolean holdsSubSelectInAnyGraph(Op op) {
    AtomicBoolean found = new AtomicBoolean();
    OpWalker.walk(
        op,
        new OpVisitorBase() {
          @Override
          public void visit(OpGraph graph) {
            if (graph.getNode().isVariable() && holdsSubSelect(graph.getSubOp())) {
              found.set(true);
            }
          }
        });
    return found.get();
  }

  private static final class JoinByHash extends TransformJoinStrategy {
    @Override
    public Op transform(OpJoin join, Op left, Op right) {
      return holdsSubSelect(right) && !(left instanceof OpTable)
          ? OpJoin.create(left, right)
          : super.transform(join, left, right);
    }

    @Override
    public Op transform(OpLeftJoin join, Op left, Op right) {
      return holdsSubSelect(right)
          ? OpLeftJoin.create(left, right, join.getExprs())
          : super.transform(join, left, right);
    }

    /** What another server is sent stays as it was asked. */
    @Override
    public Op transform(OpService service, Op asChanged) {
      return service;
    }
  }
}
