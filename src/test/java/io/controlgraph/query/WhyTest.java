package io.controlgraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.View;
import io.controlgraph.trace.coverage.Cell;
import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.Rung;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.why.CellWhy;
import io.controlgraph.trace.why.NoCell;
import io.controlgraph.trace.why.Part;
import io.controlgraph.trace.why.Statement;
import io.controlgraph.trace.why.Step;
import io.controlgraph.trace.why.Why;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Why a cell stands where it does agrees with where it stands. */
@Timeout(300)
class WhyTest {

  @Test
  void agrees_with_the_ladder_at_every_cell_of_the_sample_organisations(@TempDir Path folder)
      throws Exception {
    try (Samples samples = new Samples(folder)) {
      TraceIndex index = samples.read(GapAgreement::index);
      for (LocalDate day : List.of(Fixture.DAY, LocalDate.of(2025, 9, 30))) {
        Set<Statement> statements = new HashSet<>();
        Set<Rung> rungs = assertAgrees(new Coverage(index, day), statements, day.toString());
        assertTrue(
            rungs.containsAll(EnumSet.of(Rung.CLAIMED, Rung.OWNED, Rung.EFFECTIVE)),
            () -> day + ": " + rungs);
        assertEquals(List.of(), samples.read(view -> notThere(view, statements)));
      }
    }
  }

  /** Five hundred graphs of every odd shape. */
  @Test
  void agrees_with_the_ladder_on_graphs_of_every_odd_shape() {
    Set<Rung> rungs = EnumSet.noneOf(Rung.class);
    for (int seed = 0; seed < 500; seed++) {
      DatasetGraph data = DatasetGraphFactory.createGeneral();
      List<Quad> quads = new OddGraph(seed).quads();
      quads.forEach(data::add);
      Coverage coverage = new Coverage(GapAgreement.index(quads.stream(), 1), Fixture.DAY);
      Set<Statement> statements = new HashSet<>();
      rungs.addAll(assertAgrees(coverage, statements, "seed " + seed));
      assertNoCells(coverage, statements, "seed " + seed);
      for (Statement each : statements) {
        assertTrue(
            data.contains(Node.ANY, each.subject(), each.property(), each.object()),
            () -> each.toString());
      }
    }
    assertEquals(EnumSet.allOf(Rung.class), rungs);
  }

  private static Set<Rung> assertAgrees(Coverage coverage, Set<Statement> statements, String what) {
    Why why = new Why(coverage);
    Set<Rung> rungs = EnumSet.noneOf(Rung.class);
    for (int organisation : coverage.organisations()) {
      for (Cell cell : coverage.cells(organisation)) {
        CellWhy found = why.of(cell);
        String where =
            what
                + ", "
                + coverage.index().iri(cell.requirement())
                + " at "
                + coverage.index().iri(cell.target());
        assertEquals(cell.rung(), found.reached(), where);
        assertTrue(isWhole(found.expected()), where);
        assertTrue(isWhole(found.inScope()), where);
        assertEquals(cell.isApplicable(), found.applicable().holds(), where);
        assertEquals(cell.isApplicable(), found.applicable().missing().isEmpty(), where);
        assertEquals(cell.isApplicable(), found.applicable().statements().isEmpty(), where);
        assertEquals(
            cell.level() == 0, found.steps().stream().noneMatch(WhyTest::isReached), where);
        for (Step step : found.steps()) {
          assertEquals(step.rung().level() <= cell.level(), step.part().holds(), where);
          assertEquals(step.part().holds(), step.part().missing().isEmpty(), where);
          assertTrue(!step.part().holds() || !step.part().statements().isEmpty(), where);
        }
        statements.addAll(found.statements());
        rungs.add(found.reached());
      }
    }
    return rungs;
  }

  private static boolean isReached(Step step) {
    return step.part().holds();
  }

  private static boolean isWhole(Part part) {
    return part.holds() && part.missing().isEmpty() && !part.statements().isEmpty();
  }

  /** Where there is no cell, something is missing. */
  private static void assertNoCells(Coverage coverage, Set<Statement> statements, String what) {
    Why why = new Why(coverage);
    for (int organisation : coverage.organisations()) {
      Set<List<Integer>> cells = new HashSet<>();
      coverage
          .cells(organisation)
          .forEach(cell -> cells.add(List.of(cell.requirement(), cell.target())));
      for (int requirement : numbers(coverage, "requirement", 4)) {
        for (int target : numbers(coverage, "target", 7)) {
          if (!cells.contains(List.of(requirement, target))) {
            NoCell none = why.none(organisation, requirement, target);
            assertFalse(none.parts().isEmpty(), what);
            none.parts().forEach(part -> assertFalse(part.missing().isEmpty(), what));
            none.statements().forEach(statements::add);
          }
        }
      }
    }
  }

  private static int[] numbers(Coverage coverage, String name, int count) {
    return Stream.iterate(0, i -> i + 1)
        .limit(count)
        .mapToInt(
            i -> coverage.index().number(NodeFactory.createURI("http://example.org/" + name + i)))
        .toArray();
  }

  private static List<Statement> notThere(View view, Set<Statement> statements) {
    return statements.stream()
        .filter(
            each -> {
              try (Stream<Quad> quads =
                  view.quads(Node.ANY, each.subject(), each.property(), each.object())) {
                return quads.findAny().isEmpty();
              }
            })
        .toList();
  }
}
