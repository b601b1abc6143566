package io.controlgraph.trace.rules.controls;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.engine.binding.Binding;

/** Policies past the day they were due for review. */
final class PoliciesOverdue implements GapRule {
  private final Facts facts;
  private final Rows reviewDue;
  private final int policy;

  PoliciesOverdue(Facts facts) {
    this.facts = facts;
    this.reviewDue = facts.literals("reviewDue");
    this.policy = facts.term("Policy");
  }

  @Override
  public String question() {
    return "gaps/policies-overdue";
  }

  @Override
  public List<Binding> rows(int organisation) {
    List<Binding> rows = new ArrayList<>();
    for (int thing : facts.membersOf(organisation)) {
      if (facts.isA(thing, policy)) {
        for (int literal : reviewDue.of(thing)) {
          int due = facts.index().worth(literal);
          if (due != TraceIndex.NO_VALUE && due < facts.day()) {
            new RowBuilder(facts.index())
                .labelled("org", organisation)
                .labelled("policy", thing)
                .literals("version", thing, "version")
                .literals("approvedOn", thing, "approvedOn")
                .value("reviewDue", facts.index().literal(literal))
                .linked("owner", thing, "owner")
                .build()
                .forEach(rows::add);
          }
        }
      }
    }
    return rows;
  }
}
