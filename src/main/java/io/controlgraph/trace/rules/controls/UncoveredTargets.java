package io.controlgraph.trace.rules.controls;

import io.controlgraph.trace.coverage.Cell;
import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.Rung;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.SKOS;

/** Targets at which not one expected requirement is effective. */
final class UncoveredTargets implements GapRule {
  private final Coverage coverage;
  private final Links trainedOn;

  UncoveredTargets(Coverage coverage) {
    this.coverage = coverage;
    this.trainedOn = coverage.facts().links("trainedOn");
  }

  private record Kept(int target, int kind) {}

  /** How many of a target's cells have come how far. */
  private static final class Counts {
    private int cells;
    private int claimed;
    private int evidenced;
    private int owned;
    private boolean isCovered;

    void add(int level) {
      cells++;
      claimed += level >= Rung.CLAIMED.level() ? 1 : 0;
      evidenced += level >= Rung.EVIDENCED.level() ? 1 : 0;
      owned += level >= Rung.OWNED.level() ? 1 : 0;
      isCovered |= level >= Rung.EFFECTIVE.level();
    }
  }

  @Override
  public String question() {
    return "coverage/uncovered-targets";
  }

  @Override
  public List<Binding> rows(int organisation) {
    Map<Kept, Counts> all = new HashMap<>();
    for (Cell cell : coverage.cells(organisation)) {
      if (cell.isApplicable()) {
        all.computeIfAbsent(new Kept(cell.target(), cell.kind()), any -> new Counts())
            .add(cell.level());
      }
    }
    List<Binding> rows = new ArrayList<>();
    all.forEach(
        (kept, counts) -> {
          if (!counts.isCovered) {
            row(organisation, kept, counts).forEach(rows::add);
          }
        });
    return rows;
  }

  private Stream<Binding> row(int organisation, Kept kept, Counts counts) {
    return new RowBuilder(coverage.index())
        .labelled("org", organisation)
        .labelled("target", kept.target())
        .thing("kind", kept.kind())
        .texts("kindLabel", kept.kind(), SKOS.prefLabel.asNode())
        .number("cells", counts.cells)
        .number("claimed", counts.claimed)
        .number("evidenced", counts.evidenced)
        .number("owned", counts.owned)
        .number("models", trainedOn.to(kept.target()).length)
        .build();
  }
}
