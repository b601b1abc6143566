package io.controlgraph.trace.rules.controls;

import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.coverage.Implementations;
import io.controlgraph.trace.coverage.Versions;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.DCTerms;

/**
 * Requirements that are called not applicable, though a treatment plan relies on them or they are
 * implemented.
 */
final class ExcludedYetNeeded implements GapRule {
  private final Coverage coverage;
  private final Facts facts;
  private final Implementations implementations;
  private final Versions versions;
  private final Links soaVersion;
  private final Links requirement;
  private final Links frameworks;
  private final Rows applicable;
  private final Rows approvedOn;
  private final int soaType;
  private final int treatment;

  ExcludedYetNeeded(Coverage coverage, Implementations implementations) {
    this.coverage = coverage;
    this.facts = coverage.facts();
    this.implementations = implementations;
    this.versions = new Versions(facts);
    this.soaVersion = facts.links("soaVersion");
    this.requirement = facts.links("requirement");
    this.frameworks = facts.links("framework");
    this.applicable = facts.literals("applicable");
    this.approvedOn = facts.literals("approvedOn");
    this.soaType = facts.term("SoAVersion");
    this.treatment = facts.term("Treatment");
  }

  private record Exclusion(int decision, int requirement) {}

  @Override
  public String question() {
    return "gaps/excluded-yet-needed";
  }

  @Override
  public List<Binding> rows(int organisation) {
    List<Binding> rows = new ArrayList<>();
    for (Exclusion each : exclusions(organisation)) {
      for (int thing : requirement.to(each.requirement())) {
        if (facts.isIn(thing, organisation)) {
          if (facts.isA(thing, treatment) && isApprovedOrNeedsNot(thing)) {
            add(organisation, each, "treatment plan", thing, rows);
          }
          if (implementations.isInUse(thing, Implementations.IMPLEMENTED)) {
            add(organisation, each, "implemented", thing, rows);
          }
        }
      }
    }
    return rows;
  }

  private Set<Exclusion> exclusions(int organisation) {
    Set<Exclusion> found = new LinkedHashSet<>();
    for (int soa : versions.statements(coverage.of(organisation).members().ofType(soaType))) {
      if (frameworks.from(soa).length > 0) {
        for (int decision : soaVersion.to(soa)) {
          if (facts.isTruth(applicable, decision, false)) {
            for (int excluded : requirement.from(decision)) {
              found.add(new Exclusion(decision, excluded));
            }
          }
        }
      }
    }
    return found;
  }

  private boolean isApprovedOrNeedsNot(int plan) {
    return approvedOn.length(plan) == 0 || facts.isByTheDay(approvedOn, plan);
  }

  private void add(
      int organisation, Exclusion exclusion, String need, int thing, List<Binding> rows) {
    new RowBuilder(coverage.index())
        .labelled("org", organisation)
        .labelled("requirement", exclusion.requirement())
        .texts("requirementId", exclusion.requirement(), DCTerms.identifier.asNode())
        .thing("decision", exclusion.decision())
        .literals("justification", exclusion.decision(), "justification")
        .text("need", need)
        .labelled("thing", thing)
        .build()
        .forEach(rows::add);
  }
}
