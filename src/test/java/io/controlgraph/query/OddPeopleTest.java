package io.controlgraph.query;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.gaps.Gaps;
import io.controlgraph.trace.index.NextIndex;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.people.PeopleRules;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The index finds the gaps around people that the questions find in graphs of every odd shape. */
@Timeout(300)
final class OddPeopleTest {
  private static final int SEEDS = 500;

  /** Each rule is asked of a quarter of the graphs before changes, and of another after. */
  private static final int QUARTERS = 4;

  private final Map<String, Integer> found = new TreeMap<>();

  @Test
  void finds_the_rows_of_the_questions_before_and_after_changes() {
    for (int seed = 0; seed < SEEDS; seed++) {
      OddWriter writer = new OddPeople(seed).writer();
      DatasetGraph data = DatasetGraphFactory.createGeneral();
      writer.quads().forEach(data::add);
      TraceIndex index = GapAgreement.index(writer.quads().stream(), 1);
      assertAgree(data, index, seed, "seed " + seed);
      for (int revision = 2; revision < 4; revision++) {
        List<Quad> added = writer.additions(data);
        List<Quad> deleted = writer.deletions(data);
        deleted.forEach(data::delete);
        added.forEach(data::add);
        index = NextIndex.after(index, revision, added, deleted);
      }
      assertAgree(data, index, seed + 1, "seed " + seed + ", changed");
    }
    found.forEach((rule, rows) -> assertTrue(rows >= SEEDS / 10, () -> rule + ": " + found));
  }

  private void assertAgree(DatasetGraph data, TraceIndex index, int quarter, String what) {
    Gaps gaps = GapAgreement.gaps(index, Fixture.DAY);
    List<String> rules = rules(index);
    for (int i = 0; i < rules.size(); i++) {
      if ((i + quarter) % QUARTERS == 0) {
        found.merge(
            rules.get(i), GapAgreement.assertAgree(data, gaps, rules.get(i), what), Integer::sum);
      }
    }
  }

  private static List<String> rules(TraceIndex index) {
    return PeopleRules.of(new Coverage(index, Fixture.DAY)).stream()
        .map(GapRule::question)
        .toList();
  }
}
