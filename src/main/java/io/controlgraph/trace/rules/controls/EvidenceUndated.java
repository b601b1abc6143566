package io.controlgraph.trace.rules.controls;

import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.engine.binding.Binding;

/** Evidence that never counts, because it has no effective date. */
final class EvidenceUndated implements GapRule {
  private final Coverage coverage;
  private final Rows effectiveOn;
  private final Links proves;
  private final int evidence;

  EvidenceUndated(Coverage coverage) {
    Facts facts = coverage.facts();
    this.coverage = coverage;
    this.effectiveOn = facts.literals("effectiveOn");
    this.proves = facts.links("proves");
    this.evidence = facts.term("Evidence");
  }

  @Override
  public String question() {
    return "gaps/evidence-undated";
  }

  @Override
  public List<Binding> rows(int organisation) {
    List<Binding> rows = new ArrayList<>();
    for (int each : coverage.of(organisation).members().ofType(evidence)) {
      if (effectiveOn.length(each) == 0) {
        for (int proved : proves.from(each)) {
          new RowBuilder(coverage.index())
              .labelled("org", organisation)
              .labelled("evidence", each)
              .labelled("implementation", proved)
              .build()
              .forEach(rows::add);
        }
      }
    }
    return rows;
  }
}
