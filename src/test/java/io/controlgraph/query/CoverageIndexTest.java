package io.controlgraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.View;
import io.controlgraph.graph.jena.StoreExecutor;
import io.controlgraph.trace.coverage.Cell;
import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.CoverageTable;
import io.controlgraph.trace.coverage.Grouping;
import io.controlgraph.trace.index.IndexBuilder;
import io.controlgraph.trace.index.NextIndex;
import io.controlgraph.trace.index.TraceIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The index has the cells of coverage that the shared definition has, row by row. */
@Timeout(300)
class CoverageIndexTest {
  private static final Question LADDER = ladder();
  private static final List<String> LEVELS =
      List.of(
          "true 0", "true 1", "true 2", "true 3", "true 4", "true 5", "true 6", "true 7",
          "false 0");
  private static final Query ON_THE_DAY = QueryFactory.create(sparql(Fixture.DAY));

  private static Samples samples;

  @BeforeAll
  static void load(@TempDir Path folder) throws IOException {
    samples = new Samples(folder);
  }

  @AfterAll
  static void close() {
    samples.close();
  }

  @Test
  void has_the_cells_of_the_sample_organisations() {
    TraceIndex index = samples.read(CoverageIndexTest::index);
    for (String day : List.of("2026-03-31", "2025-06-30", "2026-12-31", "2019-01-01")) {
      Set<String> expected = samples.read(view -> rows(view.select(sparql(LocalDate.parse(day)))));
      assertEquals(expected, cells(index, LocalDate.parse(day)), day);
      assertEquals(day.startsWith("2019"), expected.isEmpty(), "no cells on " + day);
    }
  }

  @ParameterizedTest
  @EnumSource
  void has_the_rows_of_the_questions(Grouping grouping) {
    Question question =
        Catalogue.load(List.of()).find("coverage/by-" + grouping.id()).orElseThrow();
    samples.read(
        view -> {
          String sparql =
              ((io.controlgraph.query.Binding.Bound)
                      Binder.bind(question, Map.of(), samples.context(view)))
                  .sparql();
          TraceIndex index = index(view);
          Coverage coverage = new Coverage(index, Fixture.DAY);
          Stream<Cell> cells =
              Arrays.stream(coverage.organisations())
                  .boxed()
                  .map(coverage::cells)
                  .flatMap(List::stream);
          RowSet rows =
              RowSetStream.create(
                  view.select(sparql).getResultVars(),
                  CoverageTable.rows(index, grouping, coverage.figures(grouping, cells))
                      .iterator());
          assertEquals(
              Table.text(Table.texts(JenaEngine.rows(view.select(sparql)))),
              Table.text(Table.texts(JenaEngine.rows(rows))));
          return true;
        });
  }

  /** Five hundred graphs of every odd shape, before and after changes. */
  @Test
  void has_the_cells_of_graphs_of_every_odd_shape() {
    Set<String> levels = new TreeSet<>();
    for (int seed = 0; seed < 500; seed++) {
      OddGraph graph = new OddGraph(seed);
      DatasetGraph data = DatasetGraphFactory.createGeneral();
      graph.quads().forEach(data::add);
      TraceIndex index = index(graph.quads().stream(), 1);
      assertAgree(data, index, "seed " + seed)
          .forEach(row -> levels.add(row.replaceFirst(".* (true|false) ", "$1 ")));
      for (int revision = 2; revision < 5; revision++) {
        List<Quad> added = graph.additions(data);
        List<Quad> deleted = graph.deletions(data);
        deleted.forEach(data::delete);
        added.forEach(data::add);
        index = NextIndex.after(index, revision, added, deleted);
      }
      assertAgree(data, index, "seed " + seed + ", changed");
    }
    assertTrue(levels.containsAll(LEVELS), () -> "levels that were seen: " + levels);
  }

  private static Set<String> assertAgree(DatasetGraph data, TraceIndex index, String what) {
    DatasetGraph union = DatasetGraphFactory.wrap(data.getUnionGraph());
    QC.setFactory(union.getContext(), StoreExecutor.FACTORY);
    try (QueryExec exec = QueryExec.dataset(union).query(ON_THE_DAY).build()) {
      Set<String> expected = rows(exec.select());
      assertEquals(String.join("\n", expected), String.join("\n", cells(index, Fixture.DAY)), what);
      return expected;
    }
  }

  private static TraceIndex index(View view) {
    try (Stream<Quad> quads = view.quads(Node.ANY, Node.ANY, Node.ANY, Node.ANY)) {
      return index(quads, view.revision().number());
    }
  }

  private static TraceIndex index(Stream<Quad> quads, long revision) {
    IndexBuilder builder = new IndexBuilder();
    quads.forEach(builder::add);
    return builder.build(revision);
  }

  private static Set<String> cells(TraceIndex index, LocalDate day) {
    Coverage coverage = new Coverage(index, day);
    Set<String> rows = new TreeSet<>();
    for (int organisation : coverage.organisations()) {
      for (Cell cell : coverage.cells(organisation)) {
        assertTrue(
            rows.add(
                String.join(
                    " ",
                    index.iri(cell.organisation()),
                    index.iri(cell.framework()),
                    index.iri(cell.requirement()),
                    index.iri(cell.target()),
                    index.iri(cell.kind()),
                    String.valueOf(cell.isApplicable()),
                    String.valueOf(cell.level()))),
            () -> "twice: " + cell);
      }
    }
    return rows;
  }

  private static Set<String> rows(RowSet set) {
    Set<String> rows = new TreeSet<>();
    while (set.hasNext()) {
      Binding row = set.next();
      rows.add(
          String.join(
              " ",
              set.getResultVars().stream()
                  .map(row::get)
                  .map(node -> node.isURI() ? node.getURI() : node.getLiteralLexicalForm())
                  .toList()));
    }
    return rows;
  }

  private static String sparql(LocalDate day) {
    return ((io.controlgraph.query.Binding.Bound)
            Binder.bind(
                LADDER,
                Map.of("day", day.toString()),
                new BindContext(Fixture.DAY, "http://localhost:7070/", Names::resolve)))
        .sparql();
  }

  private static Question ladder() {
    List<QueryText> texts = new ArrayList<>(QueryFolders.read(List.of()));
    texts.removeIf(text -> !text.isShared());
    texts.add(
        new QueryText(
            "asked",
            "asked.rq",
            """
            #+ summary: Asked
            #+ question: Which cells are there, and how far up is each?
            #+ params: { day: { type: date } }
            #+ use: ladder
            #+ columns: { org: iri, framework: iri, requirement: iri, target: iri, kind: iri, applicable: boolean, level: integer }
            SELECT ?org ?framework ?requirement ?target ?kind ?applicable ?level WHERE { VALUES ?use { "ladder" } }
            """));
    return Catalogue.of(texts).find("asked").orElseThrow();
  }
}
