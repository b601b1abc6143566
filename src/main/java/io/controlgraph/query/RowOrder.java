package io.controlgraph.query;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.SortCondition;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.ExprLib;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.function.FunctionEnvBase;
import org.jspecify.annotations.Nullable;

/**
 * Puts rows that were found otherwise in the order in which a question gives them (SPARQL 1.1,
 * section 15.1).
 */
public final class RowOrder {
  private final List<SortCondition> conditions;

  /** The order of a question. */
  public RowOrder(Question question) {
    Query query = QueryFactory.create(question.sparql(), Syntax.syntaxSPARQL_11);
    this.conditions = query.getOrderBy() == null ? List.of() : List.copyOf(query.getOrderBy());
  }

  /** A row and what it is put in order by, worked out once. */
  private record Keyed(Binding row, List<@Nullable NodeValue> keys) {}

  /**
   * The rows in order.
   *
   * @param rows with all that the question names in its ORDER BY
   */
  public List<Binding> of(List<Binding> rows) {
    FunctionEnv environment = new FunctionEnvBase();
    return rows.stream()
        .map(row -> keyed(row, environment))
        .sorted(this::compare)
        .map(Keyed::row)
        .toList();
  }

  private Keyed keyed(Binding row, FunctionEnv environment) {
    List<@Nullable NodeValue> keys = new ArrayList<>(conditions.size());
    for (SortCondition condition : conditions) {
      keys.add(ExprLib.evalOrNull(condition.getExpression(), row, environment));
    }
    return new Keyed(row, keys);
  }

  private int compare(Keyed one, Keyed other) {
    for (int i = 0; i < conditions.size(); i++) {
      int order = compare(one.keys().get(i), other.keys().get(i));
      if (order != 0) {
        return conditions.get(i).getDirection() == Query.ORDER_DESCENDING ? -order : order;
      }
    }
    return 0;
  }

  /** What is not there comes first. */
  private static int compare(@Nullable NodeValue one, @Nullable NodeValue other) {
    if (one == null) {
      return other == null ? 0 : -1;
    }
    if (other == null) {
      return 1;
    }
    return NodeValue.compareAlways(one, other);
  }
}
