package io.controlgraph.trace.rules.people;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.rules.Dates;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.SKOS;

/** The latest impact assessments of things in use that are past the day of their review. */
final class ImpactAssessmentsOverdue implements GapRule {
  private final Facts facts;
  private final Dates dates;
  private final ImpactAssessments assessments;
  private final Rows reviewDue;
  private final Rows notation;

  ImpactAssessmentsOverdue(Facts facts) {
    this.facts = facts;
    this.dates = new Dates(facts);
    this.assessments = new ImpactAssessments(facts);
    this.reviewDue = facts.literals("reviewDue");
    this.notation = facts.index().literals(SKOS.notation.asNode());
  }

  @Override
  public String question() {
    return "gaps/impact-assessments-overdue";
  }

  @Override
  public List<Binding> rows(int organisation) {
    List<Binding> rows = new ArrayList<>();
    for (ImpactAssessments.Latest each : assessments.of(organisation)) {
      long things =
          each.things().stream()
              .filter(thing -> facts.hasBegun(thing) && facts.hasNotEnded(thing))
              .count();
      List<Node> kinds =
          Arrays.stream(notation.of(each.kind())).mapToObj(facts.index()::literal).toList();
      if (things > 0 && !kinds.isEmpty()) {
        for (int due : dates.beforeTheDay(reviewDue, each.assessment())) {
          new RowBuilder(facts.index())
              .labelled("org", organisation)
              .labelled("assessment", each.assessment())
              .any("kind", kinds)
              .value("approvedOn", facts.index().literal(each.approvedOn()))
              .value("reviewDue", facts.index().literal(due))
              .number("things", things)
              .linked("approvedBy", each.assessment(), "approvedBy")
              .build()
              .forEach(rows::add);
        }
      }
    }
    return rows;
  }
}
