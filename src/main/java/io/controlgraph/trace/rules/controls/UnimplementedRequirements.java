package io.controlgraph.trace.rules.controls;

import io.controlgraph.trace.coverage.Cell;
import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.Expectations.Wanted;
import io.controlgraph.trace.coverage.Rung;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.DCTerms;

/** Applicable requirements that are implemented at none of their targets, not even in part. */
final class UnimplementedRequirements implements GapRule {
  private final Coverage coverage;

  UnimplementedRequirements(Coverage coverage) {
    this.coverage = coverage;
  }

  /** How many of a requirement's cells have come how far. */
  private static final class Counts {
    private int cells;
    private int planned;
    private boolean isBegun;

    void add(int level) {
      cells++;
      planned += level == Rung.PLANNED.level() ? 1 : 0;
      isBegun |= level >= Rung.PARTIAL.level();
    }
  }

  @Override
  public String question() {
    return "gaps/unimplemented-requirements";
  }

  @Override
  public List<Binding> rows(int organisation) {
    Map<Wanted, Counts> all = new HashMap<>();
    for (Cell cell : coverage.cells(organisation)) {
      if (cell.isApplicable()) {
        all.computeIfAbsent(new Wanted(cell.framework(), cell.requirement()), any -> new Counts())
            .add(cell.level());
      }
    }
    List<Binding> rows = new ArrayList<>();
    all.forEach(
        (wanted, counts) -> {
          if (!counts.isBegun) {
            row(organisation, wanted, counts).forEach(rows::add);
          }
        });
    return rows;
  }

  private Stream<Binding> row(int organisation, Wanted wanted, Counts counts) {
    return new RowBuilder(coverage.index())
        .labelled("org", organisation)
        .labelled("framework", wanted.framework())
        .labelled("requirement", wanted.requirement())
        .texts("requirementId", wanted.requirement(), DCTerms.identifier.asNode())
        .number("cells", counts.cells)
        .number("planned", counts.planned)
        .build();
  }
}
