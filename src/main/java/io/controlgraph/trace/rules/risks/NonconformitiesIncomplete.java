package io.controlgraph.trace.rules.risks;

import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import io.controlgraph.trace.rules.risks.Nonconformities.Raised;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;

/** Nonconformities without a cause, or closed without a review of whether the actions worked. */
final class NonconformitiesIncomplete implements GapRule {
  /** How many days there are to find the cause. */
  private static final int DAYS = 30;

  private final Coverage coverage;
  private final Facts facts;
  private final Nonconformities nonconformities;
  private final Notations notations;
  private final Links grade;

  NonconformitiesIncomplete(Coverage coverage) {
    this.coverage = coverage;
    this.facts = coverage.facts();
    this.nonconformities = new Nonconformities(facts);
    this.notations = new Notations(facts.index());
    this.grade = facts.links("grade");
  }

  @Override
  public String question() {
    return "gaps/nonconformities-incomplete";
  }

  @Override
  public List<Binding> rows(int organisation) {
    List<Binding> rows = new ArrayList<>();
    for (Raised raised : nonconformities.of(coverage.of(organisation).members())) {
      int each = raised.nonconformity();
      if ((raised.isClosed() || raised.age() > DAYS) && !hasAny("cause", each)) {
        add(organisation, raised, "cause", rows);
      }
      if (raised.isClosed() && !hasAny("effectivenessReview", each)) {
        add(organisation, raised, "effectiveness review", rows);
      }
    }
    return rows;
  }

  private boolean hasAny(String property, int each) {
    return facts.literals(property).length(each) > 0 || facts.links(property).from(each).length > 0;
  }

  private void add(int organisation, Raised raised, String missing, List<Binding> rows) {
    for (Node of : notations.of(grade.from(raised.nonconformity()))) {
      new RowBuilder(facts.index())
          .labelled("org", organisation)
          .labelled("nonconformity", raised.nonconformity())
          .value("grade", of)
          .date("raisedOn", raised.raisedOn())
          .truth("closed", raised.isClosed())
          .number("age", raised.age())
          .text("missing", missing)
          .build()
          .forEach(rows::add);
    }
  }
}
