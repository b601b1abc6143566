package io.controlgraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.View;
import io.controlgraph.trace.coverage.Cell;
import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.Grouping;
import io.controlgraph.trace.coverage.Rung;
import io.controlgraph.trace.coverage.Touched;
import io.controlgraph.trace.index.IndexBuilder;
import io.controlgraph.trace.index.NextIndex;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.whatif.Loss;
import io.controlgraph.trace.whatif.Removal;
import io.controlgraph.trace.whatif.WhatIf;
import io.controlgraph.vocab.Cg;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is carried on over a commit is what would be worked out anew, for every organisation. */
@Timeout(300)
final class CarriedOnTest {
  /** A graph that random commits change, and what was worked out on it, carried on each time. */
  private static final class Changing {
    private final List<Quad> quads;
    private final Set<Quad> there;
    private final Random random;
    private TraceIndex index;
    private WhatIf whatIf;
    private int carried;

    Changing(List<Quad> quads, TraceIndex index, int seed) {
      this.quads = quads;
      this.there = new HashSet<>(quads);
      this.index = index;
      this.random = new Random(seed);
      this.whatIf = new WhatIf(index, Fixture.DAY);
    }

    /** Takes some quads away, puts some back, and says of things what is said of others. */
    void change(String what) {
      Set<Quad> added = new HashSet<>();
      Set<Quad> deleted = new HashSet<>();
      int count = 1 + random.nextInt(random.nextInt(6) + 1);
      for (int i = 0; i < count; i++) {
        Quad quad = quads.get(random.nextInt(quads.size()));
        if (random.nextBoolean()) {
          Quad like = quads.get(random.nextInt(quads.size()));
          quad =
              Quad.create(
                  quad.getGraph(),
                  sameKind(quad, like) ? like.getSubject() : quad.getSubject(),
                  quad.getPredicate(),
                  quad.getPredicate().equals(like.getPredicate())
                      ? like.getObject()
                      : quad.getObject());
        }
        (there.contains(quad) ? deleted : added).add(quad);
      }
      commit(added, deleted, what);
    }

    private static boolean sameKind(Quad one, Quad other) {
      return one.getSubject().toString().replaceAll("\\d+$", "").length()
          == other.getSubject().toString().replaceAll("\\d+$", "").length();
    }

    void commit(Set<Quad> added, Set<Quad> deleted, String what) {
      there.removeAll(deleted);
      there.addAll(added);
      TraceIndex next = NextIndex.after(index, index.revision() + 1, added, deleted);
      Touched touched = Touched.by(index, next, added, deleted);
      Standings before =
          new Standings(whatIf.coverage(), index.links(Cg.IN_ORGANISATION).backward().nodes());
      assertTrue(before.ladder.size() >= before.cells.size());
      WhatIf on = whatIf.on(next, touched);
      Coverage fresh = new Coverage(next, Fixture.DAY);
      String change = what + " +" + added + " -" + deleted;
      for (int organisation : next.links(Cg.IN_ORGANISATION).backward().nodes()) {
        List<Cell> known = whatIf.coverage().cells(organisation);
        String expected = new Standings(fresh, organisation).text();
        if (!touched.has(organisation)) {
          assertSame(known, on.coverage().cells(organisation), change);
          assertEquals(new Standings(whatIf.coverage(), organisation).text(), expected, change);
          carried++;
        }
        assertEquals(expected, new Standings(on.coverage(), organisation).text(), change);
        assertLevels(fresh, on.coverage(), organisation, change);
        for (Grouping grouping : Grouping.values()) {
          assertEquals(
              figures(fresh, grouping, organisation),
              figures(on.coverage(), grouping, organisation),
              change);
        }
      }
      index = next;
      whatIf = on;
    }

    /** What is summed up here is carried on over the next commit. */
    private static Map<Grouping.Key, List<Integer>> figures(
        Coverage coverage, Grouping grouping, int organisation) {
      Map<Grouping.Key, List<Integer>> counts = new HashMap<>();
      coverage
          .figures(grouping, organisation)
          .forEach(
              (key, figure) ->
                  counts.put(
                      key,
                      Stream.concat(
                              Stream.of(figure.cells(), figure.notApplicable()),
                              Arrays.stream(Rung.values()).map(figure::of))
                          .toList()));
      return counts;
    }

    private static void assertLevels(
        Coverage expected, Coverage actual, int organisation, String change) {
      TraceIndex index = expected.index();
      int[] requirements = index.links(Cg.REQUIREMENT_PROPERTY).backward().nodes();
      int[] targets = index.links(Cg.TARGET_PROPERTY).backward().nodes();
      for (int requirement : requirements) {
        for (int target : targets) {
          assertEquals(
              expected.of(organisation).level(requirement, target),
              actual.of(organisation).level(requirement, target),
              change);
        }
      }
    }

    /** What-if of some things, by what was carried on and anew. */
    void assertLosses(String what) {
      WhatIf fresh = new WhatIf(index, Fixture.DAY);
      for (int i = 0; i < 3; i++) {
        Removal removal = Removal.of(quads.get(random.nextInt(quads.size())).getSubject());
        assertEquals(rows(fresh.without(removal)), rows(whatIf.without(removal)), what);
      }
    }

