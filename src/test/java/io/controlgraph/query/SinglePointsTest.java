package io.controlgraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.whatif.Removal;
import io.controlgraph.trace.whatif.SinglePoints;
import io.controlgraph.trace.whatif.SinglePoints.Kind;
import io.controlgraph.trace.whatif.SinglePoints.Point;
import io.controlgraph.trace.whatif.WhatIf;
import io.controlgraph.vocab.Cg;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What rests on a thing alone is what a what-if on that thing says, for each thing. */
@Timeout(300)
final class SinglePointsTest {
  private static final Map<Kind, Node> TYPES =
      Map.of(
          Kind.IMPLEMENTATION, Cg.IMPLEMENTATION,
          Kind.EVIDENCE, Cg.EVIDENCE,
          Kind.POST, Cg.POST,
          Kind.PERSON, Cg.PERSON,
          Kind.SERVICE, Cg.SERVICE,
          Kind.SUPPLIER_SERVICE, Cg.SUPPLIER_SERVICE);

  @Test
  void are_those_of_one_what_if_each_on_the_sample_organisations(@TempDir Path folder)
      throws IOException {
    try (Samples samples = new Samples(folder)) {
      WhatIf whatIf = new WhatIf(samples.read(Definitions::index), Fixture.DAY);
      Map<Kind, Integer> seen = assertAgree(whatIf, "samples");
      for (Kind kind : Kind.values()) {
        assertTrue(kind == Kind.SERVICE || seen.getOrDefault(kind, 0) > 0, seen::toString);
      }
      List<Point> ranked = SinglePoints.of(whatIf, soon());
      for (int i = 1; i < ranked.size(); i++) {
        assertTrue(ranked.get(i).cells() <= ranked.get(i - 1).cells(), ranked::toString);
      }
      Set<Point> own = new HashSet<>();
      for (int organisation : whatIf.coverage().organisations()) {
        own.addAll(SinglePoints.of(whatIf, organisation, soon()));
      }
      assertEquals(Set.copyOf(ranked), own, "no sample organisation shares a thing with another");
    }
  }

  @Test
  void are_those_of_one_what_if_each_on_graphs_of_every_odd_shape() {
    Map<Kind, Integer> seen = new EnumMap<>(Kind.class);
    for (int seed = 0; seed < 200; seed++) {
      DatasetGraph data = DatasetGraphFactory.createGeneral();
      OddGraph graph = new OddGraph(seed);
      graph.quads().forEach(data::add);
      if (seed % 3 == 0) {
        graph.additions(data).forEach(data::add);
      }
      type(data, "post", 3, Cg.POST);
      type(data, "person", 3, Cg.PERSON);
      type(data, "target", 2, Cg.SUPPLIER_SERVICE);
      assertAgree(new WhatIf(Definitions.index(data), Fixture.DAY), "seed " + seed)
          .forEach((kind, count) -> seen.merge(kind, count, Integer::sum));
    }
    for (Kind kind : List.of(Kind.IMPLEMENTATION, Kind.EVIDENCE, Kind.POST, Kind.PERSON)) {
      assertTrue(seen.getOrDefault(kind, 0) > 5, seen::toString);
    }
  }

  @Test
  void are_not_looked_for_past_the_deadline() {
    DatasetGraph data = DatasetGraphFactory.createGeneral();
    new OddGraph(0).quads().forEach(data::add);
    WhatIf whatIf = new WhatIf(Definitions.index(data), Fixture.DAY);
    Deadline passed = soon();
    passed.cancel();
    assertThrows(GraphFailure.DeadlineExceeded.class, () -> SinglePoints.of(whatIf, passed));
    int organisation = whatIf.coverage().organisations()[0];
    assertThrows(
        GraphFailure.DeadlineExceeded.class, () -> SinglePoints.of(whatIf, organisation, passed));
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofMinutes(5));
  }

  private static void type(DatasetGraph data, String name, int count, Node type) {
    for (int i = 0; i < count; i++) {
      data.add(
          Quad.create(
              NodeFactory.createURI("http://example.org/graph0"),
              NodeFactory.createURI("http://example.org/" + name + i),
              RDF.type.asNode(),
              type));
    }
  }

  private static Map<Kind, Integer> assertAgree(WhatIf whatIf, String what) {
    TraceIndex index = whatIf.index();
    Set<String> expected = new TreeSet<>();
    TYPES.forEach(
        (kind, type) -> {
          for (int thing : index.links(RDF.type.asNode()).to(index.number(type))) {
            int cells = whatIf.without(Removal.of(index.node(thing))).fallen().size();
            if (cells > 0) {
              expected.add(kind + " " + index.iri(thing) + " " + cells);
            }
          }
        });
    Set<String> actual = new TreeSet<>();
    Map<Kind, Integer> seen = new EnumMap<>(Kind.class);
    for (Point point : SinglePoints.of(whatIf, soon())) {
      actual.add(point.kind() + " " + index.iri(point.thing()) + " " + point.cells());
      seen.merge(point.kind(), 1, Integer::sum);
    }
    assertEquals(String.join("\n", expected), String.join("\n", actual), what);
    return seen;
  }
}
