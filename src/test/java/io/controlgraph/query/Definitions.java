package io.controlgraph.query;

import io.controlgraph.graph.View;
import io.controlgraph.graph.jena.StoreExecutor;
import io.controlgraph.trace.index.IndexBuilder;
import io.controlgraph.trace.index.TraceIndex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.jspecify.annotations.Nullable;

/** What SPARQL answers to the shared definitions and to questions, as rows of text. */
final class Definitions {
  private static final Map<String, String> COLUMNS =
      Map.of(
          "ladder",
          "org: iri, framework: iri, requirement: iri, target: iri, kind: iri, applicable: boolean,"
              + " level: integer",
          "treated",
          "org: iri, risk: iri",
          "accepted",
          "org: iri, risk: iri",
          "residuals",
          "org: iri, risk: iri, evaluation: iri",
          "remaining",
          "org: iri, risk: iri, evaluation: iri",
          "high-risks",
          "org: iri, risk: iri");

  private static final Catalogue CATALOGUE = catalogue();

  private Definitions() {}

  private static Catalogue catalogue() {
    List<QueryText> texts = new ArrayList<>(QueryFolders.read(List.of()));
    COLUMNS.forEach(
        (name, columns) ->
            texts.add(
                new QueryText(
                    "asked/" + name,
                    "asked/" + name + ".rq",
                    """
                    #+ summary: Asked
                    #+ question: Which rows are there?
                    #+ params: { day: { type: date } }
                    #+ use: %s
                    #+ columns: { %s }
                    SELECT %s WHERE { VALUES ?use { "%s" } }
                    """
                        .formatted(
                            name, columns, columns.replaceAll("(\\w+): \\w+,?", "?$1"), name))));
    return Catalogue.of(texts);
  }

  /** The text of a shared definition on a day. */
  static String shared(String name, LocalDate day) {
    return sparql("asked/" + name, day, Map.of());
  }

  /** The text of a question on a day. */
  static String sparql(String question, LocalDate day, Map<String, String> arguments) {
    Map<String, String> all = new HashMap<>(arguments);
    all.put("day", day.toString());
    return ((io.controlgraph.query.Binding.Bound)
            Binder.bind(
                CATALOGUE.find(question).orElseThrow(),
                all,
                new BindContext(
                    Fixture.DAY, "http://localhost:7070/", NameResolver.Resolution.Found::new)))
        .sparql();
  }

  /** The rows of some data, of these columns or of all. */
  static Set<String> rows(DatasetGraph data, String sparql, String... columns) {
    DatasetGraph union = DatasetGraphFactory.wrap(data.getUnionGraph());
    QC.setFactory(union.getContext(), StoreExecutor.FACTORY);
    try (QueryExec exec = QueryExec.dataset(union).query(QueryFactory.create(sparql)).build()) {
      return rows(exec.select(), columns);
    }
  }

  /** The rows of a store, of these columns or of all. */
  static Set<String> rows(View view, String sparql, String... columns) {
    return rows(view.select(sparql), columns);
  }

  private static Set<String> rows(RowSet set, String... columns) {
    Set<String> rows = new TreeSet<>();
    while (set.hasNext()) {
      Binding row = set.next();
      List<String> texts = new ArrayList<>();
      if (columns.length > 0) {
        for (String column : columns) {
          texts.add(text(row.get(column)));
        }
      } else {
        set.getResultVars().forEach(variable -> texts.add(text(row.get(variable))));
      }
      rows.add(String.join(" ", texts));
    }
    return rows;
  }

  private static String text(@Nullable Node node) {
    return node == null ? "-" : node.isURI() ? node.getURI() : node.getLiteralLexicalForm();
  }

  /** The index of some data. */
  static TraceIndex index(DatasetGraph data) {
    IndexBuilder builder = new IndexBuilder();
    data.find().forEachRemaining(builder::add);
    return builder.build(1);
  }

  /** The index of a store. */
  static TraceIndex index(View view) {
    IndexBuilder builder = new IndexBuilder();
    try (Stream<Quad> quads = view.quads(Node.ANY, Node.ANY, Node.ANY, Node.ANY)) {
      quads.forEach(builder::add);
    }
    return builder.build(view.revision().number());
  }
}
