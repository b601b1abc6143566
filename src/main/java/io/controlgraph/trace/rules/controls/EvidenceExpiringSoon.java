package io.controlgraph.trace.rules.controls;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.rules.GapRule;
import java.util.List;
import org.apache.jena.sparql.engine.binding.Binding;

/** Implementations that will soon be without evidence. */
final class EvidenceExpiringSoon implements GapRule {
  /** As many as the question looks ahead if it is not told how many. */
  private static final int DAYS = 30;

  private final Facts facts;
  private final LastEvidence last;

  EvidenceExpiringSoon(Facts facts, LastEvidence last) {
    this.facts = facts;
    this.last = last;
  }

  @Override
  public String question() {
    return "gaps/evidence-expiring-soon";
  }

  @Override
  public List<Binding> rows(int organisation) {
    return last.rows(
        organisation, lastDay -> lastDay >= facts.day() && lastDay - facts.day() <= DAYS, true);
  }
}
