package io.controlgraph.trace.why;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.coverage.Rung;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.vocab.Cg;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far an implementation climbs, rung by rung, as {@code standing} and {@code support} say. */
final class Climb {
  private static final List<Rung> STATUSES =
      List.of(Rung.NOT_IMPLEMENTED, Rung.PLANNED, Rung.PARTIAL, Rung.CLAIMED);

  private final Facts facts;
  private final Called called;
  private final Proofs proofs;
  private final Ownership ownership;
  private final Testing testing;
  private final Links status;
  private final Rows validFrom;

  Climb(Facts facts, Proofs proofs) {
    this.facts = facts;
    this.called = new Called(facts);
    this.proofs = proofs;
    this.ownership = new Ownership(facts);
    this.testing = new Testing(facts);
    this.status = facts.links("status");
    this.validFrom = facts.literals("validFrom");
  }

  /** All rungs, from the lowest, as one implementation of an organisation reaches them. */
  List<Step> of(int organisation, int implementation, int requirement, int target) {
    Map<Rung, Part> parts = new EnumMap<>(Rung.class);
    STATUSES.forEach(rung -> parts.put(rung, status(organisation, implementation, rung)));
    parts.put(Rung.EVIDENCED, proofs.of(organisation, implementation));
    parts.put(Rung.OWNED, ownership.of(organisation, implementation));
    parts.put(Rung.EFFECTIVE, testing.of(organisation, implementation, requirement, target));
    return cumulated(parts);
  }

  /** All rungs, none of them reached, as nothing serves the target. */
  static List<Step> none(List<String> missing) {
    Map<Rung, Part> parts = new EnumMap<>(Rung.class);
    parts.put(Rung.NOT_IMPLEMENTED, new Part(false, List.of(), missing));
    return cumulated(parts);
  }

  private static List<Step> cumulated(Map<Rung, Part> parts) {
    List<Step> steps = new ArrayList<>();
    Rung shortOf = null;
    for (Rung rung : Rung.values()) {
      if (rung != Rung.NOT_ASSESSED) {
        Part part = parts.getOrDefault(rung, new Part(true, List.of(), List.of()));
        steps.add(new Step(rung, under(shortOf, part)));
        shortOf = shortOf == null && !part.holds() ? rung : shortOf;
      }
    }
    return steps;
  }

  /** A rung above one that is not reached. */
  private static Part under(@Nullable Rung lower, Part part) {
    if (lower == null) {
      return part;
    }
    List<String> missing = new ArrayList<>();
    missing.add("the rung below, %s, is not reached".formatted(lower.words()));
    missing.addAll(part.missing());
    return new Part(false, part.statements(), missing);
  }

  private Part status(int organisation, int implementation, Rung wanted) {
    Chain chain = new Chain(facts);
    int level = 0;
    for (Rung rung : STATUSES) {
      int concept = facts.number(Cg.concept("ImplementationStatus", notation(rung)));
      if (status.has(implementation, concept)) {
        level = rung.level();
        chain =
            new Chain(facts)
                .link(implementation, "status", concept)
                .link(implementation, "inOrganisation", organisation)
                .values(implementation, "validFrom");
      }
    }
    if (level == 0) {
      return Part.missing(called.thing(implementation) + " has no status");
    }
    if (!facts.hasBegun(implementation)) {
      int first = called.date(validFrom, implementation, Math::min);
      return Part.missing(
          called.thing(implementation)
              + " has not begun"
              + (first == TraceIndex.NO_VALUE ? "" : "; it does on " + Called.day(first)));
    }
    return level >= wanted.level()
        ? Part.of(chain)
        : Part.missing(
            chain,
            List.of(
                "the status of %s is %s, not %s"
                    .formatted(
                        called.thing(implementation), notation(Rung.of(level)), notation(wanted))));
  }

  private static String notation(Rung rung) {
    return rung == Rung.CLAIMED
        ? "implemented"
        : rung.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
