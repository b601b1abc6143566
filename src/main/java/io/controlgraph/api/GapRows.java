package io.controlgraph.api;

import io.controlgraph.api.rows.RowPage;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.View;
import io.controlgraph.query.Column;
import io.controlgraph.query.Question;
import io.controlgraph.query.RowOrder;
import io.controlgraph.trace.gaps.Gaps;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of questions that find gaps: from the index, or by SPARQL where it does not know the
 * question.
 *
 * @param organisation its number, or {@link Gaps#ALL}
 * @param arguments what to ask by SPARQL with
 * @param view at the revision of the index; null if the index knows all that is asked
 * @param orders gives the order of a question
 */
record GapRows(
    TraceAnswers.Asked asked,
    Gaps gaps,
    int organisation,
    Map<String, String> arguments,
    @Nullable View view,
    String baseIri,
    Function<Question, RowOrder> orders) {

  GapRows {
    arguments = Map.copyOf(arguments);
  }

  /**
   * A page of a question's rows, in its order.
   *
   * @throws GraphFailure.DeadlineExceeded if the deadline has passed
   */
  RowPage.Cut of(Question question, RowPage page) {
    if (asked.until().hasPassed()) {
      throw new GraphFailure.DeadlineExceeded(asked.until().allowed());
    }
    return gaps.count(question.name(), organisation)
        .map(count -> fromIndex(question, page, count))
        .orElseGet(() -> page.cut(bySparql(question)));
  }

  /** Rows that nobody will see are counted, and not put in order. */
  private RowPage.Cut fromIndex(Question question, RowPage page, int count) {
    List<Binding> rows =
        page.limit() == 0 || page.offset() >= count
            ? List.of()
            : gaps.inOrder(question.name(), organisation, orders.apply(question)::of)
                .orElseThrow()
                .subList(Math.toIntExact(page.offset()), end(page, count));
    List<Var> columns = question.columns().stream().map(Column::name).map(Var::alloc).toList();
    return new RowPage.Cut(RowSetStream.create(columns, rows.iterator()), count);
  }

  private static int end(RowPage page, int count) {
    return page.limit() < 0
        ? count
        : Math.toIntExact(Math.min(count, page.offset() + page.limit()));
  }

  private RowSet bySparql(Question question) {
    if (view == null) {
      throw new IllegalStateException("Neither index nor view answers " + question.name());
    }
    return view.select(QuestionText.bind(question, arguments, asked.day(), view, baseIri));
  }
}
