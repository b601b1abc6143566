package io.controlgraph.trace.why;

import io.controlgraph.trace.coverage.Expectations.Wanted;
import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.coverage.Members;
import io.controlgraph.trace.coverage.Versions;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import java.util.ArrayList;
import java.util.List;

/** Whether a requirement is applicable, as {@code not-applicable} has it. */
final class Applicability {
  private final Facts facts;
  private final Called called;
  private final Versions versions;
  private final Links soaVersion;
  private final Links framework;
  private final Links requirement;
  private final Rows applicable;
  private final int soaType;

  Applicability(Facts facts) {
    this.facts = facts;
    this.called = new Called(facts);
    this.versions = new Versions(facts);
    this.soaVersion = facts.links("soaVersion");
    this.framework = facts.links("framework");
    this.requirement = facts.links("requirement");
    this.applicable = facts.literals("applicable");
    this.soaType = facts.term("SoAVersion");
  }

  /** Whether no Statement of Applicability in force takes a requirement out; or which does. */
  Part of(int organisation, Members members, Wanted wanted) {
    Chain chain = new Chain(facts);
    List<String> missing = new ArrayList<>();
    for (int soa : versions.statements(members.ofType(soaType))) {
      if (framework.has(soa, wanted.framework())) {
        for (int decision : soaVersion.to(soa)) {
          if (requirement.has(decision, wanted.requirement())
              && facts.isTruth(applicable, decision, false)) {
            missing.add(
                "%s takes it out by the decision %s"
                    .formatted(called.thing(soa), called.thing(decision)));
            chain
                .link(decision, "soaVersion", soa)
                .link(decision, "requirement", wanted.requirement())
                .values(decision, "applicable")
                .type(soa, soaType)
                .link(soa, "inOrganisation", organisation)
                .link(soa, "framework", wanted.framework())
                .values(soa, "approvedOn");
          }
        }
      }
    }
    return missing.isEmpty() ? Part.of(chain) : Part.missing(chain, missing);
  }
}
