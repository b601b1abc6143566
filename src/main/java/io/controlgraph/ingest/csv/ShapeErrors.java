package io.controlgraph.ingest.csv;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.ShapeReport;
import io.controlgraph.graph.ShapeReport.Violation;
import io.controlgraph.graph.View;
import io.controlgraph.vocab.Cg;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/** Says of each broken shape which row breaks it. */
final class ShapeErrors {
  private static final Duration LOOKING_UP = Duration.ofSeconds(30);

  private final GraphStore store;
  private final Names names;
  private final Errors errors;

  ShapeErrors(GraphStore store, Names names, Errors errors) {
    this.store = store;
    this.names = names;
    this.errors = errors;
  }

  void add(ShapeReport report, Attempt attempt) {
    for (Violation violation : report.violations()) {
      Row row = attempt.rowOf(violation.focus());
      if (row == null) {
        errors.addElsewhere(fileInGraph(violation.focus()), elsewhere(violation));
        continue;
      }
      int column = columnOf(row.table().kind(), violation.path());
      if (column < 0) {
        errors.add(row, violation.message());
      } else {
        String name = row.table().kind().columns().get(column).name();
        String cell = row.cell(column);
        String start = cell.isEmpty() ? name : name + " '" + Cells.shorten(cell) + "'";
        errors.add(row, column, () -> start + ": " + violation.message());
      }
    }
  }

  private String elsewhere(Violation violation) {
    String focus =
        violation.focus().isURI() ? names.shorten(violation.focus()) : violation.focus().toString();
    return focus + ", which is in the graph already: " + violation.message();
  }

  private String fileInGraph(Node focus) {
    return store.read(Scope.ALL, Deadline.after(LOOKING_UP), view -> file(view, focus));
  }

  private static String file(View view, Node focus) {
    try (Stream<Quad> quads = view.quads(Node.ANY, focus, Cg.SOURCE_FILE, Node.ANY)) {
      return quads.map(q -> q.getObject().getLiteralLexicalForm()).findFirst().orElse("");
    }
  }

  private static int columnOf(Kind kind, @Nullable String path) {
    if (path == null) {
      return -1;
    }
    String name = path.replaceAll("[<>^]", "").replaceFirst(".*[#/:]", "");
    List<Column> columns = kind.columns();
    for (int i = 0; i < columns.size(); i++) {
      Node property = columns.get(i).property();
      if (property != null && property.getLocalName().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
