package io.controlgraph.trace.rules.people;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.rules.Dates;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.engine.binding.Binding;

/** Changes that were made without an approval, or before it. */
final class ChangesUnapproved implements GapRule {
  private final Facts facts;
  private final Dates dates;
  private final Rows implementedOn;
  private final Rows approvedOn;
  private final int change;

  ChangesUnapproved(Facts facts) {
    this.facts = facts;
    this.dates = new Dates(facts);
    this.implementedOn = facts.literals("implementedOn");
    this.approvedOn = facts.literals("approvedOn");
    this.change = facts.term("Change");
  }

  @Override
  public String question() {
    return "gaps/changes-unapproved";
  }

  @Override
  public List<Binding> rows(int organisation) {
    List<Binding> rows = new ArrayList<>();
    for (int each : facts.membersOf(organisation)) {
      if (facts.isA(each, change)) {
        int[] approvals = dates.byTheDay(approvedOn, each);
        for (int made : dates.byTheDay(implementedOn, each)) {
          if (approvals.length == 0) {
            row(organisation, each, made, "not approved").build().forEach(rows::add);
          }
          for (int approval : approvals) {
            if (dates.day(made) < dates.day(approval)) {
              row(organisation, each, made, "approved afterwards")
                  .value("approvedOn", facts.index().literal(approval))
                  .linked("approvedBy", each, "approvedBy")
                  .build()
                  .forEach(rows::add);
            }
          }
        }
      }
    }
    return rows;
  }

  private RowBuilder row(int organisation, int each, int made, String reason) {
    return new RowBuilder(facts.index())
        .labelled("org", organisation)
        .labelled("change", each)
        .value("implementedOn", facts.index().literal(made))
        .text("reason", reason);
  }
}
