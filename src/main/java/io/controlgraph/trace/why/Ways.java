package io.controlgraph.trace.why;

import io.controlgraph.trace.coverage.Evidence;
import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.coverage.Holders;
import io.controlgraph.trace.coverage.Standing;
import io.controlgraph.trace.coverage.Support;
import io.controlgraph.trace.index.Links;
import java.util.ArrayList;
import java.util.List;

/** The implementations that serve a target, as {@code placements} and {@code reach} have them. */
final class Ways {
  private final Facts facts;
  private final Called called;
  private final Support support;
  private final Proofs proofs;
  private final Above above;
  private final Links target;
  private final Links requirement;
  private final Links consumer;
  private final Links provider;
  private final Links split;
  private final int implementation;
  private final int shared;

  Ways(Facts facts, Proofs proofs) {
    this.facts = facts;
    this.called = new Called(facts);
    this.proofs = proofs;
    Evidence evidence = new Evidence(facts);
    this.support = new Support(facts, evidence, new Standing(facts, evidence, new Holders(facts)));
    this.above = new Above(facts, "runsIn", "partOf");
    this.target = facts.links("target");
    this.requirement = facts.links("requirement");
    this.consumer = facts.links("consumer");
    this.provider = facts.links("provider");
    this.split = facts.links("split");
    this.implementation = facts.term("Implementation");
    this.shared = facts.term("SharedResponsibility");
  }

  /** All of an organisation that serve a requirement at a target. */
  List<Way> of(int organisation, int served, int at) {
    List<Way> ways = new ArrayList<>();
    for (int place : above.of(at).things()) {
      for (int each : target.to(place)) {
        if (isImplementation(each, served) && facts.isIn(each, organisation)) {
          ways.add(new Way(each, place, Way.NOT_SHARED, Way.NOT_SHARED));
        }
      }
      for (int each : sharedAt(organisation, served, place)) {
        if (support.isAssured(each, organisation)) {
          for (int service : provider.from(each)) {
            for (int atService : target.to(service)) {
              if (isImplementation(atService, served) && facts.isIn(atService, organisation)) {
                ways.add(new Way(atService, place, each, service));
              }
            }
          }
        }
      }
    }
    return ways;
  }

  private boolean isImplementation(int each, int served) {
    return facts.isA(each, implementation) && requirement.has(each, served);
  }

  private List<Integer> sharedAt(int organisation, int served, int place) {
    List<Integer> found = new ArrayList<>();
    for (int each : consumer.to(place)) {
      if (facts.isA(each, shared)
          && facts.isIn(each, organisation)
          && requirement.has(each, served)) {
        found.add(each);
      }
    }
    return found;
  }

  /** What says that an implementation serves a target in a way. */
  Chain chain(Way way, int organisation, int served, int at) {
    Chain chain = new Chain(facts);
    int each = way.implementation();
    chain.type(each, implementation).link(each, "requirement", served);
    if (way.through() == Way.NOT_SHARED) {
      chain.link(each, "target", way.place());
    } else {
      int by = way.through();
      chain
          .link(each, "target", way.service())
          .type(by, shared)
          .link(by, "inOrganisation", organisation)
          .link(by, "requirement", served)
          .link(by, "provider", way.service())
          .link(by, "consumer", way.place())
          .values(by, "assuranceInScope");
      for (int of : split.from(by)) {
        chain.link(by, "split", of);
      }
      for (int proof : support.assurances(by, organisation)) {
        chain.link(by, "assurance", proof).all(proofs.life(proof, organisation));
      }
    }
    return chain.all(above.of(at).chain(way.place()));
  }

  /** Why nothing serves a requirement at a target. */
  List<String> missing(int organisation, int served, int at) {
    List<String> missing = new ArrayList<>();
    missing.add(
        "no implementation of %s stands at %s or at anything that it is part of or runs in"
            .formatted(called.thing(served), called.thing(at)));
    for (int place : above.of(at).things()) {
      for (int each : sharedAt(organisation, served, place)) {
        missing.add(called.thing(each) + whyNotShared(organisation, each));
      }
    }
    return missing;
  }

  private String whyNotShared(int organisation, int each) {
    return support.isAssured(each, organisation)
        ? " passes on what its provider does, but no implementation of the requirement stands there"
        : " does not pass it on: the provider must have a part in it, and the assurance must be in"
            + " scope and in force";
  }
}
