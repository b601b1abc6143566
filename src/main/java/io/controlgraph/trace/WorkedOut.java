package io.controlgraph.trace;

import io.controlgraph.trace.coverage.Touched;
import io.controlgraph.trace.gaps.Gaps;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.whatif.WhatIf;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was worked out on an index, for the days asked about lately; what was worked out on those
 * before it is carried on when a day is asked about again. Not thread-safe.
 */
final class WorkedOut {
  private static final int DAYS_KEPT = 4;

  private final TraceIndex index;
  private final Map<LocalDate, Known> days =
      new LinkedHashMap<>(DAYS_KEPT * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<LocalDate, Known> eldest) {
          return size() > DAYS_KEPT;
        }
      };

  /**
   * What was worked out last.
   *
   * @param since the organisations that were touched since
   */
  record Known(WhatIf whatIf, Gaps gaps, Touched since) {
    private static Known of(WhatIf whatIf) {
      return new Known(whatIf, new Gaps(whatIf.coverage()), Touched.NOBODY);
    }

    private Known on(TraceIndex later) {
      WhatIf next = whatIf.on(later, since);
      return new Known(next, gaps.on(next.coverage(), since), Touched.NOBODY);
    }
  }

  WorkedOut(TraceIndex index) {
    this.index = index;
  }

  /** What is asked of the index on a day. */
  Known on(LocalDate day) {
    Known known = days.get(day);
    if (known == null) {
      known = Known.of(new WhatIf(index, day));
    } else if (known.whatIf().index() != index) {
      known = known.on(index);
    } else {
      return known;
    }
    days.put(day, known);
    return known;
  }

  /** Whether nothing was. */
  boolean isEmpty() {
    return days.isEmpty();
  }

  /**
   * What can be carried on to an index that follows.
   *
   * @param touched the organisations that the change to it touches
   */
  WorkedOut next(TraceIndex later, Touched touched) {
    WorkedOut next = new WorkedOut(later);
    days.forEach(
        (day, known) -> {
          Touched since = known.since().and(touched);
          if (!since.isAll()) {
            next.days.put(day, new Known(known.whatIf(), known.gaps(), since));
          }
        });
    return next;
  }
}
