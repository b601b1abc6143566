package io.controlgraph.trace.rules.risks;

import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import io.controlgraph.trace.rules.risks.AuditorsOwn.Own;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.DCTerms;

/** Persons who audited a requirement while they answered for how it is implemented. */
final class AuditorOfOwnWork implements GapRule {
  private final Coverage coverage;
  private final Facts facts;
  private final Audits audits;
  private final AuditorsOwn auditorsOwn;
  private final Links implementation;
  private final Links requirement;
  private final int audit;

  AuditorOfOwnWork(Coverage coverage) {
    this.coverage = coverage;
    this.facts = coverage.facts();
    this.audits = new Audits(facts);
    this.auditorsOwn = new AuditorsOwn(facts, audits);
    this.implementation = facts.links("implementation");
    this.requirement = facts.links("requirement");
    this.audit = facts.term("Audit");
  }

  @Override
  public String question() {
    return "gaps/auditor-of-own-work";
  }

  @Override
  public List<Binding> rows(int organisation) {
    List<Binding> rows = new ArrayList<>();
    for (int each : coverage.of(organisation).members().ofType(audit)) {
      Set<Own> own = auditorsOwn.of(organisation, each);
      if (!own.isEmpty()) {
        for (int examined : audits.examined(each)) {
          List<Integer> findings = audits.findings(each, examined);
          for (Own of : own) {
            if (isExamined(of.implementation(), examined, findings)) {
              add(organisation, each, examined, of, rows);
            }
          }
        }
      }
    }
    return rows;
  }

  /** Whether a finding names an implementation or, where it names none, its requirement does. */
  private boolean isExamined(int own, int examined, List<Integer> findings) {
    boolean isNamed = false;
    boolean isAny = findings.isEmpty();
    for (int finding : findings) {
      isNamed |= implementation.has(finding, own);
      isAny |= implementation.from(finding).length == 0;
    }
    return isNamed || (isAny && requirement.has(own, examined));
  }

  private void add(int organisation, int each, int examined, Own of, List<Binding> rows) {
    new RowBuilder(facts.index())
        .labelled("org", organisation)
        .labelled("audit", each)
        .thing("person", of.person())
        .texts("personId", of.person(), DCTerms.identifier.asNode())
        .labelled("auditor", of.auditor())
        .labelled("requirement", examined)
        .texts("requirementId", examined, DCTerms.identifier.asNode())
        .labelled("implementation", of.implementation())
        .labelled("post", of.post())
        .build()
        .forEach(rows::add);
  }
}
