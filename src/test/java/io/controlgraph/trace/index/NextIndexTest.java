package io.controlgraph.trace.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.vocab.Cg;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An index after commits is that of the data as they are then, however it lies. */
@Timeout(60)
final class NextIndexTest {
  private static final Node TARGET = Cg.term("target");
  private static final Node FROM = Cg.term("validFrom");
  private static final Node LABEL = RDFS.label.asNode();

  @Test
  void is_the_index_of_the_data_after_random_commits_and_settlings() {
    int settled = 0;
    for (int seed = 0; seed < 12; seed++) {
      Random random = new Random(seed);
      Set<Quad> data = new HashSet<>();
      TraceIndex index = built(data);
      TraceIndex from = index;
      for (int revision = 2; revision < 14; revision++) {
        Set<Quad> added = new HashSet<>();
        int count = random.nextInt(4) == 0 ? 3_000 : 300;
        IntStream.range(0, count).mapToObj(i -> quad(random)).forEach(added::add);
        added.removeAll(data);
        Set<Quad> deleted = new HashSet<>();
        data.stream().filter(quad -> random.nextInt(5) == 0).forEach(deleted::add);
        data.removeAll(deleted);
        data.addAll(added);
        index = NextIndex.after(index, revision, added, deleted);
        if (random.nextInt(3) == 0) {
          // What was compressed of an index some commits ago.
          settled += from.isWorthSettling() ? 1 : 0;
          index = index.onto(from, from.settled());
        }
        if (random.nextInt(3) == 0) {
          from = index;
        }
        assertIndexOf(data, index);
      }
      assertFalse(index.settled().isWorthSettling());
      assertIndexOf(data, index.settled());
    }
    assertTrue(settled > 5, "settled: " + settled);
  }

  /** A statement in two graphs goes with the second; one that moves between graphs stays. */
  @Test
  void counts_the_graphs_of_a_statement() {
    Quad here = quad("g0", "a", TARGET, iri("b"));
    Quad there = quad("g1", "a", TARGET, iri("b"));
    TraceIndex both = NextIndex.after(built(Set.of()), 2, List.of(here, there), List.of());
    assertEquals(1, both.statements());
    TraceIndex one = NextIndex.after(both, 3, List.of(), List.of(here));
    assertEquals(1, one.statements());
    TraceIndex moved = NextIndex.after(one, 4, List.of(here), List.of(there));
    assertEquals(1, moved.statements());
    TraceIndex none = NextIndex.after(moved, 5, List.of(), List.of(here));
    assertEquals(0, none.statements());
    assertEquals(0, NextIndex.after(none, 6, List.of(), List.of(here)).statements());
  }

  /** Rows lie beside the compressed ones up to a number, and are compressed at once beyond. */
  @Test
  void lays_no_more_than_so_many_rows_beside_the_others() {
    TraceIndex index = built(Set.of());
    int revision = 2;
    for (int commit = 0; commit < 12; commit++) {
      List<Quad> added = new ArrayList<>();
      for (int i = 0; i < 900; i++) {
        added.add(quad("g", "s" + commit + "-" + i, TARGET, iri("o" + i)));
      }
      index = NextIndex.after(index, revision++, added, List.of());
      int beside = Math.min(commit + 1, 9) == 9 ? commit - 8 : commit + 1;
      assertEquals(beside * 900 > 1_000, index.links(TARGET).forward().isWorthMerging());
    }
    assertEquals(12 * 900, index.statements());
    assertEquals(12, index.links(TARGET).to(index.number(iri("o7"))).length);
  }

  private static void assertIndexOf(Set<Quad> data, TraceIndex index) {
    TraceIndex expected = built(data);
    assertEquals(expected.statements(), index.statements());
    for (Node property : List.of(TARGET, FROM, LABEL)) {
      assertEquals(forward(expected, property), forward(index, property));
      assertEquals(backward(expected, property), backward(index, property));
    }
  }

  private static Set<String> forward(TraceIndex index, Node property) {
    Set<String> found = new TreeSet<>();
    index.find(Node.ANY, property, Node.ANY).forEach(quad -> found.add(quad.toString()));
    return found;
  }

  private static Set<String> backward(TraceIndex index, Node property) {
    Set<String> found = new TreeSet<>();
    for (int object : index.links(property).backward().nodes()) {
      assertTrue(index.number(index.node(object)) == object);
      for (int subject : index.links(property).to(object)) {
        found.add(index.iri(subject) + " " + index.iri(object));
      }
    }
    for (int literal : index.literalLinks(property).backward().nodes()) {
      for (int subject : index.subjectsWith(property, index.literal(literal))) {
        found.add(index.iri(subject) + " " + index.literal(literal) + index.worth(literal));
      }
    }
    return found;
  }

  private static TraceIndex built(Collection<Quad> data) {
    IndexBuilder builder = new IndexBuilder();
    data.forEach(builder::add);
    return builder.build(1);
  }

  private static Quad quad(Random random) {
    String subject = "s" + random.nextInt(3_000);
    String graph = "g" + random.nextInt(3);
    return switch (random.nextInt(3)) {
      case 0 -> quad(graph, subject, TARGET, iri("o" + random.nextInt(5)));
      case 1 ->
          quad(
              graph,
              subject,
              FROM,
              NodeFactory.createLiteralDT(
                  "2026-03-" + (10 + random.nextInt(20)), XSDDatatype.XSDdate));
      default ->
          quad(
              graph,
              subject,
              LABEL,
              NodeFactory.createLiteralString("label " + random.nextInt(9_000)));
    };
  }

  private static Quad quad(String graph, String subject, Node property, Node object) {
    return Quad.create(iri(graph), iri(subject), property, object);
  }

  private static Node iri(String name) {
    return NodeFactory.createURI("http://example.org/" + name);
  }
}
