package io.controlgraph.trace.rules.controls;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.rules.GapRule;
import java.util.List;
import org.apache.jena.sparql.engine.binding.Binding;

/** Implementations that had evidence, all of which has run out. */
final class EvidenceExpired implements GapRule {
  private final Facts facts;
  private final LastEvidence last;

  EvidenceExpired(Facts facts, LastEvidence last) {
    this.facts = facts;
    this.last = last;
  }

  @Override
  public String question() {
    return "gaps/evidence-expired";
  }

  @Override
  public List<Binding> rows(int organisation) {
    return last.rows(organisation, lastDay -> lastDay < facts.day(), false);
  }
}
