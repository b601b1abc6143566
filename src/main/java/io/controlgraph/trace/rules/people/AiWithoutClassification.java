package io.controlgraph.trace.rules.people;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.engine.binding.Binding;

/** AI systems of which nobody has decided how the law classes them. */
final class AiWithoutClassification implements GapRule {
  private final Facts facts;
  private final AiSystems systems;
  private final Links concerns;
  private final Links operatorRole;
  private final Rows regulation;
  private final Rows decidedOn;
  private final int classification;

  AiWithoutClassification(Facts facts) {
    this.facts = facts;
    this.systems = new AiSystems(facts);
    this.concerns = facts.links("concerns");
    this.operatorRole = facts.links("operatorRole");
    this.regulation = facts.literals("regulation");
    this.decidedOn = facts.literals("decidedOn");
    this.classification = facts.term("RegulatoryClassification");
  }

  @Override
  public String question() {
    return "gaps/ai-without-classification";
  }

  @Override
  public List<Binding> rows(int organisation) {
    List<Binding> rows = new ArrayList<>();
    for (int system : systems.of(organisation)) {
      int undecided = 0;
      boolean isDecided = false;
      for (int each : concerns.to(system)) {
        if (facts.isA(each, classification)) {
          undecided++;
          isDecided |= isDecided(each, organisation);
        }
      }
      if (!isDecided) {
        new RowBuilder(facts.index())
            .labelled("org", organisation)
            .labelled("system", system)
            .number("undecided", undecided)
            .build()
            .forEach(rows::add);
      }
    }
    return rows;
  }

  /** Whether {@code classifications} has it. */
  private boolean isDecided(int each, int organisation) {
    return facts.isIn(each, organisation)
        && regulation.length(each) > 0
        && operatorRole.forward().length(each) > 0
        && facts.isByTheDay(decidedOn, each);
  }
}