    private static Map<String, Integer> rows(Loss loss) {
      Map<String, Integer> rows = new HashMap<>();
      Stream.of(
              loss.cells(),
              loss.treatments(),
              loss.acceptances(),
              loss.unsupported(),
              loss.remaining(),
              loss.untreated())
          .flatMap(List::stream)
          .forEach(row -> rows.merge(row.toString(), 1, Integer::sum));
      return rows;
    }
  }

  @Test
  void what_is_carried_on_is_what_is_worked_out_anew_on_graphs_of_every_odd_shape() {
    int carried = 0;
    for (int seed = 0; seed < 60; seed++) {
      List<Quad> quads = new OddWorlds(seed).quads();
      Changing graph = new Changing(quads, index(quads), seed);
      for (int write = 0; write < 20; write++) {
        graph.change("seed " + seed + " write " + write);
        if (write % 10 == 0) {
          graph.assertLosses("seed " + seed + " write " + write);
        }
      }
      carried += graph.carried;
    }
    assertTrue(carried > 500, "carried on: " + carried);
  }

  @Test
  void what_is_carried_on_is_what_is_worked_out_anew_on_the_sample_organisations(
      @TempDir Path folder) throws IOException {
    try (Samples samples = new Samples(folder)) {
      List<Quad> quads = samples.read(CarriedOnTest::own);
      Changing graph = new Changing(quads, samples.read(Definitions::index), 1);
      for (int write = 0; write < 20; write++) {
        graph.change("write " + write);
      }
      graph.assertLosses("samples");
      assertTrue(graph.carried > 40, "carried on: " + graph.carried);
    }
  }

  /** Evidence of the hospital is the hospital's affair; a framework is everybody's. */
  @Test
  void a_write_in_one_organisation_leaves_what_is_known_of_the_others(@TempDir Path folder)
      throws IOException {
    try (Samples samples = new Samples(folder)) {
      TraceIndex before = samples.read(Definitions::index);
      Coverage coverage = new Coverage(before, Fixture.DAY);
      Map<Integer, List<Cell>> known = new HashMap<>();
      for (int organisation : coverage.organisations()) {
        known.put(organisation, coverage.cells(organisation));
      }
      int hospital = hospital(before);
      assertEquals(Samples.organisations().size(), known.size());
      Quad proof =
          samples.read(
              view -> {
                try (Stream<Quad> all =
                    view.quads(Node.ANY, Node.ANY, Cg.term("effectiveOn"), Node.ANY)) {
                  return all.filter(
                          quad ->
                              before
                                  .links(Cg.IN_ORGANISATION)
                                  .has(before.number(quad.getSubject()), hospital))
                      .findFirst()
                      .orElseThrow();
                }
              });
      Coverage later = after(coverage, proof);
      known.forEach(
          (organisation, cells) -> {
            if (organisation == hospital) {
              assertNotSame(cells, later.cells(organisation));
            } else {
              assertSame(cells, later.cells(organisation), before.iri(organisation));
            }
          });
      Quad assessable =
          samples.read(
              view -> {
                try (Stream<Quad> all =
                    view.quads(Node.ANY, Node.ANY, Cg.term("assessable"), Node.ANY)) {
                  return all.findFirst().orElseThrow();
                }
              });
      Coverage shared = after(coverage, assessable);
      known.forEach((organisation, cells) -> assertNotSame(cells, shared.cells(organisation)));
    }
  }

  @Test
  void what_an_index_does_not_keep_touches_nobody() {
    List<Quad> quads = new OddWorlds(1).quads();
    TraceIndex before = index(quads);
    Quad text =
        Quad.create(
            quads.get(0).getGraph(),
            quads.get(0).getSubject(),
            Cg.term("description"),
            NodeFactory.createLiteralString("A text at length."));
    TraceIndex after = NextIndex.after(before, 3, Set.of(text), Set.of());
    Touched touched = Touched.by(before, after, Set.of(text), Set.of());
    for (int organisation : after.links(Cg.IN_ORGANISATION).backward().nodes()) {
      assertTrue(!touched.has(organisation));
    }
    assertTrue(Touched.ALL.has(0) && !Touched.NOBODY.has(0));
    assertTrue(touched.and(Touched.ALL).isAll());
  }

  private static Coverage after(Coverage coverage, Quad deleted) {
    TraceIndex before = coverage.index();
    TraceIndex after = NextIndex.after(before, before.revision() + 1, List.of(), List.of(deleted));
    return coverage.on(after, Touched.by(before, after, List.of(), List.of(deleted)));
  }

  private static int hospital(TraceIndex index) {
    return Arrays.stream(new Coverage(index, Fixture.DAY).organisations())
        .filter(each -> index.iri(each).endsWith("/hospital"))
        .findAny()
        .orElseThrow();
  }

  /** What is said of the things of organisations, and of what is shipped a little. */
  private static List<Quad> own(View view) {
    List<String> organisations = Samples.organisations();
    List<Quad> own = new ArrayList<>();
    try (Stream<Quad> all = view.quads(Node.ANY, Node.ANY, Node.ANY, Node.ANY)) {
      all.filter(NextIndex::keeps)
          .filter(
              quad ->
                  organisations.stream()
                          .anyMatch(each -> quad.getSubject().getURI().contains("/" + each + "/"))
                      || quad.hashCode() % 50 == 0)
          .forEach(own::add);
    }
    own.sort((one, other) -> one.toString().compareTo(other.toString()));
    return own;
  }

  private static TraceIndex index(List<Quad> quads) {
    IndexBuilder builder = new IndexBuilder();
    quads.forEach(builder::add);
    return builder.build(2);
  }
}
