package io.controlgraph.trace.rules.people;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.engine.binding.Binding;

/** AI systems in use without an approved impact assessment. */
final class AiWithoutImpactAssessment implements GapRule {
  private final Facts facts;
  private final AiSystems systems;
  private final ImpactAssessments assessments;

  AiWithoutImpactAssessment(Facts facts) {
    this.facts = facts;
    this.systems = new AiSystems(facts);
    this.assessments = new ImpactAssessments(facts);
  }

  @Override
  public String question() {
    return "gaps/ai-without-impact-assessment";
  }

  @Override
  public List<Binding> rows(int organisation) {
    List<Binding> rows = new ArrayList<>();
    for (int system : systems.of(organisation)) {
      if (assessments.latestApprovalFor(system).isEmpty()) {
        new RowBuilder(facts.index())
            .labelled("org", organisation)
            .labelled("system", system)
            .number("drafts", assessments.recordedFor(system))
            .build()
            .forEach(rows::add);
      }
    }
    return rows;
  }
}
