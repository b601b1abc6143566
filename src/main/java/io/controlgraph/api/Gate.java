package io.controlgraph.api;

import io.controlgraph.graph.View;
import io.controlgraph.query.Column;
import io.controlgraph.query.Rule;
import io.controlgraph.query.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;

/**
 * Asks rules, all at one revision.
 *
 * @param day the effective day
 * @param failOn the mildest severity that breaks the check
 */
record Gate(View view, String baseIri, LocalDate day, Severity failOn) {
  private static final int ROWS_LISTED = 20;

  CheckReport ask(List<Rule> rules) {
    List<CheckReport.Rule> results = rules.stream().map(this::ask).toList();
    boolean passed = results.stream().noneMatch(CheckReport.Rule::breaks);
    return new CheckReport(day, failOn.toString(), passed, results);
  }

  private CheckReport.Rule ask(Rule rule) {
    RowSet found =
        view.select(QuestionText.bind(rule.question(), rule.arguments(), day, view, baseIri));
    List<Map<String, CheckReport.Cell>> rows = new ArrayList<>();
    long count = 0;
    while (found.hasNext()) {
      Binding row = found.next();
      count++;
      if (count <= ROWS_LISTED) {
        rows.add(cells(rule.question().columns(), row));
      }
    }
    found.close();
    return new CheckReport.Rule(
        rule.question().name(),
        rule.question().summary(),
        rule.severity().toString(),
        rule.question().description().replaceAll("\\s+", " ").strip(),
        rule.question().mend(),
        count,
        count > 0 && rule.severity().compareTo(failOn) >= 0,
        rule.question().columns().stream().map(Column::name).toList(),
        rows);
  }

  private Map<String, CheckReport.Cell> cells(List<Column> columns, Binding row) {
    Map<String, CheckReport.Cell> cells = new LinkedHashMap<>();
    for (Column column : columns) {
      Node value = row.get(column.name());
      if (value != null) {
        cells.put(
            column.name(),
            value.isLiteral()
                ? new CheckReport.Cell(value.getLiteralLexicalForm(), null)
                : new CheckReport.Cell(value.toString(), label(value)));
      }
    }
    return cells;
  }

  private @Nullable String label(Node thing) {
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
}
