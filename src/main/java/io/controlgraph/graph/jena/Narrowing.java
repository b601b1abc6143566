package io.controlgraph.graph.jena;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.Table;
import org.apache.jena.sparql.algebra.TableFactory;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.op.OpReduced;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the right side of a join where the rows of the left side are known and few: the
 * same, but for rows that could not join with any of them.
 *
 * <p>A pattern is asked for the values that the left side has, by a table put before it, where each
 * row that the right side makes of a match shows the match's values, or is grouped by them. What
 * ends after some rows is left as it is, and so is what takes rows away, or adds to them where it
 * can. The values are IRIs, which match nothing but themselves; a number matches what is written
 * otherwise.
 */
final class Narrowing {
  /** So many matches of a single pattern are held, and tell that it narrows what follows. */
  private static final int FEW = 256;

  private final List<Binding> rows;
  private final Function<Op, QueryIterator> evaluation;

  private Narrowing(List<Binding> rows, Function<Op, QueryIterator> evaluation) {
    this.rows = rows;
    this.evaluation = evaluation;
  }

  /**
   * An operator whose rows join with the rows given as those of {@code right} do: some that would
   * join with none are not among them.
   *
   * @param right its inner variables are renamed, as ARQ does before it plans
   * @param rows all rows that it is joined with, or that are joined with it if it has any; not none
   * @param evaluation gives the rows of an operator by itself
   */
  static Op of(Op right, List<Binding> rows, Function<Op, QueryIterator> evaluation) {
    return new Narrowing(rows, evaluation).narrow(right, named(rows));
  }

  /** The variables that are IRIs in each row. */
  private static Map<Var, Var> named(List<Binding> rows) {
    Map<Var, Var> named = new LinkedHashMap<>();
    rows.get(0)
        .vars()
        .forEachRemaining(
            variable -> {
              if (rows.stream().map(row -> row.get(variable)).allMatch(Narrowing::isIri)) {
                named.put(variable, variable);
              }
            });
    return named;
  }

  private static boolean isIri(@Nullable Node value) {
    return value != null && value.isURI();
  }

  /**
   * Narrows an operator.
   *
   * @param by variables of the operator, each with that of the rows it must agree with
   */
  private Op narrow(Op op, Map<Var, Var> by) {
    if (by.isEmpty()) {
      return op;
    }
    if (op instanceof OpBGP patterns) {
      return narrow(op, patterns.getPattern(), OpBGP::new, by);
    }
    if (op instanceof OpQuadPattern patterns && !patterns.getGraphNode().isVariable()) {
      Node graph = patterns.getGraphNode();
      return narrow(op, patterns.getBasicPattern(), each -> new OpQuadPattern(graph, each), by);
    }
    if (op instanceof OpFilter filter) {
      return narrow(filter, by);
    }
    if (op instanceof OpProject project) {
      return new OpProject(
          narrow(project.getSubOp(), among(by, project.getVars())), project.getVars());
    }
    if (op instanceof OpGroup group) {
      Map<Var, Var> keys = among(by, group.getGroupVars().getVars());
      keys.keySet().removeAll(group.getGroupVars().getExprs().keySet());
      return new OpGroup(
          narrow(group.getSubOp(), keys), group.getGroupVars(), group.getAggregators());
    }
    if (op instanceof OpExtend extend) {
      return OpExtend.create(
          narrow(extend.getSubOp(), before(extend.getVarExprList(), by)), extend.getVarExprList());
    }
    if (op instanceof OpDistinct distinct) {
      return new OpDistinct(narrow(distinct.getSubOp(), by));
    }
    if (op instanceof OpReduced reduced) {
      return OpReduced.create(narrow(reduced.getSubOp(), by));
    }
    return several(op, by);
  }

  /** Of a join one side is enough: the other is narrowed in turn when its rows are known. */
  private Op several(Op op, Map<Var, Var> by) {
    if (op instanceof OpUnion union) {
      return OpUnion.create(narrow(union.getLeft(), by), narrow(union.getRight(), by));
    }
    if (op instanceof OpSequence steps) {
      return narrow(steps, by);
    }
    if (op instanceof OpJoin join) {
      Op left = narrow(join.getLeft(), by);
      return left.equals(join.getLeft())
          ? OpJoin.create(left, narrow(join.getRight(), by))
          : OpJoin.create(left, join.getRight());
    }
    if (op instanceof OpLeftJoin join) {
      return OpLeftJoin.create(narrow(join.getLeft(), by), join.getRight(), join.getExprs());
    }
    if (op instanceof OpConditional optional) {
      return new OpConditional(narrow(optional.getLeft(), by), optional.getRight());
    }
    if (op instanceof OpMinus minus) {
      return OpMinus.create(narrow(minus.getLeft(), by), minus.getRight());
    }
    return op;
  }

  /** The steps after the first that is narrowed are taken from its rows. */
  private Op narrow(OpSequence steps, Map<Var, Var> by) {
    List<Op> narrowed = new ArrayList<>(steps.getElements());
    for (int i = 0; i < narrowed.size(); i++) {
      Op step = narrowed.get(i);
      Op instead = narrow(step, by);
      if (!instead.equals(step)) {
        narrowed.set(i, instead);
        return steps.copy(narrowed);
      }
    }
    return steps;
  }

