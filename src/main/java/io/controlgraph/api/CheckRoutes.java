package io.controlgraph.api;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.View;
import io.controlgraph.query.Catalogue;
import io.controlgraph.query.Column;
import io.controlgraph.query.Parameter;
import io.controlgraph.query.Question;
import io.controlgraph.query.Severity;
import io.controlgraph.security.Limits;
import io.controlgraph.security.Refusal;
import io.controlgraph.sparql.Parameters;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;

/** The gate: every question that carries a severity, asked at one revision. */
final class CheckRoutes implements Routes {
  private static final int ROWS_LISTED = 20;
  private static final String ORGANISATION = "org";

  private final GraphStore store;
  private final Catalogue catalogue;
  private final Supplier<LocalDate> today;
  private final Limits limits;

  CheckRoutes(HttpServer.Parts parts) {
    this.store = parts.store();
    this.catalogue = parts.catalogue();
    this.today = parts.day();
    this.limits = parts.limits();
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/check", this::check);
  }

  private void check(Context ctx) {
    Parameters parameters = Parameters.parse(ctx.queryString());
    LocalDate day = Day.of(parameters.one(Parameter.DAY), today);
    Severity failOn = failOn(parameters.one("failOn"));
    List<Question> rules = rules(parameters.all("rules"));
    Map<String, String> arguments = arguments(parameters.one(ORGANISATION), rules);
    CheckReport report =
        store.read(
            Scope.ALL,
            Deadline.after(limits.longestQueryTime()),
            view -> {
              ctx.header("ControlGraph-Revision", Long.toString(view.revision().number()));
              return report(view, rules, arguments, day, failOn);
            });
    Json.send(ctx.header(Day.HEADER, day.toString()), report);
  }

  private List<Question> rules(List<String> names) {
    List<Question> all =
        catalogue.questions().stream().filter(each -> each.severity() != null).toList();
    for (String name : names) {
      if (all.stream().noneMatch(rule -> rule.name().equals(name))) {
        throw new Refusal(400, "no-such-rule", "There is no rule '" + name + "'.");
      }
    }
    return names.isEmpty()
        ? all
        : all.stream().filter(rule -> names.contains(rule.name())).toList();
  }

  /** Every rule must be able to keep to the organisation; what it says would mislead otherwise. */
  private static Map<String, String> arguments(
      @Nullable String organisation, List<Question> rules) {
    if (organisation == null || organisation.isEmpty()) {
      return Map.of();
    }
    for (Question rule : rules) {
      if (rule.parameter(ORGANISATION).isEmpty()) {
        throw new Refusal(
            400,
            "bad-parameter",
            "The rule '" + rule.name() + "' has no parameter 'org', so it cannot keep to one.");
      }
    }
    return Map.of(ORGANISATION, organisation);
  }

  private CheckReport report(
      View view,
      List<Question> rules,
      Map<String, String> arguments,
      LocalDate day,
      Severity failOn) {
    List<CheckReport.Rule> results = new ArrayList<>();
    for (Question rule : rules) {
      Severity severity = rule.severity();
      if (severity != null) {
        results.add(ask(view, rule, arguments, severity, day, failOn));
      }
    }
    boolean passed = results.stream().noneMatch(CheckReport.Rule::breaks);
    return new CheckReport(day, failOn.toString(), passed, results);
  }

  private CheckReport.Rule ask(
      View view,
      Question rule,
      Map<String, String> arguments,
      Severity severity,
      LocalDate day,
      Severity failOn) {
    RowSet found = view.select(QuestionText.bind(rule, arguments, day, view, store.baseIri()));
    List<Map<String, CheckReport.Cell>> rows = new ArrayList<>();
    long count = 0;
    while (found.hasNext()) {
      Binding row = found.next();
      count++;
      if (count <= ROWS_LISTED) {
        rows.add(cells(view, rule, row));
      }
    }
    found.close();
    return new CheckReport.Rule(
        rule.name(),
        rule.summary(),
        severity.toString(),
        rule.mend(),
        count,
        count > 0 && severity.compareTo(failOn) >= 0,
        rule.columns().stream().map(Column::name).toList(),
        rows);
  }

  private static Map<String, CheckReport.Cell> cells(View view, Question rule, Binding row) {
    Map<String, CheckReport.Cell> cells = new LinkedHashMap<>();
    for (Column column : rule.columns()) {
      Node value = row.get(column.name());
      if (value != null) {
        cells.put(
            column.name(),
            value.isLiteral()
                ? new CheckReport.Cell(value.getLiteralLexicalForm(), null)
                : new CheckReport.Cell(value.toString(), label(view, value)));
      }
    }
    return cells;
  }

  private static @Nullable String label(View view, Node thing) {
    try (Stream<Quad> labels = view.quads(Node.ANY, thing, RDFS.label.asNode(), Node.ANY)) {
      return labels
          .map(Quad::getObject)
          .filter(Node::isLiteral)
          .map(Node::getLiteralLexicalForm)
          .sorted()
          .findFirst()
          .orElse(null);
    }
  }

  private static Severity failOn(@Nullable String given) {
    if (given == null) {
      return Severity.HIGH;
    }
    return Severity.named(given)
        .orElseThrow(
            () ->
                new Refusal(
                    400,
                    "bad-parameter",
                    "The parameter 'failOn' is low, medium, high or critical, not: " + given));
  }
}
