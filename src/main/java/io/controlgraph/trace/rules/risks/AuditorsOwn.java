package io.controlgraph.trace.rules.risks;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.rules.risks.Audits.Held;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The implementations that the auditors of an audit answered for while it ran, as {@code
 * auditors-own} has them.
 */
final class AuditorsOwn {
  private final Facts facts;
  private final Audits audits;
  private final Periods periods;
  private final Links auditor;
  private final Links post;
  private final Links person;
  private final Links accountable;
  private final Links role;
  private final Links concerns;
  private final int appointment;
  private final int assignment;
  private final int accountableRole;
  private final int implementation;

  AuditorsOwn(Facts facts, Audits audits) {
    this.facts = facts;
    this.audits = audits;
    this.periods = new Periods(facts);
    this.auditor = facts.links("auditor");
    this.post = facts.links("post");
    this.person = facts.links("person");
    this.accountable = facts.links("accountable");
    this.role = facts.links("role");
    this.concerns = facts.links("concerns");
    this.appointment = facts.term("Appointment");
    this.assignment = facts.term("Assignment");
    this.accountableRole = facts.term("AssignmentRole-accountable");
    this.implementation = facts.term("Implementation");
  }

  /** One of them. All are numbers of the index. */
  record Own(int auditor, int person, int post, int implementation) {}

  /** Those of an audit, if it examined anything, in one of the organisations it is in. */
  Set<Own> of(int organisation, int audit) {
    Set<Own> found = new LinkedHashSet<>();
    if (!audits.examined(audit).isEmpty()) {
      for (Held held : audits.held(audit)) {
        for (int by : auditor.from(audit)) {
          for (int somebody : persons(by, held)) {
            for (int answering : posts(somebody, held)) {
              for (int each : implementations(organisation, answering, held)) {
                found.add(new Own(by, somebody, answering, each));
              }
            }
          }
        }
      }
    }
    return found;
  }

  private Set<Integer> persons(int holding, Held held) {
    Set<Integer> found = new TreeSet<>();
    for (int each : post.to(holding)) {
      if (isAppointment(each, held)) {
        addAll(person.from(each), found);
      }
    }
    return found;
  }

  private Set<Integer> posts(int somebody, Held held) {
    Set<Integer> found = new TreeSet<>();
    for (int each : person.to(somebody)) {
      if (isAppointment(each, held)) {
        addAll(post.from(each), found);
      }
    }
    return found;
  }

  private boolean isAppointment(int each, Held held) {
    return facts.isA(each, appointment) && periods.isDuring(each, held.firstDay(), held.lastDay());
  }

  private Set<Integer> implementations(int organisation, int answering, Held held) {
    Set<Integer> found = new TreeSet<>();
    for (int each : accountable.to(answering)) {
      if (facts.isIn(each, organisation)) {
        found.add(each);
      }
    }
    for (int each : post.to(answering)) {
      if (facts.isA(each, assignment)
          && facts.isIn(each, organisation)
          && role.has(each, accountableRole)
          && periods.isDuring(each, held.firstDay(), held.lastDay())) {
        addAll(concerns.from(each), found);
      }
    }
    found.removeIf(
        each -> !facts.isA(each, implementation) || !periods.hasBegunBy(each, held.lastDay()));
    return found;
  }

  private static void addAll(int[] things, Set<Integer> all) {
    for (int thing : things) {
      all.add(thing);
    }
  }
}
