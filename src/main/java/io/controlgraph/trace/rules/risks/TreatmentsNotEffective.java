package io.controlgraph.trace.rules.risks;

import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.DCTerms;

/** Treatments reported as completed, though not all their controls are effective. */
final class TreatmentsNotEffective implements GapRule {
  private final Coverage coverage;
  private final Facts facts;
  private final EffectiveAnywhere effective;
  private final Links risk;
  private final Links requirement;
  private final Links threatens;
  private final Rows completedOn;
  private final int treatment;

  TreatmentsNotEffective(Coverage coverage) {
    this.coverage = coverage;
    this.facts = coverage.facts();
    this.effective = new EffectiveAnywhere(coverage);
    this.risk = facts.links("risk");
    this.requirement = facts.links("requirement");
    this.threatens = facts.links("threatens");
    this.completedOn = facts.literals("completedOn");
    this.treatment = facts.term("Treatment");
  }

  @Override
  public String question() {
    return "risk/treatments-not-effective";
  }

  @Override
  public List<Binding> rows(int organisation) {
    List<Binding> rows = new ArrayList<>();
    for (int each : coverage.of(organisation).members().ofType(treatment)) {
      for (int literal : completedOn.of(each)) {
        int on = facts.index().worth(literal);
        if (on != TraceIndex.NO_VALUE && on <= facts.day()) {
          for (int treated : risk.from(each)) {
            for (int planned : requirement.from(each)) {
              take(organisation, each, on, treated, planned, rows);
            }
          }
        }
      }
    }
    return rows;
  }

  private void take(
      int organisation, int each, int on, int treated, int planned, List<Binding> rows) {
    long works = 0;
    long targets = 0;
    boolean isShort = false;
    for (int threatened : threatens.from(treated)) {
      long organisations = effective.organisations(planned, threatened);
      works += organisations;
      targets += Math.max(1, organisations);
      isShort |= organisations == 0;
    }
    if (isShort) {
      new RowBuilder(facts.index())
          .labelled("org", organisation)
          .labelled("treatment", each)
          .date("completedOn", on)
          .labelled("risk", treated)
          .labelled("requirement", planned)
          .texts("requirementId", planned, DCTerms.identifier.asNode())
          .number("effective", works)
          .number("targets", targets)
          .build()
          .forEach(rows::add);
    }
  }
}
