package io.controlgraph.trace.coverage;

import io.controlgraph.trace.coverage.Expectations.Wanted;
import io.controlgraph.trace.coverage.Standing.Stand;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Reads;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cells of coverage of an index on a day, as {@code cells}, {@code not-applicable} and {@code
 * ladder} have them. May be asked by several threads at once.
 */
public final class Coverage {
  private final LocalDate day;
  private final Facts facts;
  private final Belonging belonging;
  private final Versions versions;
  private final Targets targets;
  private final Expectations expectations;
  private final Standing standing;
  private final Support support;
  private final Evidence evidence;
  private final Links soaVersion;
  private final Links framework;
  private final Links requirement;
  private final Rows applicable;
  private final int managementSystem;
  private final int soaType;
  private final Map<Sum, Map<Grouping.Key, Figure>> sums = new ConcurrentHashMap<>();
  private final Map<Integer, OfOrganisation> found = new ConcurrentHashMap<>();
  private final @Nullable Coverage known;
  private final BitSet asked = new BitSet();

  private record Sum(Grouping grouping, int organisation) {}

  /** Coverage by what is known in an index on a day. */
  public Coverage(TraceIndex index, LocalDate day) {
    this(index, day, null);
  }

  private Coverage(TraceIndex index, LocalDate day, @Nullable Coverage known) {
    this.known = known;
    this.day = day;
    this.facts = new Facts(index, day);
    this.versions = new Versions(facts);
    this.targets = new Targets(facts);
    this.expectations = new Expectations(facts);
    this.evidence = new Evidence(facts);
    Holders holders = new Holders(facts);
    this.belonging = new Belonging(facts, holders);
    this.standing = new Standing(facts, evidence, holders);
    this.support = new Support(facts, evidence, standing);
    this.soaVersion = facts.links("soaVersion");
    this.framework = facts.links("framework");
    this.requirement = facts.links("requirement");
    this.applicable = facts.literals("applicable");
    this.managementSystem = facts.term("ManagementSystem");
    this.soaType = facts.term("SoAVersion");
  }

  /**
   * Coverage of the index of a later revision on the same day, with the cells, levels and figures
   * of organisations that have not been touched.
   *
   * @param later has the numbers of this index
   * @param touched by all that was changed in between
   */
  public Coverage on(TraceIndex later, Touched touched) {
    Coverage next = new Coverage(later, day);
    touched
        .others(found)
        .forEach((organisation, own) -> next.found.put(organisation, own.in(next)));
    sums.forEach(
        (sum, figures) -> {
          if (sum.grouping().isByCellsAlone() && !touched.has(sum.organisation())) {
            next.sums.put(sum, figures);
          }
        });
    return next;
  }

  /**
   * The same coverage, to find out by what something is worked out of it: what is read of the index
   * is noted, and of which organisations cells or levels are asked for.
   */
  public Coverage noting(Reads reads) {
    return new Coverage(index().noting(reads), day, this);
  }

  /** The organisations whose cells or levels were asked for, where that is noted. */
  public BitSet asked() {
    return asked;
  }

  /** The index. */
  public TraceIndex index() {
    return facts.index();
  }

  /** Sums cells up; every one of them counts under each of its keys. */
  public Map<Grouping.Key, Figure> figures(Grouping grouping, Stream<Cell> cells) {
    Map<Grouping.Key, Figure> figures = new HashMap<>();
    cells.forEach(
        cell ->
            grouping
                .keys(cell, belonging)
                .forEach(key -> figures.computeIfAbsent(key, any -> new Figure()).add(cell)));
    return figures;
  }

  /** The cells of an organisation summed up, once; do not change them. */
  public Map<Grouping.Key, Figure> figures(Grouping grouping, int organisation) {
    return sums.computeIfAbsent(
        new Sum(grouping, organisation), any -> figures(grouping, cells(organisation).stream()));
  }

