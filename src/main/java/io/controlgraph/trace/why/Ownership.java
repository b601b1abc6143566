package io.controlgraph.trace.why;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.coverage.Holders;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who answers for an implementation, as {@code accountable} and {@code holders} have it. */
final class Ownership {
  private final Facts facts;
  private final Called called;
  private final Holders holders;
  private final Links accountable;
  private final Links concerns;
  private final Links post;
  private final Links person;
  private final Rows validUntil;
  private final Rows leftOn;
  private final int appointment;
  private final int assignment;
  private final int accountableRole;

  Ownership(Facts facts) {
    this.facts = facts;
    this.called = new Called(facts);
    this.holders = new Holders(facts);
    this.accountable = facts.links("accountable");
    this.concerns = facts.links("concerns");
    this.post = facts.links("post");
    this.person = facts.links("person");
    this.validUntil = facts.literals("validUntil");
    this.leftOn = facts.literals("leftOn");
    this.appointment = facts.term("Appointment");
    this.assignment = facts.term("Assignment");
    this.accountableRole = facts.term("AssignmentRole-accountable");
  }

  /** Whether somebody holds a post accountable for an implementation of an organisation. */
  Part of(int organisation, int implementation) {
    Map<Integer, Chain> posts = posts(organisation, implementation);
    Chain chain = new Chain(facts);
    List<String> missing = new ArrayList<>();
    boolean isHeld = false;
    for (Map.Entry<Integer, Chain> each : posts.entrySet()) {
      Chain held = held(organisation, each.getKey());
      if (held.statements().isEmpty()) {
        missing.add(whyNot(organisation, each.getKey()));
      } else {
        isHeld = true;
        chain.all(each.getValue()).all(held);
      }
    }
    if (posts.isEmpty()) {
      missing.add("no post is accountable for " + called.thing(implementation));
    }
    return isHeld ? Part.of(chain) : Part.missing(chain, missing);
  }

  private Map<Integer, Chain> posts(int organisation, int implementation) {
    Map<Integer, Chain> posts = new LinkedHashMap<>();
    for (int answers : accountable.from(implementation)) {
      posts
          .computeIfAbsent(answers, any -> new Chain(facts))
          .link(implementation, "accountable", answers);
    }
    for (int each : concerns.to(implementation)) {
      if (holders.isAccountability(each) && facts.isIn(each, organisation)) {
        for (int answers : post.from(each)) {
          posts
              .computeIfAbsent(answers, any -> new Chain(facts))
              .type(each, assignment)
              .link(each, "inOrganisation", organisation)
              .link(each, "concerns", implementation)
              .link(each, "role", accountableRole)
              .link(each, "post", answers)
              .values(each, "validFrom", "validUntil");
        }
      }
    }
    return posts;
  }

  private Chain held(int organisation, int answers) {
    Chain chain = new Chain(facts);
    for (int each : post.to(answers)) {
      if (isAppointment(organisation, each) && holders.isInForce(each)) {
        for (int somebody : person.from(each)) {
          if (holders.isThere(somebody)) {
            chain
                .type(each, appointment)
                .link(each, "inOrganisation", organisation)
                .link(each, "post", answers)
                .link(each, "person", somebody)
                .values(each, "validFrom", "validUntil")
                .values(somebody, "leftOn");
          }
        }
      }
    }
    return chain;
  }

  private boolean isAppointment(int organisation, int each) {
    return facts.isA(each, appointment) && facts.isIn(each, organisation);
  }

  private String whyNot(int organisation, int answers) {
    int last = TraceIndex.NO_VALUE;
    for (int each : post.to(answers)) {
      if (isAppointment(organisation, each)) {
        int until = called.date(validUntil, each, Math::max);
        last = until < facts.day() ? Math.max(last, until) : last;
        for (int somebody : person.from(each)) {
          int left = called.date(leftOn, somebody, Math::max);
          last = left < facts.day() ? Math.max(last, left) : last;
        }
      }
    }
    return "the post %s, accountable for it, has no holder".formatted(called.thing(answers))
        + (last == TraceIndex.NO_VALUE ? "" : " since " + Called.day(last + 1));
  }
}
