package io.controlgraph.trace.why;

import io.controlgraph.trace.coverage.Evidence;
import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The evidence of an implementation, as {@code evidence} counts it. */
final class Proofs {
  private final Facts facts;
  private final Called called;
  private final Evidence evidence;
  private final Links proves;
  private final Links type;
  private final Rows months;
  private final Rows effectiveOn;
  private final Rows validUntil;

  Proofs(Facts facts) {
    this.facts = facts;
    this.called = new Called(facts);
    this.evidence = new Evidence(facts);
    this.proves = facts.links("proves");
    this.type = facts.links("evidenceType");
    this.months = facts.literals("defaultValidityMonths");
    this.effectiveOn = facts.literals("effectiveOn");
    this.validUntil = facts.literals("validUntil");
  }

  /** Whether evidence in force proves an implementation. */
  Part of(int organisation, int implementation) {
    Chain chain = new Chain(facts);
    List<Integer> others = new ArrayList<>();
    for (int each : proves.to(implementation)) {
      if (facts.isIn(each, organisation)) {
        if (evidence.isInForce(each)) {
          chain.link(each, "proves", implementation).all(life(each, organisation));
        } else {
          others.add(each);
        }
      }
    }
    return chain.statements().isEmpty()
        ? Part.missing(chain, missing(implementation, others))
        : Part.of(chain);
  }

  private List<String> missing(int implementation, List<Integer> others) {
    List<String> missing = new ArrayList<>();
    missing.add("no evidence in force proves " + called.thing(implementation));
    others.stream()
        .filter(each -> lastDay(each) != TraceIndex.NO_VALUE && lastDay(each) < facts.day())
        .max(Comparator.comparingInt(this::lastDay))
        .ifPresent(
            last ->
                missing.add(
                    "its last evidence, %s, ran out on %s"
                        .formatted(called.thing(last), Called.day(lastDay(last)))));
    for (int each : others) {
      int first = called.date(effectiveOn, each, Math::min);
      if (first == TraceIndex.NO_VALUE) {
        missing.add("evidence %s has no effective date".formatted(called.thing(each)));
      } else if (first > facts.day()) {
        missing.add(
            "evidence %s counts from %s on".formatted(called.thing(each), Called.day(first)));
      } else if (lastDay(each) == TraceIndex.NO_VALUE) {
        missing.add(
            "evidence %s has no last day, nor a type that sets one".formatted(called.thing(each)));
      }
    }
    return missing;
  }

  /** The last day of evidence, as {@code evidence-life} has it; no value if it has none. */
  private int lastDay(int each) {
    int last = called.date(validUntil, each, Math::max);
    int first = called.date(effectiveOn, each, Math::max);
    if (validUntil.length(each) == 0 && first != TraceIndex.NO_VALUE) {
      for (int of : type.from(each)) {
        int longest = called.date(months, of, Math::max);
        if (longest != TraceIndex.NO_VALUE) {
          last = Math.max(last, lastDay(first, longest));
        }
      }
    }
    return last;
  }

  private static int lastDay(int first, int longest) {
    long last = LocalDate.ofEpochDay(first).plusMonths(longest).toEpochDay();
    return (int) Math.min(Integer.MAX_VALUE, last);
  }

  /** What says from when until when evidence of an organisation counts. */
  Chain life(int each, int organisation) {
    Chain chain =
        new Chain(facts)
            .link(each, "inOrganisation", organisation)
            .values(each, "effectiveOn", "validUntil");
    if (validUntil.length(each) == 0) {
      for (int of : type.from(each)) {
        if (months.length(of) > 0) {
          chain.link(each, "evidenceType", of).values(of, "defaultValidityMonths");
        }
      }
    }
    return chain;
  }
}
