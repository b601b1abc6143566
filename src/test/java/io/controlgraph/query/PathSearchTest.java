package io.controlgraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.Deadline;
import io.controlgraph.trace.index.IndexBuilder;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.paths.Direction;
import io.controlgraph.trace.paths.Edge;
import io.controlgraph.trace.paths.Path;
import io.controlgraph.trace.paths.PathRequest;
import io.controlgraph.trace.paths.PathSearch;
import io.controlgraph.trace.paths.Readings;
import io.controlgraph.vocab.Cg;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The paths are those that trying all of them gives, in the same order. */
@Timeout(300)
final class PathSearchTest {
  private static final Deadline LATE = Deadline.after(Duration.ofMinutes(5));
  private static final Node ANYWHERE = NodeFactory.createURI("http://example.org/graph");
  private static final List<Direction> DIRECTIONS =
      List.of(
          Direction.AS_STATED,
          Direction.AGAINST,
          Direction.EITHER_WAY,
          Direction.EITHER_WAY,
          Direction.EITHER_WAY);
  private static Readings readings;
  private static TraceIndex organisations;
  private static Set<Triple> stated;

  @BeforeAll
  static void load(@TempDir java.nio.file.Path folder) throws IOException {
    try (Samples samples = new Samples(folder)) {
      readings = samples.read(Readings::of);
      List<Quad> quads =
          samples.read(
              view -> {
                try (Stream<Quad> all = view.quads(Node.ANY, Node.ANY, Node.ANY, Node.ANY)) {
                  return all.toList();
                }
              });
      organisations = index(quads);
      stated = quads.stream().map(Quad::asTriple).collect(Collectors.toSet());
    }
  }

  /** Five hundred graphs of every odd shape, with paths of all lengths and directions. */
  @Test
  void finds_what_trying_all_finds() {
    int seen = 0;
    int full = 0;
    for (int seed = 0; seed < 500; seed++) {
      List<Quad> quads = new OddGraph(seed).quads();
      Random random = new Random(seed);
      for (int turn = 0; turn < 8; turn++) {
        Set<Node> properties =
            turn == 7 ? Set.of(term("requirement"), term("target"), term("partOf")) : Set.of();
        List<String> found = compare(quads, random, properties, "seed " + seed);
        seen += found.size();
        full += found.size() > 1 ? 1 : 0;
      }
    }
    assertTrue(seen > 3_000 && full > 500, seen + " paths, " + full + " times several");
  }

