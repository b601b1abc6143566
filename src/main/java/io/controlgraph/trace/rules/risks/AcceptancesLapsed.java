package io.controlgraph.trace.rules.risks;

import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.Evaluated;
import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.coverage.Risks;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.engine.binding.Binding;

/** Residual risks that rest on an acceptance that has run out. */
final class AcceptancesLapsed implements GapRule {
  private final Coverage coverage;
  private final Facts facts;
  private final Risks risks;
  private final Treated treated;
  private final Links accepts;
  private final Rows acceptedOn;
  private final Rows validUntil;
  private final int acceptance;

  AcceptancesLapsed(Coverage coverage) {
    this.coverage = coverage;
    this.facts = coverage.facts();
    this.risks = new Risks(coverage);
    this.treated = new Treated(coverage);
    this.accepts = facts.links("accepts");
    this.acceptedOn = facts.literals("acceptedOn");
    this.validUntil = facts.literals("validUntil");
    this.acceptance = facts.term("ResidualAcceptance");
  }

  @Override
  public String question() {
    return "risk/acceptances-lapsed";
  }

  @Override
  public List<Binding> rows(int organisation) {
    List<Binding> rows = new ArrayList<>();
    for (Evaluated each : risks.residuals(coverage.of(organisation))) {
      if (!treated.isTreated(organisation, each.risk())) {
        for (int any : accepts.to(each.evaluation())) {
          if (facts.isA(any, acceptance)
              && facts.isIn(any, organisation)
              && acceptedOn.length(any) > 0) {
            add(each, any, rows);
          }
        }
      }
    }
    return rows;
  }

  private void add(Evaluated each, int any, List<Binding> rows) {
    for (int literal : validUntil.of(any)) {
      int until = facts.index().worth(literal);
      if (until != TraceIndex.NO_VALUE && until < facts.day()) {
        new RowBuilder(facts.index())
            .labelled("org", each.organisation())
            .labelled("risk", each.risk())
            .thing("evaluation", each.evaluation())
            .thing("acceptance", any)
            .linked("acceptedBy", any, "acceptedBy")
            .literals("acceptedOn", any, "acceptedOn")
            .date("lapsedOn", until)
            .build()
            .forEach(rows::add);
      }
    }
  }
}