  /** The organisations that have a management system, ascending. */
  public int[] organisations() {
    return Arrays.stream(facts.allOf(managementSystem))
        .flatMap(system -> Arrays.stream(facts.organisationsOf(system)))
        .sorted()
        .distinct()
        .toArray();
  }

  /** The cells of an organisation, each once, in no particular order. */
  public List<Cell> cells(int organisation) {
    return of(organisation).cells();
  }

  /** Coverage of an organisation; what is worked out of it is kept. */
  public OfOrganisation of(int organisation) {
    return found.computeIfAbsent(organisation, this::begun);
  }

  private OfOrganisation begun(int organisation) {
    Coverage worked = known;
    if (worked == null) {
      return new OfOrganisation(this, organisation);
    }
    asked.set(organisation);
    OfOrganisation own = worked.of(organisation);
    own.cells();
    own.levels();
    return own.in(this);
  }

  /** How far each of an organisation's implementations carries what, where; each row once. */
  public Set<Carried> carried(int organisation) {
    return carried(organisation, any -> true);
  }

  /** The same, of those rows only that pass. */
  public Set<Carried> carried(int organisation, Predicate<Carried> wanted) {
    Members members = of(organisation).members();
    Set<Carried> rows = new HashSet<>();
    support.of(
        organisation,
        members,
        standing.of(members),
        (implementation, carried, target, level, through) -> {
          Carried row = new Carried(implementation, carried, target, level, through);
          if (wanted.test(row)) {
            rows.add(row);
          }
        });
    return rows;
  }

  /** What the standing of an organisation's implementations rests on. */
  public Grounds grounds(int organisation) {
    return new Grounds(facts, evidence, new Holders(facts), support, organisation);
  }

  /** What is known in the index on the day. */
  public Facts facts() {
    return facts;
  }

  List<Cell> cells(int organisation, Members members, OfOrganisation own) {
    Map<Wanted, Expectations.Places> wanted = expectations.of(members);
    if (wanted.isEmpty()) {
      return List.of();
    }
    Targets.Found inScope = targets.of(organisation, members);
    Set<Wanted> out = notApplicable(members);
    Levels levels = own.levels();
    List<Cell> cells = new ArrayList<>();
    wanted.forEach(
        (each, expectedAt) -> {
          boolean isApplicable = !out.contains(each);
          forEachTarget(
              expectedAt,
              inScope,
              (target, kind) ->
                  cells.add(
                      new Cell(
                          organisation,
                          each.framework(),
                          each.requirement(),
                          target,
                          kind,
                          isApplicable,
                          levels.level(each.requirement(), target))));
        });
    return cells;
  }

  Levels levels(int organisation, Members members) {
    Map<Integer, Stand> stands = standing.of(members);
    Levels levels = new Levels();
    support.of(
        organisation,
        members,
        stands,
        (implementation, carried, target, level, through) -> levels.raise(carried, target, level));
    return levels;
  }

  @FunctionalInterface
  private interface TargetTaker {
    void take(int target, int kind);
  }

  private static void forEachTarget(
      Expectations.Places places, Targets.Found found, TargetTaker taker) {
    for (int place : places.expected) {
      for (int target : found.ofKind(place)) {
        if (!places.notExpected.contains(place) && !places.notExpected.contains(target)) {
          taker.take(target, place);
        }
      }
      if (!places.notExpected.contains(place)) {
        for (int kind : found.kindsOf(place)) {
          if (!places.expected.contains(kind) && !places.notExpected.contains(kind)) {
            taker.take(place, kind);
          }
        }
      }
    }
  }

  /** What Statements of Applicability in force take out, as {@code not-applicable} has it. */
  public Set<Wanted> notApplicable(Members members) {
    Set<Wanted> out = new HashSet<>();
    for (int soa : versions.statements(members.ofType(soaType))) {
      for (int decision : soaVersion.to(soa)) {
        if (facts.isTruth(applicable, decision, false)) {
          for (int excluded : requirement.from(decision)) {
            for (int of : framework.from(soa)) {
              out.add(new Wanted(of, excluded));
            }
          }
        }
      }
    }
    return out;
  }
}