  /** Small graphs of requirements and mappings, some of which deny a link. */
  @Test
  void finds_what_trying_all_finds_among_mappings() {
    int seen = 0;
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      List<Quad> quads = mappings(random);
      seen += compare(quads, random, Set.of(), "seed " + seed).size();
    }
    assertTrue(seen > 500, seen + " paths");
  }

  private static List<String> compare(
      List<Quad> quads, Random random, Set<Node> properties, String what) {
    List<Node> nodes =
        quads.stream()
            .flatMap(quad -> Stream.of(quad.getSubject(), quad.getObject()))
            .filter(Node::isURI)
            .filter(node -> node.getURI().startsWith("http://example.org/"))
            .distinct()
            .toList();
    PathRequest request =
        new PathRequest(
            nodes.get(random.nextInt(nodes.size())),
            nodes.get(random.nextInt(nodes.size())),
            1 + random.nextInt(20),
            1 + random.nextInt(6),
            properties,
            DIRECTIONS.get(random.nextInt(DIRECTIONS.size())));
    List<String> found = texts(new PathSearch(index(quads), readings).find(request, LATE).paths());
    assertEquals(
        String.join("\n", new AllPaths(quads, request).best()),
        String.join("\n", found),
        what + ": " + request);
    return found;
  }

  private static List<Quad> mappings(Random random) {
    Set<Quad> quads = new HashSet<>();
    for (int i = 0; i < 16; i++) {
      Node mapping = NodeFactory.createURI("http://example.org/mapping" + i);
      quads.add(quad(mapping, "mappingSubject", requirement(random)));
      quads.add(quad(mapping, "mappingObject", requirement(random)));
      quads.add(quad(mapping, "mappingPredicate", Cg.term("any")));
      if (random.nextInt(6) == 0) {
        quads.add(
            quad(
                mapping,
                "mappingNegated",
                NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean)));
      }
      if (random.nextInt(6) == 0) {
        quads.add(
            quad(
                mapping,
                "mappingObject",
                NodeFactory.createURI("https://w3id.org/sssom/NoTermFound")));
      }
      if (random.nextInt(3) == 0) {
        quads.add(quad(requirement(random), "partOf", requirement(random)));
      }
    }
    return List.copyOf(quads);
  }

  private static Node requirement(Random random) {
    return NodeFactory.createURI("http://example.org/requirement" + random.nextInt(7));
  }

  /** Pairs of the sample organisations: edges are in the graph, in order, and no path twice. */
  @Test
  void has_only_what_the_graph_has() {
    Random random = new Random(1);
    List<Node> ends = ends();
    int seen = 0;
    for (int i = 0; i < 300; i++) {
      PathRequest request =
          new PathRequest(
              ends.get(random.nextInt(ends.size())),
              ends.get(random.nextInt(ends.size())),
              10,
              8,
              Set.of(),
              Direction.EITHER_WAY);
      List<Path> paths = new PathSearch(organisations, readings).find(request, LATE).paths();
      seen += paths.size();
      assertEquals(paths.size(), new HashSet<>(texts(paths)).size(), () -> "twice: " + request);
      double least = 0;
      for (Path path : paths) {
        assertTrue(path.cost() >= least && path.hops() <= 8, request::toString);
        least = path.cost();
        Node at = request.from();
        Set<Node> passed = new HashSet<>(Set.of(at));
        for (Edge edge : path.edges()) {
          assertTrue(stated.contains(edge.triple()), edge::toString);
          assertEquals(at, edge.from());
          assertTrue(passed.add(edge.to()) || path.edges().isEmpty(), () -> "circle: " + path);
          at = edge.to();
        }
        assertEquals(request.to(), at);
      }
    }
    assertTrue(seen > 2_000, seen + " paths");
  }

  @Test
  void reads_as_the_ontology_says() {
    PathRequest request =
        new PathRequest(node("EVD-001"), node("POST-CISO"), 1, 4, Set.of(), Direction.EITHER_WAY);
    List<Path> paths = new PathSearch(organisations, readings).find(request, LATE).paths();
    assertEquals(
        List.of("proves", "accountable"),
        paths.get(0).edges().stream().map(Edge::reading).toList());
    PathRequest back =
        new PathRequest(request.to(), request.from(), 1, 4, Set.of(), Direction.AGAINST);
    assertEquals(
        List.of("accountable for", "proven by"),
        new PathSearch(organisations, readings)
            .find(back, LATE).paths().get(0).edges().stream().map(Edge::reading).toList());
  }

  private static List<Node> ends() {
    return stated.stream()
        .filter(triple -> triple.getPredicate().equals(Cg.IN_ORGANISATION))
        .map(Triple::getSubject)
        .filter(Node::isURI)
        .distinct()
        .sorted((one, other) -> one.getURI().compareTo(other.getURI()))
        .toList();
  }

  private static Node node(String id) {
    Set<Node> nodes =
        ends().stream()
            .filter(node -> node.getURI().contains("/hospital/"))
            .filter(node -> node.getURI().endsWith("/" + id))
            .collect(Collectors.toSet());
    assertEquals(1, nodes.size(), () -> id + ": " + nodes);
    return nodes.iterator().next();
  }

  static TraceIndex index(Collection<Quad> quads) {
    IndexBuilder builder = new IndexBuilder();
    quads.forEach(builder::add);
    return builder.build(1);
  }

  private static List<String> texts(List<Path> paths) {
    List<String> texts = new ArrayList<>();
    for (Path path : paths) {
      StringBuilder text = new StringBuilder();
      text.append(String.format(Locale.ROOT, "%.3f in %d:", path.cost(), path.hops()));
      for (Edge edge : path.edges()) {
        text.append(edge.isBackwards() ? " <" : " >").append(edge.property().getLocalName());
        text.append(' ').append(edge.to().getURI());
      }
      texts.add(text.toString());
    }
    return texts;
  }

  private static Quad quad(Node subject, String property, Node object) {
    return Quad.create(ANYWHERE, subject, term(property), object);
  }

  private static Node term(String name) {
    return Cg.term(name);
  }
}
