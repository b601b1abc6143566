package io.controlgraph.trace.rules.risks;

import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.Expectations.Wanted;
import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.coverage.Members;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import io.controlgraph.trace.rules.risks.Audits.Held;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.DCTerms;
import org.jspecify.annotations.Nullable;

/** Applicable requirements that no audit of the current cycle examined. */
final class NotAudited implements GapRule {
  /** How many months a cycle has. */
  private static final int CYCLE = 36;

  private final Coverage coverage;
  private final Facts facts;
  private final Audits audits;
  private final Links framework;
  private final Rows assessable;
  private final int managementSystem;
  private final int audit;

  NotAudited(Coverage coverage) {
    this.coverage = coverage;
    this.facts = coverage.facts();
    this.audits = new Audits(facts);
    this.framework = facts.links("framework");
    this.assessable = facts.literals("assessable");
    this.managementSystem = facts.term("ManagementSystem");
    this.audit = facts.term("Audit");
  }

  @Override
  public String question() {
    return "gaps/not-audited";
  }

  @Override
  public List<Binding> rows(int organisation) {
    Members members = coverage.of(organisation).members();
    Map<Integer, Integer> examined = lastExamined(members);
    List<Binding> rows = new ArrayList<>();
    for (Wanted wanted : applicable(members)) {
      Integer last = examined.get(wanted.requirement());
      if (last == null || isBeforeTheCycle(last)) {
        add(organisation, wanted, last, rows);
      }
    }
    return rows;
  }

  private Set<Wanted> applicable(Members members) {
    Set<Wanted> all = new LinkedHashSet<>();
    for (int system : members.ofType(managementSystem)) {
      for (int worksTo : framework.from(system)) {
        for (int requirement : framework.to(worksTo)) {
          if (facts.isTruth(assessable, requirement, true)) {
            all.add(new Wanted(worksTo, requirement));
          }
        }
      }
    }
    all.removeAll(coverage.notApplicable(members));
    return all;
  }

  /** The last day of the latest audit that examined each requirement. */
  private Map<Integer, Integer> lastExamined(Members members) {
    Map<Integer, Integer> latest = new HashMap<>();
    for (int each : members.ofType(audit)) {
      List<Held> held = audits.held(each);
      if (!held.isEmpty()) {
        for (int requirement : audits.examined(each)) {
          held.forEach(of -> latest.merge(requirement, of.lastDay(), Math::max));
        }
      }
    }
    return latest;
  }

  private boolean isBeforeTheCycle(int last) {
    return number(last, CYCLE) < number(facts.day(), 0);
  }

  /** Year and month, then the day, so many months later, as one number that compares. */
  private static long number(int day, int monthsLater) {
    LocalDate date = LocalDate.ofEpochDay(day);
    return (date.getYear() * 12L + date.getMonthValue() + monthsLater) * 100 + date.getDayOfMonth();
  }

  private void add(int organisation, Wanted wanted, @Nullable Integer last, List<Binding> rows) {
    RowBuilder row =
        new RowBuilder(facts.index())
            .labelled("org", organisation)
            .labelled("framework", wanted.framework())
            .labelled("requirement", wanted.requirement())
            .texts("requirementId", wanted.requirement(), DCTerms.identifier.asNode());
    if (last != null) {
      row.date("lastExaminedOn", last);
    }
    row.build().forEach(rows::add);
  }
}
