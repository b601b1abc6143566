package io.controlgraph.trace.rules.controls;

import io.controlgraph.trace.coverage.Carried;
import io.controlgraph.trace.coverage.Cell;
import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.Rung;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.DCTerms;

/** Cells that are claimed to be implemented without any evidence in force. */
final class OnPaperOnly implements GapRule {
  private static final int CLAIMED = Rung.CLAIMED.level();

  private final Coverage coverage;

  OnPaperOnly(Coverage coverage) {
    this.coverage = coverage;
  }

  private record Place(int requirement, int target) {}

  /** Who claims to implement what, from where it stands itself or through a supplier. */
  private record Claim(int implementation, Place place) {
    static Claim of(Carried carried) {
      return new Claim(
          carried.implementation(), new Place(carried.requirement(), carried.target()));
    }
  }

  @Override
  public String question() {
    return "coverage/on-paper-only";
  }

  @Override
  public List<Binding> rows(int organisation) {
    Set<Place> claimed = new HashSet<>();
    for (Cell cell : coverage.cells(organisation)) {
      if (cell.isApplicable() && cell.level() == CLAIMED) {
        claimed.add(new Place(cell.requirement(), cell.target()));
      }
    }
    if (claimed.isEmpty()) {
      return List.of();
    }
    // No implementation of such a cell is further than claimed.
    Set<Claim> claims = new HashSet<>();
    coverage
        .carried(
            organisation,
            each ->
                each.level() == CLAIMED
                    && claimed.contains(new Place(each.requirement(), each.target())))
        .forEach(each -> claims.add(Claim.of(each)));
    List<Binding> rows = new ArrayList<>();
    for (Claim each : claims) {
      new RowBuilder(coverage.index())
          .labelled("org", organisation)
          .labelled("requirement", each.place().requirement())
          .texts("requirementId", each.place().requirement(), DCTerms.identifier.asNode())
          .labelled("target", each.place().target())
          .labelled("implementation", each.implementation())
          .build()
          .forEach(rows::add);
    }
    return rows;
  }
}
