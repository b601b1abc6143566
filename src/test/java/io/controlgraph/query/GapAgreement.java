package io.controlgraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.controlgraph.graph.View;
import io.controlgraph.graph.jena.StoreExecutor;
import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.gaps.Gaps;
import io.controlgraph.trace.index.IndexBuilder;
import io.controlgraph.trace.index.TraceIndex;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;

/** Holds the gaps of an index to the rows of the question, with their order. */
final class GapAgreement {
  private static final Catalogue CATALOGUE = Catalogue.load(List.of());
  private static final Map<String, Query> ON_THE_DAY = new ConcurrentHashMap<>();
  private static final Map<String, RowOrder> ORDERS = new ConcurrentHashMap<>();

  private GapAgreement() {}

  static Question question(String name) {
    return CATALOGUE.find(name).orElseThrow();
  }

  static TraceIndex index(View view) {
    try (Stream<Quad> quads = view.quads(Node.ANY, Node.ANY, Node.ANY, Node.ANY)) {
      return index(quads, view.revision().number());
    }
  }

  static TraceIndex index(Stream<Quad> quads, long revision) {
    IndexBuilder builder = new IndexBuilder();
    quads.forEach(builder::add);
    return builder.build(revision);
  }

  static Gaps gaps(TraceIndex index, LocalDate day) {
    return new Gaps(new Coverage(index, day));
  }

  /**
   * Over the sample organisations, all of them and each alone.
   *
   * @return how many rows there are over all
   */
  static int assertAgree(View view, BindContext context, Gaps gaps, String name, LocalDate day) {
    String what = name + " on " + day;
    String sparql = bound(name, Map.of("day", day.toString()), context);
    String expected = text(view.select(sparql));
    assertEquals(expected, text(name, gaps.rows(name).orElseThrow()), what);
    for (String organisation : Samples.organisations()) {
      String own = bound(name, Map.of("day", day.toString(), "org", organisation), context);
      int number =
          gaps.number(context.baseIri() + "id/" + organisation + "/organisations/" + organisation);
      assertEquals(
          text(view.select(own)),
          text(name, gaps.rows(name, number).orElseThrow()),
          what + " in " + organisation);
    }
    return lines(expected);
  }

  /**
   * On a graph of any shape, on {@link Fixture#DAY}, over all organisations. Rows that the question
   * puts in no order among each other may come in any.
   *
   * @return how many rows there are
   */
  static int assertAgree(DatasetGraph data, Gaps gaps, String name, String what) {
    return assertAgree(data.getUnionGraph(), gaps, name, what);
  }

  /** As above, on the union of all graphs. */
  static int assertAgree(Graph triples, Gaps gaps, String name, String what) {
    RowOrder order = order(name);
    List<org.apache.jena.sparql.engine.binding.Binding> rows =
        order.of(gaps.rows(name).orElseThrow());
    String expected = expected(triples, name);
    assertEquals(
        Ties.settled(expected, rows, order),
        Ties.settled(text(name, rows), rows, order),
        () -> name + ", " + what);
    return lines(expected);
  }

  /** The union of all graphs, copied for many questions. */
  static Graph union(DatasetGraph data) {
    Graph union = GraphMemFactory.createDefaultGraphSameTerm();
    data.find().forEachRemaining(quad -> union.add(quad.asTriple()));
    return union;
  }

  private static String expected(Graph data, String name) {
    DatasetGraph union = DatasetGraphFactory.wrap(data);
    QC.setFactory(union.getContext(), StoreExecutor.FACTORY);
    Query query =
        ON_THE_DAY.computeIfAbsent(
            name,
            any ->
                QueryFactory.create(
                    bound(
                        name,
                        Map.of("day", Fixture.DAY.toString()),
                        new BindContext(Fixture.DAY, "http://localhost:7070/", Names::resolve))));
    try (QueryExec exec = QueryExec.dataset(union).query(query).build()) {
      return text(exec.select());
    }
  }

  private static String bound(String name, Map<String, String> arguments, BindContext context) {
    Map<String, String> known = new HashMap<>(arguments);
    known.keySet().removeIf(each -> question(name).parameter(each).isEmpty());
    return ((Binding.Bound) Binder.bind(question(name), known, context)).sparql();
  }

  private static String text(
      String name, List<org.apache.jena.sparql.engine.binding.Binding> rows) {
    Question question = question(name);
    return text(
        RowSetStream.create(
            question.columns().stream().map(Column::name).map(Var::alloc).toList(),
            order(name).of(rows).iterator()));
  }

  private static RowOrder order(String name) {
    return ORDERS.computeIfAbsent(name, any -> new RowOrder(question(any)));
  }

  private static String text(RowSet rows) {
    return Table.text(Table.texts(JenaEngine.rows(rows)));
  }

  private static int lines(String text) {
    return (int) text.lines().count();
  }
}
