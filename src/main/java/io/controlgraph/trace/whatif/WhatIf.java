package io.controlgraph.trace.whatif;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.trace.coverage.Concerned;
import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.Risks;
import io.controlgraph.trace.coverage.Touched;
import io.controlgraph.trace.index.TraceIndex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What would be, on a day, if something were not there: which cells fall, which treatments and
 * acceptances no longer hold, which residual evaluations are no longer supported. Only the
 * organisations that the removal can concern are worked out anew; what was there before is worked
 * out once, so that one of these is worth keeping as long as its index. Thread-safe.
 */
public final class WhatIf {
  private final TraceIndex index;
  private final LocalDate day;
  private final Coverage coverage;
  private final Risks risks;
  private final Usual usual;
  private final Map<Integer, State> before = new ConcurrentHashMap<>();

  /** What-if on an index, on a day. */
  public WhatIf(TraceIndex index, LocalDate day) {
    this(new Coverage(index, day), day);
  }

  private WhatIf(Coverage coverage, LocalDate day) {
    this.index = coverage.index();
    this.day = day;
    this.coverage = coverage;
    this.risks = new Risks(coverage);
    this.usual = new Usual(index);
  }

  /**
   * The same day on the index of a later revision, with all that was worked out of organisations
   * that have not been touched.
   *
   * @param later has the numbers of this index
   * @param touched by all that was changed in between
   */
  public WhatIf on(TraceIndex later, Touched touched) {
    WhatIf next = new WhatIf(coverage.on(later, touched), day);
    touched
        .others(before)
        .forEach((organisation, state) -> next.before.put(organisation, state.by(next.risks)));
    return next;
  }

  /** The index that is asked. */
  public TraceIndex index() {
    return index;
  }

  /** The effective day. */
  public LocalDate day() {
    return day;
  }

  /** Coverage as it is. */
  public Coverage coverage() {
    return coverage;
  }

  /** What would be without something. */
  public Loss without(Removal removal) {
    int[] organisations = Concerned.by(index, removal.numbers(index), removal.statements());
    if (organisations.length == 0) {
      return Loss.NOTHING;
    }
    TraceIndex less = removal.from(index);
    Comparison comparison = new Comparison(less);
    compare(removal, less, organisations, comparison);
    return comparison.loss();
  }

  private void compare(
      Removal removal, TraceIndex less, int[] organisations, Comparison comparison) {
    Set<Integer> nodes = Set.copyOf(removal.numbers(index));
    if (removal.statements().isEmpty() && nodes.stream().allMatch(usual::isUsualRequirement)) {
      for (int organisation : organisations) {
        State was = before(organisation);
        comparison.take(was, was.withoutRequirements(nodes));
      }
      return;
    }
    Coverage coverageAfter = new Coverage(less, day);
    Risks risksAfter = new Risks(coverageAfter);
    for (int organisation : organisations) {
      comparison.take(before(organisation), state(coverageAfter, risksAfter, organisation));
    }
  }

  /**
   * The cells that would fall or be gone without something, and no more than these.
   *
   * @throws GraphFailure.DeadlineExceeded if the deadline passes before
   */
  List<CellChange> fallen(Removal removal, Deadline until) {
    int[] organisations = Concerned.by(index, removal.numbers(index), removal.statements());
    List<CellChange> fallen = new ArrayList<>();
    if (organisations.length > 0) {
      Coverage coverageAfter = new Coverage(removal.from(index), day);
      for (int organisation : organisations) {
        until.check();
        Comparison.changes(before(organisation).cells(), coverageAfter.cells(organisation)).stream()
            .filter(CellChange::isFall)
            .forEach(fallen::add);
      }
    }
    return fallen;
  }

  private State before(int organisation) {
    return before.computeIfAbsent(organisation, any -> state(coverage, risks, organisation));
  }

  private static State state(Coverage coverage, Risks risks, int organisation) {
    return State.of(coverage.of(organisation), risks);
  }
}
