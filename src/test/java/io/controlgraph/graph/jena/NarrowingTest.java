package io.controlgraph.graph.jena;

import static org.apache.jena.sparql.util.NodeFactoryExtra.intToNode;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.OpExecutorFactory;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.sse.SSE;
import org.apache.jena.sparql.sse.builders.BuilderBinding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of the right side of a join whose left side is short. */
class NarrowingTest {
  private static final String PREFIX = "PREFIX : <http://example/> ";
  private static final List<String> AB = List.of("(binding (?x :a))", "(binding (?x :b))");
  private static final int SEEDS = 1500;

  private static final Node GRAPH = Quad.defaultGraphIRI;

  private final DatasetGraph dataset = DatasetGraphFactory.createTxnMem();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ?x ?z { ?x :p ?z }",
        "SELECT DISTINCT ?x { ?x :p ?z FILTER (?z != :b) }",
        "SELECT ?x (COUNT(*) AS ?n) { ?x :p ?z } GROUP BY ?x",
        "SELECT (?thing AS ?x) ?z { ?thing :p ?z }",
        "SELECT ?x ?z { { ?x :p ?z } UNION { ?x :q ?z } }",
        "SELECT ?x ?z { ?x :p ?y OPTIONAL { ?y :p ?z } }",
        "SELECT ?x ?z { ?x :p ?z MINUS { ?x :q ?z } }",
        "SELECT ?x ?z { { SELECT ?x ?z { ?x :p ?z } } { SELECT ?z { ?z :p ?y } } }",
      })
  void is_for_what_the_left_side_has(String right) {
    String narrowed = narrowed(right, AB);
    assertTrue(narrowed.matches("(?s).*\\?/?(x|thing) <http://example/a>].*"), narrowed);
    assertTrue(narrowed.matches("(?s).*\\?/?(x|thing) <http://example/b>].*"), narrowed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // A row that is left out would let another in.
        "SELECT ?x ?z { ?x :p ?z } LIMIT 1",
        "SELECT ?z (MAX(?x) AS ?m) { ?x :p ?z } GROUP BY ?z",
        "SELECT ?z (COUNT(?x) AS ?n) { ?x :p ?z } GROUP BY ?z",
        "SELECT ?y ?x { ?y :p ?z OPTIONAL { ?z :q ?x } }",
        "SELECT ?y { ?y :p ?z MINUS { ?x :p ?z } }",
        // A node comes to itself in no step whether the graph has it or not.
        "SELECT ?x ?z { ?x :p* ?z }",
        "SELECT (COUNT(*) AS ?x) { ?y :p ?z }",
      })
  void is_for_all_where_what_is_left_out_shows(String right) {
    assertEquals(optimized(right).toString(), narrowed(right, AB));
  }

  @Test
  void is_for_all_where_the_left_side_has_numbers_or_nothing() {
    String right = "SELECT ?x ?z { ?z :p ?x }";
    String all = optimized(right).toString();
    assertEquals(all, narrowed(right, List.of("(binding (?x 1))", "(binding (?x :a))")));
    assertEquals(all, narrowed(right, List.of("(binding (?x :a))", "(binding (?y :a))")));
  }

  @Test
  void takes_what_points_to_the_values_where_that_is_little() {
    add(10);
    String right = "SELECT ?x ?z { ?z :q :kind ; :p ?x }";
    String narrowed = narrowed(right, AB);
    assertTrue(narrowed.contains("<http://example/z9>"), narrowed);
  }

  @Test
  void asks_for_all_that_points_to_the_values_where_that_is_much() {
    add(300);
    String right = "SELECT ?x ?z { ?z :q :kind ; :p ?x }";
    assertEquals(optimized(right).toString(), narrowed(right, AB));
  }

  /** Queries by chance over a small graph by chance, some with terms that are in none of it. */
  @Test
  void gives_what_the_whole_right_side_gives() {
    int rows = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      DatasetGraph graph = graph(random);
      String left = side(random, 1);
      String right = joint(random, side(random, 1 + random.nextInt(2)));
      String text = PREFIX + "SELECT * { " + left + right + " }";
      Query query = QueryFactory.create(text);
      List<String> whole = rows(query, graph, Whole::new);
      assertEquals(whole, rows(query, graph, StoreExecutor.FACTORY), seed + ": " + text);
      rows += whole.size();
    }
    assertTrue(rows > SEEDS, "only " + rows + " rows");
  }

  private void add(int count) {
    for (int i = 0; i < count; i++) {
      Node node = iri("z" + i);
      dataset.add(Quad.create(GRAPH, node, iri("p"), iri(i % 2 == 0 ? "a" : "b")));
      dataset.add(Quad.create(GRAPH, node, iri("q"), iri("kind")));
    }
  }

  private static Node iri(String name) {
    return NodeFactory.createURI("http://example/" + name);
  }

  private static DatasetGraph graph(Random random) {
    DatasetGraph graph = DatasetGraphFactory.createTxnMem();
    for (int i = 0; i < 20; i++) {
      Node object = random.nextInt(4) == 0 ? intToNode(random.nextInt(3)) : any(random);
      graph.add(Quad.create(GRAPH, any(random), iri(property(random)), object));
    }
    return graph;
  }

  private static Node any(Random random) {
    return iri(Character.toString('a' + random.nextInt(6)));
  }

  private static String property(Random random) {
    return Character.toString('p' + random.nextInt(2));
  }

  private static String variable(Random random) {
    return "?" + Character.toString('w' + random.nextInt(4));
  }

  private static String triple(Random random) {
    return "%s :%s %s . ".formatted(variable(random), property(random), variable(random));
  }

  private static String joint(Random random, String right) {
    return random.nextInt(3) == 0 ? "OPTIONAL { " + right + " } " : right;
  }

  private static String side(Random random, int depth) {
    String within =
        switch (random.nextInt(8)) {
          case 0 -> triple(random) + triple(random);
          case 1 -> triple(random) + "OPTIONAL { " + triple(random) + "} ";
          case 2 -> "{ " + triple(random) + "} UNION { " + triple(random) + "} ";
          case 3 -> triple(random) + "MINUS { " + triple(random) + "} ";
          case 4 -> triple(random) + "FILTER NOT EXISTS { " + triple(random) + "} ";
          case 5 -> triple(random) + "FILTER (" + variable(random) + " != :a) ";
          case 6 -> triple(random) + "VALUES " + variable(random) + " { :a :b 1 } ";
          default -> triple(random);
        };
    if (depth > 1 && random.nextBoolean()) {
      within = side(random, depth - 1) + joint(random, within);
    }
    String first = variable(random);
    String second = variable(random);
    String both = first.equals(second) ? first : first + " " + second;
    return switch (random.nextInt(6)) {
      case 0 -> "{ SELECT DISTINCT " + both + " { " + within + "} } ";
      case 1 ->
          "{ SELECT %s (COUNT(*) AS ?n%d) { %s } GROUP BY %s } "
              .formatted(both, depth, within, both);
      case 2 ->
          "{ SELECT %s (MAX(%s) AS ?m%d) { %s } GROUP BY %s } "
              .formatted(first, second, depth, within, first);
      case 3 -> "{ SELECT (%s AS ?v%d) { %s } } ".formatted(first, depth, within);
      default -> "{ SELECT " + both + " { " + within + "} } ";
    };
  }

  /** Asks the right side of every join for all it has. */
  private static final class Whole extends StoreExecutor {
    private Whole(ExecutionContext context) {
      super(context);
    }

    @Override
    QueryIterator join(QueryIterator left, Op right, @Nullable ExprList conditions) {
      QueryIterator all = exec(right, root());
      return new JoinedRows(left, all, conditions, execCxt);
    }
  }

  private static List<String> rows(Query query, DatasetGraph graph, OpExecutorFactory executor) {
    QC.setFactory(graph.getContext(), executor);
    graph.getContext().set(ARQConstants.sysOptimizerFactory, (RewriteFactory) SubSelectsOnce::new);
    try (QueryExec exec = QueryExec.dataset(graph).query(query).build()) {
      return sorted(query, exec.select());
    }
  }

  private static List<String> sorted(Query query, Iterator<Binding> found) {
    List<String> rows = new ArrayList<>();
    found.forEachRemaining(
        row ->
            rows.add(
                query.getResultVars().stream()
                    .map(name -> name + "=" + row.get(Var.alloc(name)))
                    .toList()
                    .toString()));
    return rows.stream().sorted().toList();
  }

  private static Op optimized(String query) {
    return new SubSelectsOnce(ARQ.getContext().copy())
        .rewrite(Algebra.compile(QueryFactory.create(PREFIX + query)));
  }

  private String narrowed(String right, List<String> left) {
    List<Binding> rows = left.stream().map(row -> BuilderBinding.build(SSE.parse(row))).toList();
    return Narrowing.of(optimized(right), rows, op -> Algebra.exec(op, dataset)).toString();
  }
}
