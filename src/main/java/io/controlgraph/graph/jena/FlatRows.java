package io.controlgraph.graph.jena;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterConvert;

/**
 * The rows of a sub-select, each holding just the variables that the sub-select gives.
 *
 * <p>Jena hands on the row that the sub-select worked with, behind a list of the variables that may
 * be seen. Where sub-selects nest, each look at a variable goes through all those lists; at a
 * million quads that was a quarter of the time of a question about coverage.
 */
final class FlatRows extends QueryIterConvert {

  FlatRows(QueryIterator rows, List<Var> variables, ExecutionContext context) {
    super(rows, flatten(variables.toArray(Var[]::new)), context);
  }

  private static Converter flatten(Var[] variables) {
    return row -> flat(row, variables);
  }

  /** What {@code row} has for the variables. */
  static Binding flat(Binding row, Var[] variables) {
    Node[] values = new Node[variables.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.get(variables[i]);
    }
    return new FlatRow(null, variables, values);
  }
}
