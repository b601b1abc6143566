package io.controlgraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.View;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.lanes.Kind;
import io.controlgraph.trace.lanes.Lane;
import io.controlgraph.trace.lanes.LaneSearch;
import io.controlgraph.trace.lanes.Side;
import io.controlgraph.trace.lanes.Trace;
import io.controlgraph.trace.paths.Edge;
import io.controlgraph.trace.paths.Readings;
import io.controlgraph.vocab.Cg;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The lanes of every node of the sample organisations are those that plain SPARQL walks find. */
@Timeout(300)
final class LaneSearchTest {
  private static final Deadline LATE = Deadline.after(Duration.ofMinutes(5));
  private static final Path WALKS = Path.of("src/test/resources/trace/lanes.txt");
  private static Samples samples;
  private static TraceIndex index;
  private static LaneSearch search;
  private static Set<Triple> stated;

  @BeforeAll
  static void load(@TempDir Path folder) throws IOException {
    samples = new Samples(folder);
    List<Quad> quads =
        samples.read(
            view -> {
              try (Stream<Quad> all = view.quads(Node.ANY, Node.ANY, Node.ANY, Node.ANY)) {
                return all.toList();
              }
            });
    index = PathSearchTest.index(quads);
    stated = quads.stream().map(Quad::asTriple).collect(Collectors.toSet());
    search = new LaneSearch(index, samples.read(Readings::of));
  }

  @AfterAll
  static void close() {
    samples.close();
  }

  @Test
  void has_the_lanes_of_every_incident() throws IOException {
    assertAgree(Kind.INCIDENT, "?n a cg:Incident", 5);
  }

  @Test
  void has_the_lanes_of_every_risk() throws IOException {
    assertAgree(Kind.RISK, "?n a cg:Risk", 20);
  }

  @Test
  void has_the_lanes_of_every_target() throws IOException {
    assertAgree(Kind.TARGET, "?n a/rdfs:subClassOf* cg:Target", 100);
  }

  @Test
  void has_the_lanes_of_every_requirement() throws IOException {
    assertAgree(Kind.REQUIREMENT, "?n a/rdfs:subClassOf* cg:Requirement", 300);
  }

  @Test
  void has_the_lanes_of_every_post() throws IOException {
    assertAgree(Kind.POST, "?n a cg:Post", 50);
  }

  @Test
  void has_the_lanes_of_every_person() throws IOException {
    assertAgree(Kind.PERSON, "?n a cg:Person", 50);
  }

  @Test
  void has_no_lanes_of_other_things() {
    assertTrue(search.trace(Cg.INCIDENT, LATE).isEmpty());
    assertTrue(search.trace(NodeFactory.createURI("http://example.org/no"), LATE).isEmpty());
  }

  @Test
  void stops_at_the_deadline() {
    Deadline passed = Deadline.after(Duration.ofMinutes(1));
    passed.cancel();
    Node incident = index.node(index.links(Cg.term("realises")).forward().nodes()[0]);
    assertThrows(GraphFailure.DeadlineExceeded.class, () -> search.trace(incident, passed));
  }

  private static void assertAgree(Kind kind, String start, int atLeast) throws IOException {
    Map<String, String> walks = walks(kind);
    Set<Node> starts = new HashSet<>();
    Map<String, Map<Node, Set<String>>> expected = new LinkedHashMap<>();
    samples.read(
        view -> {
          rows(view, "SELECT DISTINCT ?n (?n AS ?x) WHERE { " + start + " }", "")
              .keySet()
              .forEach(starts::add);
          walks.forEach(
              (lane, walk) ->
                  expected.put(
                      lane,
                      rows(
                          view,
                          "SELECT DISTINCT ?n ?x WHERE { " + start + " . " + walk + " }",
                          " FILTER (?n != ?x) }")));
          return starts.size();
        });
    assertTrue(starts.size() >= atLeast, () -> starts.size() + " " + kind);
    for (Node node : starts) {
      Trace trace = search.trace(node, LATE).orElseThrow();
      assertEquals(kind, trace.kind());
      Map<String, Set<String>> mine = new TreeMap<>();
      for (Lane lane : trace.lanes()) {
        mine.put(
            lane.side() + " " + lane.name(),
            lane.nodes().stream().map(Node::getURI).collect(Collectors.toCollection(TreeSet::new)));
        assertEquals(lane.nodes().size(), new HashSet<>(lane.nodes()).size(), lane::name);
      }
      Map<String, Set<String>> theirs = new TreeMap<>();
      expected.forEach((lane, rows) -> theirs.put(lane, rows.getOrDefault(node, new TreeSet<>())));
      assertEquals(theirs, mine, () -> "lanes of " + node);
      assertEdges(trace);
    }
    expected.forEach((lane, rows) -> assertTrue(!rows.isEmpty(), () -> kind + " never: " + lane));
  }

  /** Edges are in the graph and hold the lanes together. */
  private static void assertEdges(Trace trace) {
    Set<Node> held = new HashSet<>(Set.of(trace.node()));
    for (Edge edge : trace.edges()) {
      assertTrue(stated.contains(edge.triple()), edge::toString);
      assertTrue(held.contains(edge.from()), () -> "from nowhere: " + edge);
      held.add(edge.to());
    }
    Set<Node> nodes = new HashSet<>(Set.of(trace.node()));
    trace.lanes().forEach(lane -> nodes.addAll(lane.nodes()));
    assertEquals(nodes, held);
    assertEquals(trace.edges().size(), new HashSet<>(trace.edges()).size());
  }

  private static Map<Node, Set<String>> rows(View view, String sparql, String end) {
    String text =
        "PREFIX cg: <"
            + Cg.NS
            + "> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
            + (end.isEmpty() ? sparql : sparql.substring(0, sparql.length() - 1) + end);
    Map<Node, Set<String>> rows = new LinkedHashMap<>();
    RowSet set = view.select(text);
    while (set.hasNext()) {
      Binding row = set.next();
      rows.computeIfAbsent(row.get("n"), any -> new TreeSet<>()).add(row.get("x").getURI());
    }
    return rows;
  }

  /** The walks of a kind: lines of a side and a lane, a colon, and a pattern from ?n to ?x. */
  private static Map<String, String> walks(Kind kind) throws IOException {
    Map<String, String> walks = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>(java.nio.file.Files.readAllLines(WALKS));
    boolean isMine = false;
    for (String line : lines) {
      if (line.startsWith("== ")) {
        isMine = line.equals("== " + kind);
      } else if (isMine && !line.isBlank()) {
        int colon = line.indexOf(": ");
        walks.put(line.substring(0, colon), line.substring(colon + 2));
      }
    }
    Set<String> sides = Stream.of(Side.values()).map(Side::name).collect(Collectors.toSet());
    walks.keySet().forEach(lane -> assertTrue(sides.contains(lane.split(" ", 2)[0]), lane));
    return walks;
  }
}
