package io.controlgraph.trace.paths;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.trace.index.IndexBuilder;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.vocab.Cg;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What makes a path cheap, on graphs small enough to be worked out by hand. */
@Timeout(60)
final class PathWeightsTest {
  private static final Graph ONTOLOGY = RDFDataMgr.loadGraph("ontology/controlgraph.ttl");
  private static final Deadline LATE = Deadline.after(Duration.ofMinutes(1));
  private final List<Quad> quads = new ArrayList<>();

  @Test
  void puts_a_direct_mapping_before_a_derived_one() {
    mapping("m1", "a", "b");
    mapping("m2", "b", "c");
    mapping("m3", "a", "c");
    // Each requirement has two mappings: a statement costs (1 + log2 2) / 2.
    assertEquals(
        List.of("2.0 in 1: m3 c", "4.0 in 2: m1 b m2 c"), find("a", "c", Direction.AS_STATED));
    assertEquals(List.of(), find("c", "a", Direction.AS_STATED));
    assertEquals(
        List.of("2.0 in 1: m3 a", "4.0 in 2: m2 b m1 a"), find("c", "a", Direction.AGAINST));
  }

  @Test
  void goes_around_a_hub() {
    for (int i = 0; i < 64; i++) {
      add("control" + i, "accountable", "post");
    }
    add("control0", "partOf", "system");
    add("system", "partOf", "whole");
    add("control1", "partOf", "whole");
    assertEquals(
        List.of("5.0 in 3: system whole control1", "14.0 in 2: post control1"),
        find("control0", "control1", Direction.EITHER_WAY));
  }

  @Test
  void keeps_to_the_hops_that_are_allowed() {
    for (int i = 0; i < 64; i++) {
      add("control" + i, "accountable", "post");
    }
    add("control0", "partOf", "system");
    add("system", "partOf", "whole");
    add("control1", "partOf", "whole");
    assertEquals(
        List.of("14.0 in 2: post control1"),
        find("control0", "control1", 2, Set.of(), Direction.EITHER_WAY));
    assertEquals(List.of(), find("control0", "control1", 1, Set.of(), Direction.EITHER_WAY));
  }

  @Test
  void walks_what_connects_everything_only_if_asked() {
    add("a", "inOrganisation", "org");
    add("b", "inOrganisation", "org");
    add("a", "status", "ImplementationStatus-planned");
    add("b", "status", "ImplementationStatus-planned");
    quads.add(quad(node("a"), RDF.type.asNode(), Cg.IMPLEMENTATION));
    quads.add(quad(node("b"), RDF.type.asNode(), Cg.IMPLEMENTATION));
    assertEquals(List.of(), find("a", "b", Direction.EITHER_WAY));
    assertEquals(
        List.of("4.0 in 2: org b"),
        find("a", "b", 8, Set.of(Cg.IN_ORGANISATION), Direction.EITHER_WAY));
    assertEquals(
        List.of("4.0 in 2: Implementation b"),
        find("a", "b", 8, Set.of(RDF.type.asNode()), Direction.EITHER_WAY));
  }

  @Test
  void has_the_path_without_a_statement_from_a_node_to_itself() {
    add("a", "partOf", "b");
    assertEquals(List.of("0.0 in 0:"), find("a", "a", Direction.EITHER_WAY));
    assertEquals(List.of(), find("a", "nowhere", Direction.EITHER_WAY));
  }

  @Test
  void stops_at_the_deadline() {
    add("a", "partOf", "b");
    Deadline passed = Deadline.after(Duration.ofMinutes(1));
    passed.cancel();
    PathSearch search = new PathSearch(index(), Readings.of(ONTOLOGY));
    PathRequest request =
        new PathRequest(node("a"), node("b"), 1, 1, Set.of(), Direction.EITHER_WAY);
    assertThrows(GraphFailure.DeadlineExceeded.class, () -> search.find(request, passed));
  }

  @Test
  void takes_numbers_in_their_range_only() {
    assertThrows(IllegalArgumentException.class, () -> request(0, 1));
    assertThrows(IllegalArgumentException.class, () -> request(51, 1));
    assertThrows(IllegalArgumentException.class, () -> request(1, 0));
    assertThrows(IllegalArgumentException.class, () -> request(1, 13));
    assertEquals(12, request(50, 12).maxHops());
  }

  @Test
  void reads_from_either_end() {
    Readings readings = Readings.of(ONTOLOGY);
    assertEquals("proves", readings.of(Cg.PROVES, false));
    assertEquals("proven by", readings.of(Cg.PROVES, true));
    assertEquals("unheard", readings.of(Cg.term("unheard"), false));
    assertEquals("inverse of unheard", readings.of(Cg.term("unheard"), true));
  }

  private static PathRequest request(int count, int maxHops) {
    return new PathRequest(node("a"), node("b"), count, maxHops, Set.of(), Direction.EITHER_WAY);
  }

  private List<String> find(String from, String to, Direction direction) {
    return find(from, to, 8, Set.of(), direction);
  }

  private List<String> find(
      String from, String to, int maxHops, Set<Node> properties, Direction direction) {
    PathRequest request = new PathRequest(node(from), node(to), 5, maxHops, properties, direction);
    return new PathSearch(index(), Readings.of(ONTOLOGY))
        .find(request, LATE).paths().stream()
            .map(
                path ->
                    path.cost()
                        + " in "
                        + path.hops()
                        + ":"
                        + path.edges().stream()
                            .map(edge -> " " + edge.to().getLocalName())
                            .collect(Collectors.joining()))
            .toList();
  }

  private void mapping(String name, String from, String to) {
    add(name, "mappingSubject", from);
    add(name, "mappingObject", to);
  }

  private void add(String subject, String property, String object) {
    quads.add(quad(node(subject), Cg.term(property), node(object)));
  }

  private TraceIndex index() {
    IndexBuilder index = new IndexBuilder();
    quads.forEach(index::add);
    return index.build(1);
  }

  private static Quad quad(Node subject, Node property, Node object) {
    return Quad.create(
        NodeFactory.createURI("http://example.org/graph"), subject, property, object);
  }

  private static Node node(String name) {
    return NodeFactory.createURI("http://example.org/" + name);
  }
}
