package io.controlgraph.trace.rules.people;

import io.controlgraph.trace.coverage.EvidenceLife;
import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.rules.Dates;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.DCTerms;

/** Findings of incidents that a control was absent, or claimed without evidence that day. */
final class AbsentOrOnPaper implements GapRule {
  private final Facts facts;
  private final Dates dates;
  private final EvidenceLife life;
  private final Links incident;
  private final Links finding;
  private final Links implementation;
  private final Links status;
  private final Links proves;
  private final Links requirement;
  private final Links target;
  private final Rows foundOn;
  private final int controlFinding;
  private final int absent;
  private final int failed;
  private final int bypassed;
  private final int implemented;

  AbsentOrOnPaper(Facts facts) {
    this.facts = facts;
    this.dates = new Dates(facts);
    this.life = new EvidenceLife(facts);
    this.incident = facts.links("incident");
    this.finding = facts.links("finding");
    this.implementation = facts.links("implementation");
    this.status = facts.links("status");
    this.proves = facts.links("proves");
    this.requirement = facts.links("requirement");
    this.target = facts.links("target");
    this.foundOn = facts.literals("foundOn");
    this.controlFinding = facts.term("ControlFinding");
    this.absent = facts.term("FindingResult-absent");
    this.failed = facts.term("FindingResult-failed");
    this.bypassed = facts.term("FindingResult-bypassed");
    this.implemented = facts.term("ImplementationStatus-implemented");
  }

  @Override
  public String question() {
    return "incident/absent-or-on-paper";
  }

  @Override
  public List<Binding> rows(int organisation) {
    List<Binding> rows = new ArrayList<>();
    for (int hit : facts.membersOf(organisation)) {
      for (int entry : incident.to(hit)) {
        if (facts.isA(entry, controlFinding)) {
          add(organisation, hit, entry, rows);
        }
      }
    }
    return rows;
  }

  private void add(int organisation, int hit, int entry, List<Binding> rows) {
    for (int found : dates.byTheDay(foundOn, entry)) {
      for (int wanting : requirement.from(entry)) {
        for (int at : target.from(entry)) {
          Place place = new Place(organisation, hit, found, wanting, at);
          if (finding.has(entry, absent)) {
            row(place, "absent")
                .linked("implementation", entry, "implementation")
                .build()
                .forEach(rows::add);
          }
          addOnPaper(place, entry, rows);
        }
      }
    }
  }

  /**
   * Where a control was found wanting.
   *
   * @param found the number of the date
   */
  private record Place(int organisation, int incident, int found, int requirement, int target) {}

  private void addOnPaper(Place place, int entry, List<Binding> rows) {
    int times = (finding.has(entry, failed) ? 1 : 0) + (finding.has(entry, bypassed) ? 1 : 0);
    if (times > 0 && !isProven(entry)) {
      for (int each : implementation.from(entry)) {
        if (status.has(each, implemented)) {
          row(place, "on paper only")
              .labelled("implementation", each)
              .times(times)
              .build()
              .forEach(rows::add);
        }
      }
    }
  }

  /** Whether evidence counted for one of its implementations on one of its days. */
  private boolean isProven(int entry) {
    for (int each : implementation.from(entry)) {
      for (int evidence : proves.to(each)) {
        for (int literal : foundOn.of(entry)) {
          int on = dates.day(literal);
          if (on != TraceIndex.NO_VALUE && life.isCounted(evidence, on)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private RowBuilder row(Place place, String reason) {
    return new RowBuilder(facts.index())
        .labelled("org", place.organisation())
        .labelled("incident", place.incident())
        .value("foundOn", facts.index().literal(place.found()))
        .labelled("target", place.target())
        .labelled("requirement", place.requirement())
        .texts("requirementId", place.requirement(), DCTerms.identifier.asNode())
        .text("reason", reason);
  }
}
