package io.controlgraph.graph.jena;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter1;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.jspecify.annotations.Nullable;

/**
 * One row for each group of the rows given, in the order in which the groups were met: the
 * variables it is grouped by, then those of the aggregates.
 *
 * <p>Does what Jena's own grouping does with a flat row for a key and one look-up a row, where Jena
 * takes three in a map of lists.
 */
final class GroupedRows extends QueryIter1 {
  private final VarExprList groupBy;
  private final List<ExprAggregator> aggregates;
  private @Nullable Iterator<Binding> groups;

  /** {@code group} is grouped by something: without, an empty input would give one row. */
  GroupedRows(OpGroup group, QueryIterator rows, ExecutionContext context) {
    super(rows, context);
    this.groupBy = group.getGroupVars();
    this.aggregates = group.getAggregators();
  }

  @Override
  protected boolean hasNextBinding() {
    return groups().hasNext();
  }

  @Override
  protected Binding moveToNextBinding() {
    return groups().next();
  }

  private Iterator<Binding> groups() {
    Iterator<Binding> found = groups;
    if (found == null) {
      found = gather();
      groups = found;
    }
    return found;
  }

  private Iterator<Binding> gather() {
    Var[] keys = groupBy.getVars().toArray(Var[]::new);
    Map<Binding, Accumulator[]> gathered = new LinkedHashMap<>();
    while (getInput().hasNext()) {
      Binding row = getInput().next();
      Node[] values = new Node[keys.length];
      for (int i = 0; i < keys.length; i++) {
        values[i] = groupBy.get(keys[i], row, getExecContext());
      }
      Accumulator[] accumulators =
          gathered.computeIfAbsent(new FlatRow(null, keys, values), key -> accumulators());
      for (Accumulator each : accumulators) {
        each.accumulate(row, getExecContext());
      }
    }
    Var[] variables = variables(keys);
    return gathered.entrySet().stream().map(group -> row(variables, group)).iterator();
  }

  private Accumulator[] accumulators() {
    Accumulator[] fresh = new Accumulator[aggregates.size()];
    for (int i = 0; i < fresh.length; i++) {
      fresh[i] = aggregates.get(i).getAggregator().createAccumulator();
    }
    return fresh;
  }

  private Var[] variables(Var[] keys) {
    Var[] all = Arrays.copyOf(keys, keys.length + aggregates.size());
    for (int i = 0; i < aggregates.size(); i++) {
      all[keys.length + i] = aggregates.get(i).getVar();
    }
    return all;
  }

  private static Binding row(Var[] variables, Map.Entry<Binding, Accumulator[]> group) {
    @Nullable Node[] values = new Node[variables.length];
    Accumulator[] accumulators = group.getValue();
    int keys = variables.length - accumulators.length;
    for (int i = 0; i < keys; i++) {
      values[i] = group.getKey().get(variables[i]);
    }
    for (int i = 0; i < accumulators.length; i++) {
      NodeValue value = accumulators[i].getValue();
      values[keys + i] = value == null ? null : value.asNode();
    }
    return new FlatRow(null, variables, values);
  }

  @Override
  protected void closeSubIterator() {}

  @Override
  protected void requestSubCancel() {}
}
