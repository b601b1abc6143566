package io.controlgraph.trace.rules.risks;

import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.Evidence;
import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.engine.binding.Binding;

/** Evidence in force that is said to prove many implementations at once. */
final class OneEvidenceForMany implements GapRule {
  /** From how many implementations on it is many. */
  private static final int MANY = 5;

  private final Coverage coverage;
  private final Facts facts;
  private final Evidence evidence;
  private final Notations notations;
  private final Links proves;
  private final Links type;
  private final int evidenceType;

  OneEvidenceForMany(Coverage coverage) {
    this.coverage = coverage;
    this.facts = coverage.facts();
    this.evidence = new Evidence(facts);
    this.notations = new Notations(facts.index());
    this.proves = facts.links("proves");
    this.type = facts.links("evidenceType");
    this.evidenceType = facts.term("Evidence");
  }

  @Override
  public String question() {
    return "quality/one-evidence-for-many";
  }

  @Override
  public List<Binding> rows(int organisation) {
    List<Binding> rows = new ArrayList<>();
    for (int each : coverage.of(organisation).members().ofType(evidenceType)) {
      int proved = proves.from(each).length;
      if (proved >= MANY && evidence.isInForce(each)) {
        new RowBuilder(facts.index())
            .labelled("org", organisation)
            .labelled("evidence", each)
            .any("type", notations.of(type.from(each)))
            .number("implementations", proved)
            .build()
            .forEach(rows::add);
      }
    }
    return rows;
  }
}
