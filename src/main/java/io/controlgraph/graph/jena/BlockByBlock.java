package io.controlgraph.graph.jena;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIter1;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.util.NodeFactoryExtra;

/**
 * What operators make of rows, evaluated for a block of rows at a time where ARQ does it for each
 * row. What a block makes is held in memory.
 */
final class BlockByBlock extends QueryIter1 {
  private final Function<List<Binding>, List<Binding>> made;
  private final BlockSize size = new BlockSize();
  private Iterator<Binding> rows = Collections.emptyIterator();

  private BlockByBlock(
      QueryIterator input, Function<List<Binding>, List<Binding>> made, ExecutionContext context) {
    super(input, context);
    this.made = made;
  }

  /**
   * Whether an operator makes of several rows what it makes of each, row by row, and each of its
   * rows holds all of the row it was made of.
   */
  static boolean takes(Op op) {
    if (op instanceof OpFilter filter) {
      return takes(filter.getSubOp());
    }
    if (op instanceof OpGraph graph) {
      return takes(graph.getSubOp());
    }
    if (op instanceof OpSequence steps) {
      return steps.getElements().stream().allMatch(BlockByBlock::takes);
    }
    if (op instanceof OpConditional optional) {
      return takes(optional.getLeft()) && takes(optional.getRight());
    }
    if (op instanceof OpUnion union) {
      return takes(union.getLeft()) && takes(union.getRight());
    }
    return op instanceof OpBGP || op instanceof OpPath;
  }

  /** Each row with what the right side makes of it, or else as it is. */
  static QueryIterator optional(QueryIterator left, Op right, ExecutionContext context) {
    return new BlockByBlock(left, block -> optional(block, right, context), context);
  }

  /** What each arm makes of each row. */
  static QueryIterator union(QueryIterator input, List<Op> arms, ExecutionContext context) {
    return new BlockByBlock(
        input,
        block -> {
          List<Binding> all = new ArrayList<>();
          for (Op arm : arms) {
            execute(arm, block, context).forEachRemaining(all::add);
          }
          return all;
        },
        context);
  }

  private static List<Binding> optional(List<Binding> block, Op right, ExecutionContext context) {
    Var number = numberIn(block.get(0));
    List<Binding> numbered = new ArrayList<>(block.size());
    List<Deque<Binding>> found = new ArrayList<>(block.size());
    for (Binding row : block) {
      Node place = NodeFactoryExtra.intToNode(numbered.size());
      numbered.add(BindingFactory.binding(row, number, place));
      found.add(new ArrayDeque<>(1));
    }
    execute(right, numbered, context)
        .forEachRemaining(
            row -> {
              int place = ((Number) row.get(number).getLiteralValue()).intValue();
              found.get(place).add(without(number, block.get(place), row));
            });
    List<Binding> all = new ArrayList<>();
    for (int i = 0; i < block.size(); i++) {
      if (found.get(i).isEmpty()) {
        all.add(block.get(i));
      } else {
        all.addAll(found.get(i));
      }
    }
    return all;
  }

  /** A variable that no query can name, and that no OPTIONAL around this one has taken. */
  private static Var numberIn(Binding row) {
    Var number = Var.alloc("*row");
    while (row.contains(number)) {
      number = Var.alloc(number.getVarName() + "*");
    }
    return number;
  }

  private static Binding without(Var number, Binding before, Binding after) {
    BindingBuilder row = BindingFactory.builder(before);
    after.forEach(
        (variable, node) -> {
          if (!variable.equals(number) && !before.contains(variable)) {
            row.add(variable, node);
          }
        });
    return row.build();
  }

  private static QueryIterator execute(Op op, List<Binding> rows, ExecutionContext context) {
    return QC.execute(op, QueryIterPlainWrapper.create(rows.iterator(), context), context);
  }

  @Override
  protected boolean hasNextBinding() {
    while (!rows.hasNext()) {
      List<Binding> block = new ArrayList<>();
      size.fill(getInput(), block);
      if (block.isEmpty()) {
        return false;
      }
      rows = made.apply(block).iterator();
    }
    return true;
  }

  @Override
  protected Binding moveToNextBinding() {
    return rows.next();
  }

  @Override
  protected void closeSubIterator() {}

  @Override
  protected void requestSubCancel() {}
}
