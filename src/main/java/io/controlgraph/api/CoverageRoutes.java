package io.controlgraph.api;

import io.controlgraph.api.openapi.Input;
import io.controlgraph.api.openapi.Offers;
import io.controlgraph.api.openapi.Operation;
import io.controlgraph.api.rows.RowPage;
import io.controlgraph.api.rows.RowWriter;
import io.controlgraph.query.Catalogue;
import io.controlgraph.query.Column;
import io.controlgraph.query.Question;
import io.controlgraph.security.Refusal;
import io.controlgraph.sparql.Answers;
import io.controlgraph.sparql.Negotiation;
import io.controlgraph.sparql.Parameters;
import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.CoverageTable;
import io.controlgraph.trace.coverage.Figure;
import io.controlgraph.trace.coverage.Grouping;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.jspecify.annotations.Nullable;

/**
 * Coverage from the trace index, with the rows of the questions {@code coverage/by-framework} and
 * its sisters.
 */
final class CoverageRoutes implements Routes {
  private static final String PATH = "/api/v1/coverage";
  private static final Offers TABLES = new Offers(RowWriter.FORMATS);
  private static final List<String> GROUPINGS =
      Arrays.stream(Grouping.values()).map(Grouping::id).toList();

  private final Catalogue catalogue;
  private final TraceAnswers answers;

  CoverageRoutes(Catalogue catalogue, TraceAnswers answers) {
    this.catalogue = catalogue;
    this.answers = answers;
  }

  @Override
  public void addTo(Api api) {
    api.on(
        Operation.get(PATH, "getCoverage", "Traceability", "How much is covered: n of N cells")
            .takes(
                Input.choice(
                    "by", GROUPINGS, "What the cells are summed up by; framework if absent."),
                Input.text("org", "One organisation only."),
                Input.text("framework", "One framework only."),
                Input.text("target", "One target only."),
                Input.number(
                    "limit", 0, RowPage.LONGEST, "The rows of a page; all rows if absent."),
                Input.number("offset", 0, Long.MAX_VALUE, "How many rows to leave out first."),
                Input.day(),
                TABLES.input(),
                Input.timeout())
            .tagged()
            .gives(200, "The rows of the question coverage/by-...", TABLES.mediaTypes())
            .tells(IndexHeaders.DESCRIBED),
        this::coverage);
  }

  private void coverage(Context ctx) throws Exception {
    Parameters parameters = Parameters.parse(ctx.queryString());
    Grouping grouping = grouping(parameters.one("by"));
    Question question =
        catalogue
            .find("coverage/by-" + grouping.id())
            .orElseThrow(() -> new IllegalStateException("No question for " + grouping));
    Negotiation.Choice choice =
        Negotiation.choose(Answers.accepted(ctx), parameters.one("format"), RowWriter.FORMATS);
    RowPage page = RowPage.of(parameters);
    answers.answer(
        ctx,
        choice.mediaType(),
        asked -> {
          RowPage.Cut cut = page.cut(rows(asked, grouping, question));
          if (page.limit() > 0) {
            ctx.header(QuestionRoutes.TOTAL, Long.toString(cut.total()));
            ctx.header("Link", page.links(ctx.path(), parameters, cut.total()));
          }
          ctx.contentType(Answers.withCharset(choice.mediaType()))
              .result(written(choice, question, cut.rows()));
        });
  }

  private RowSet rows(TraceAnswers.Asked asked, Grouping grouping, Question question) {
    List<Binding> rows = CoverageTable.rows(asked.index(), grouping, figures(asked, grouping));
    return RowSetStream.create(
        question.columns().stream().map(Column::name).map(Var::alloc).toList(), rows.iterator());
  }

  private Map<Grouping.Key, Figure> figures(TraceAnswers.Asked asked, Grouping grouping) {
    Coverage coverage = answers.coverage(asked);
    Optional<Integer> framework = answers.thing(asked, "framework");
    Optional<Integer> target = answers.thing(asked, "target");
    if (framework.isEmpty() && target.isEmpty()) {
      Map<Grouping.Key, Figure> all = new HashMap<>();
      answers
          .organisations(asked)
          .forEach(organisation -> all.putAll(coverage.figures(grouping, organisation)));
      return all;
    }
    return coverage.figures(
        grouping,
        answers
            .cells(asked)
            .filter(cell -> framework.isEmpty() || framework.get() == cell.framework())
            .filter(cell -> target.isEmpty() || target.get() == cell.target()));
  }

  private static byte[] written(Negotiation.Choice choice, Question question, RowSet rows)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RowWriter.write(choice.format(), question, rows, out);
    return out.toByteArray();
  }

  private static Grouping grouping(@Nullable String by) {
    if (by == null || by.isEmpty()) {
      return Grouping.FRAMEWORK;
    }
    return Arrays.stream(Grouping.values())
        .filter(each -> each.id().equals(by))
        .findAny()
        .orElseThrow(
            () ->
                new Refusal(
                    400,
                    "bad-parameter",
                    "The parameter 'by' is one of %s, not: %s"
                        .formatted(String.join(", ", GROUPINGS), by)));
  }
}