  /** Patterns stay right under their filter, where TDB2 looks for them to order both. */
  private Op narrow(OpFilter filter, Map<Var, Var> by) {
    Op within = filter.getSubOp();
    Op narrowed = narrow(within, by);
    boolean patterns = within instanceof OpBGP || within instanceof OpQuadPattern;
    return patterns && narrowed instanceof OpSequence steps
        ? OpSequence.create(steps.get(0), OpFilter.filterBy(filter.getExprs(), steps.get(1)))
        : OpFilter.filterBy(filter.getExprs(), narrowed);
  }

  /** Narrows patterns, which {@code made} makes an operator of. */
  private Op narrow(
      Op op, BasicPattern patterns, Function<BasicPattern, Op> made, Map<Var, Var> by) {
    Set<Var> sought = new LinkedHashSet<>();
    for (Triple triple : patterns) {
      add(triple.getSubject(), by, sought);
      add(triple.getObject(), by, sought);
    }
    if (sought.isEmpty()) {
      return op;
    }
    Collection<Binding> values = values(List.copyOf(sought), by);
    Op table = table(sought, values);
    if (leadsOn(patterns.getList(), sought)) {
      return OpSequence.create(table, op);
    }
    Op found = throughOne(table, patterns, made, sought);
    if (found != null) {
      return found;
    }
    return values.size() == 1 ? OpSequence.create(table, op) : op;
  }

  private Collection<Binding> values(List<Var> sought, Map<Var, Var> by) {
    Var[] inner = sought.toArray(Var[]::new);
    Var[] outer = sought.stream().map(by::get).toArray(Var[]::new);
    Set<Binding> values = new LinkedHashSet<>();
    for (Binding row : rows) {
      Node[] nodes = new Node[outer.length];
      for (int i = 0; i < nodes.length; i++) {
        nodes[i] = row.get(outer[i]);
      }
      values.add(new FlatRow(null, inner, nodes));
    }
    return values;
  }

  /**
   * Takes the matches of a pattern that points to one of the variables first, where they are few
   * and all other patterns are reached from them.
   */
  private @Nullable Op throughOne(
      Op table, BasicPattern patterns, Function<BasicPattern, Op> made, Set<Var> sought) {
    for (Triple triple : patterns) {
      if (!sought.contains(triple.getObject()) || !(triple.getSubject() instanceof Var subject)) {
        continue;
      }
      List<Triple> rest = new ArrayList<>(patterns.getList());
      rest.remove(triple);
      Set<Var> known = new LinkedHashSet<>(sought);
      known.add(subject);
      if (triple.getPredicate().isVariable() || !leadsOn(rest, known)) {
        continue;
      }
      Op one = OpSequence.create(table, made.apply(BasicPattern.wrap(List.of(triple))));
      List<Binding> matches = few(one);
      if (matches != null) {
        return rest.isEmpty()
            ? one
            : OpSequence.create(table(known, matches), made.apply(BasicPattern.wrap(rest)));
      }
    }
    return null;
  }

  /** The rows of an operator; null if they are more than a few. */
  private @Nullable List<Binding> few(Op op) {
    List<Binding> found = new ArrayList<>();
    QueryIterator all = evaluation.apply(op);
    try {
      while (all.hasNext()) {
        if (found.size() == FEW) {
          return null;
        }
        found.add(all.next());
      }
    } finally {
      all.close();
    }
    return found;
  }

  private static Op table(Set<Var> variables, Collection<Binding> values) {
    Table table = TableFactory.create(List.copyOf(variables));
    values.forEach(table::addBinding);
    return OpTable.create(table);
  }

  /**
   * Whether all patterns are reached from the variables by going from subjects to objects. The
   * other way a step may lead to most of what there is, and that once for each value.
   */
  private static boolean leadsOn(List<Triple> triples, Set<Var> from) {
    Set<Node> reached = new HashSet<>(from);
    List<Triple> left = new ArrayList<>(triples);
    boolean further = true;
    while (further) {
      List<Triple> next =
          left.stream().filter(triple -> reached.contains(triple.getSubject())).toList();
      next.forEach(triple -> reached.add(triple.getObject()));
      further = left.removeAll(next);
    }
    return left.isEmpty();
  }

  private static void add(Node node, Map<Var, Var> by, Set<Var> to) {
    if (node instanceof Var variable && by.containsKey(variable)) {
      to.add(variable);
    }
  }

  private static Map<Var, Var> among(Map<Var, Var> by, List<Var> variables) {
    Map<Var, Var> common = new LinkedHashMap<>(by);
    common.keySet().retainAll(variables);
    return common;
  }

  /** What must agree before variables were given values: what they are another name of does. */
  private static Map<Var, Var> before(VarExprList given, Map<Var, Var> by) {
    Map<Var, Var> before = new LinkedHashMap<>(by);
    before.keySet().removeAll(given.getVars());
    for (Var variable : given.getVars()) {
      Var agreeing = by.get(variable);
      Expr value = given.getExpr(variable);
      if (agreeing != null && value.isVariable() && !given.contains(value.asVar())) {
        before.putIfAbsent(value.asVar(), agreeing);
      }
    }
    return before;
  }
}
