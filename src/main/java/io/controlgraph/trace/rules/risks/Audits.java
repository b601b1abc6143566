package io.controlgraph.trace.rules.risks;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What audits have examined, as {@code examined} has it. */
final class Audits {
  private final Facts facts;
  private final Links audit;
  private final Links requirement;
  private final Links conclusion;
  private final Rows validFrom;
  private final Rows validUntil;
  private final int finding;
  private final int notExamined;

  Audits(Facts facts) {
    this.facts = facts;
    this.audit = facts.links("audit");
    this.requirement = facts.links("requirement");
    this.conclusion = facts.links("conclusion");
    this.validFrom = facts.literals("validFrom");
    this.validUntil = facts.literals("validUntil");
    this.finding = facts.term("AuditFinding");
    this.notExamined = facts.term("AuditConclusion-not-examined");
  }

  /**
   * The first and the last day of an audit, since 1970.
   *
   * @param lastDay the first where it has no other
   */
  record Held(int firstDay, int lastDay) {}

  /** When an audit was held; empty if it has not begun. */
  List<Held> held(int each) {
    List<Held> found = new ArrayList<>();
    for (int literal : validFrom.of(each)) {
      int first = facts.index().worth(literal);
      if (first != TraceIndex.NO_VALUE && first <= facts.day()) {
        if (validUntil.length(each) == 0) {
          found.add(new Held(first, first));
        }
        for (int end : validUntil.of(each)) {
          int last = facts.index().worth(end);
          if (last != TraceIndex.NO_VALUE) {
            found.add(new Held(first, last));
          }
        }
      }
    }
    return found;
  }

  /** The requirements that an audit examined: with a finding other than that, or as listed. */
  Set<Integer> examined(int each) {
    Set<Integer> found = new TreeSet<>();
    Set<Integer> left = new TreeSet<>();
    for (int of : audit.to(each)) {
      if (facts.isA(of, finding)) {
        for (int concerned : requirement.from(of)) {
          if (isExamined(of)) {
            found.add(concerned);
          }
          if (conclusion.has(of, notExamined)) {
            left.add(concerned);
          }
        }
      }
    }
    for (int listed : requirement.from(each)) {
      if (!left.contains(listed)) {
        found.add(listed);
      }
    }
    return found;
  }

  /** The findings of an audit on a requirement that say more than that it was not examined. */
  List<Integer> findings(int each, int examined) {
    List<Integer> found = new ArrayList<>();
    for (int of : audit.to(each)) {
      if (facts.isA(of, finding) && requirement.has(of, examined) && isExamined(of)) {
        found.add(of);
      }
    }
    return found;
  }

  private boolean isExamined(int of) {
    for (int concluded : conclusion.from(of)) {
      if (concluded != notExamined) {
        return true;
      }
    }
    return false;
  }
}
