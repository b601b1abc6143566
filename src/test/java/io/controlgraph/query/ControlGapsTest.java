package io.controlgraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.gaps.Gaps;
import io.controlgraph.trace.index.NextIndex;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.controls.ControlRules;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The rules of coverage, evidence and tests find what their questions find in odd graphs. */
@Timeout(300)
final class ControlGapsTest {
  private static final int TURNS = 3;

  /**
   * Five hundred graphs of every odd shape, before and after changes; the rules take turns, since
   * SPARQL takes its time.
   */
  @Test
  void find_the_rows_of_the_questions_in_graphs_of_every_odd_shape() {
    Map<String, Integer> seen = new TreeMap<>();
    for (int seed = 0; seed < 500; seed++) {
      OddControls graph = new OddControls(seed);
      DatasetGraph data = DatasetGraphFactory.createGeneral();
      graph.quads().forEach(data::add);
      TraceIndex index = GapAgreement.index(graph.quads().stream(), 1);
      assertAgree(data, index, seed, "seed " + seed, seen);
      for (int revision = 2; revision < 5; revision++) {
        List<Quad> added = graph.additions(data);
        List<Quad> deleted = graph.deletions(data);
        deleted.forEach(data::delete);
        added.forEach(data::add);
        index = NextIndex.after(index, revision, added, deleted);
      }
      assertAgree(data, index, seed / TURNS, "seed " + seed + ", changed", seen);
    }
    assertEquals(14, seen.size(), seen::toString);
    seen.forEach((rule, rows) -> assertTrue(rows > 20, () -> rule + ": " + seen));
  }

  private static void assertAgree(
      DatasetGraph data, TraceIndex index, int turn, String what, Map<String, Integer> seen) {
    Gaps gaps = GapAgreement.gaps(index, Fixture.DAY);
    Graph union = GapAgreement.union(data);
    List<GapRule> rules = ControlRules.of(new Coverage(index, Fixture.DAY));
    for (int i = turn % TURNS; i < rules.size(); i += TURNS) {
      String rule = rules.get(i).question();
      seen.merge(rule, GapAgreement.assertAgree(union, gaps, rule, what), Integer::sum);
    }
  }
}
