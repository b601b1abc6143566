package io.controlgraph.trace.rules.people;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.DCTerms;

/** Controls, risks and vulnerabilities that were behind two or more incidents. */
final class RecurringCauses implements GapRule {
  private final Facts facts;
  private final Incidents incidents;
  private final Links incident;
  private final Links finding;
  private final Links requirement;
  private final Links realises;
  private final Links vulnerability;
  private final Rows foundOn;
  private final int controlFinding;
  private final int[] wanting;

  RecurringCauses(Facts facts) {
    this.facts = facts;
    this.incidents = new Incidents(facts);
    this.incident = facts.links("incident");
    this.finding = facts.links("finding");
    this.requirement = facts.links("requirement");
    this.realises = facts.links("realises");
    this.vulnerability = facts.links("vulnerability");
    this.foundOn = facts.literals("foundOn");
    this.controlFinding = facts.term("ControlFinding");
    this.wanting =
        new int[] {
          facts.term("FindingResult-failed"),
          facts.term("FindingResult-bypassed"),
          facts.term("FindingResult-absent")
        };
  }

  private record Cause(String kind, int thing) {}

  @Override
  public String question() {
    return "incident/recurring-causes";
  }

  @Override
  public List<Binding> rows(int organisation) {
    Map<Cause, Integer> counts = new HashMap<>();
    for (int each : incidents.of(organisation)) {
      causes(each).forEach(cause -> counts.merge(cause, 1, Integer::sum));
    }
    List<Binding> rows = new ArrayList<>();
    counts.forEach(
        (cause, count) -> {
          if (count > 1) {
            new RowBuilder(facts.index())
                .labelled("org", organisation)
                .text("kind", cause.kind())
                .labelled("cause", cause.thing())
                .texts("causeId", cause.thing(), DCTerms.identifier.asNode())
                .number("incidents", count)
                .build()
                .forEach(rows::add);
          }
        });
    return rows;
  }

  private Set<Cause> causes(int each) {
    Set<Cause> causes = new HashSet<>();
    for (int entry : incident.to(each)) {
      if (facts.isA(entry, controlFinding)
          && isWanting(entry)
          && facts.isByTheDay(foundOn, entry)) {
        for (int control : requirement.from(entry)) {
          causes.add(new Cause("control", control));
        }
      }
    }
    for (int risk : realises.from(each)) {
      causes.add(new Cause("risk", risk));
      for (int weakness : vulnerability.from(risk)) {
        causes.add(new Cause("vulnerability", weakness));
      }
    }
    return causes;
  }

  private boolean isWanting(int entry) {
    for (int result : wanting) {
      if (finding.has(entry, result)) {
        return true;
      }
    }
    return false;
  }
}
