package io.controlgraph.api.rows;

import io.controlgraph.query.Column;
import io.controlgraph.query.Question;
import io.controlgraph.query.ValueType;
import io.controlgraph.security.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.expr.E_Str;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprVar;
import org.jspecify.annotations.Nullable;

/** The order that a request wants the rows in, before the question's own. */
public final class RowOrder {
  private final List<SortCondition> conditions;

  private RowOrder(List<SortCondition> conditions) {
    this.conditions = conditions;
  }

  /**
   * Reads {@code sort}: columns with commas between them, a minus before those that go down.
   *
   * @throws Refusal 400 if the question has no such column
   */
  public static RowOrder of(@Nullable String sort, Question question) {
    List<SortCondition> conditions = new ArrayList<>();
    if (sort != null && !sort.isBlank()) {
      for (String wish : sort.split(",", -1)) {
        boolean down = wish.startsWith("-");
        Column column = column(down ? wish.substring(1) : wish, question);
        Expr variable = new ExprVar(column.name());
        conditions.add(
            new SortCondition(
                column.type() == ValueType.IRI ? new E_Str(variable) : variable,
                down ? Query.ORDER_DESCENDING : Query.ORDER_ASCENDING));
      }
    }
    return new RowOrder(conditions);
  }

  private static Column column(String name, Question question) {
    return question.columns().stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    400,
                    "bad-parameter",
                    "'%s' has no column '%s' to sort by; it has: %s"
                        .formatted(
                            question.name(),
                            name,
                            String.join(
                                ", ", question.columns().stream().map(Column::name).toList()))));
  }

  /** The query in this order; what is equal in it stays in the order that the query has. */
  public String applied(String sparql) {
    if (conditions.isEmpty()) {
      return sparql;
    }
    Query query = QueryFactory.create(sparql);
    List<SortCondition> own =
        query.getOrderBy() == null ? List.of() : List.copyOf(query.getOrderBy());
    if (query.getOrderBy() != null) {
      query.getOrderBy().clear();
    }
    conditions.forEach(query::addOrderBy);
    own.forEach(query::addOrderBy);
    return query.serialize();
  }
}
