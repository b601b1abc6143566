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

/** Residual risks that were accepted by a post that does not own the risk. */
final class AcceptanceNotByOwner implements GapRule {
  private final Coverage coverage;
  private final Facts facts;
  private final Risks risks;
  private final OwnersAcceptances acceptances;
  private final Links accepts;
  private final Links acceptedBy;
  private final Rows acceptedOn;
  private final Rows validUntil;
  private final int acceptance;

  AcceptanceNotByOwner(Coverage coverage) {
    this.coverage = coverage;
    this.facts = coverage.facts();
    this.risks = new Risks(coverage);
    this.acceptances = new OwnersAcceptances(facts);
    this.accepts = facts.links("accepts");
    this.acceptedBy = facts.links("acceptedBy");
    this.acceptedOn = facts.literals("acceptedOn");
    this.validUntil = facts.literals("validUntil");
    this.acceptance = facts.term("ResidualAcceptance");
  }

  @Override
  public String question() {
    return "risk/acceptance-not-by-owner";
  }

  @Override
  public List<Binding> rows(int organisation) {
    List<Binding> rows = new ArrayList<>();
    for (Evaluated each : risks.residuals(coverage.of(organisation))) {
      if (!acceptances.isAccepted(each.evaluation(), each.risk())) {
        for (int any : accepts.to(each.evaluation())) {
          if (facts.isA(any, acceptance) && facts.isIn(any, organisation)) {
            for (int i = timesNotEnded(any); i > 0; i--) {
              add(each, any, rows);
            }
          }
        }
      }
    }
    return rows;
  }

  /** How many of its last days have not passed, as often as the question has the row. */
  private int timesNotEnded(int any) {
    int times = validUntil.length(any) == 0 ? 1 : 0;
    for (int literal : validUntil.of(any)) {
      times += facts.day() <= facts.index().worth(literal) ? 1 : 0;
    }
    return times;
  }

  private void add(Evaluated each, int any, List<Binding> rows) {
    for (int literal : acceptedOn.of(any)) {
      int on = facts.index().worth(literal);
      if (on != TraceIndex.NO_VALUE && on <= facts.day()) {
        for (int by : acceptedBy.from(any)) {
          new RowBuilder(facts.index())
              .labelled("org", each.organisation())
              .thing("acceptance", any)
              .date("acceptedOn", on)
              .thing("evaluation", each.evaluation())
              .labelled("risk", each.risk())
              .labelled("acceptedBy", by)
              .linked("owner", each.risk(), "owner")
              .build()
              .forEach(rows::add);
        }
      }
    }
  }
}
