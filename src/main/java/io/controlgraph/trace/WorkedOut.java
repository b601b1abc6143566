package io.controlgraph.trace;

import io.controlgraph.trace.coverage.Touched;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.whatif.WhatIf;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  /** What was worked out last, and which organisations were touched since. */
  private record Known(WhatIf whatIf, Touched since) {}

  WorkedOut(TraceIndex index) {
    this.index = index;
  }

  /** What-if on a day. */
  WhatIf on(LocalDate day) {
    Known known = days.get(day);
    WhatIf whatIf = known(known, day);
    if (known == null || known.whatIf() != whatIf) {
      days.put(day, new Known(whatIf, Touched.NOBODY));
    }
    return whatIf;
  }

  private WhatIf known(@Nullable Known known, LocalDate day) {
    if (known == null) {
      return new WhatIf(index, day);
    }
    return known.whatIf().index() == index
        ? known.whatIf()
        : known.whatIf().on(index, known.since());
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
            next.days.put(day, new Known(known.whatIf(), since));
          }
        });
    return next;
  }
}
