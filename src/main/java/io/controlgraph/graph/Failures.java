package io.controlgraph.graph;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * How many builds of an index failed in a row, and why the last one.
 *
 * @param why null if none did
 */
record Failures(int count, @Nullable Throwable why) {
  static final Failures NONE = new Failures(0, null);

  private static final Duration MOMENT = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  Failures and(Throwable next) {
    return new Failures(count + 1, next);
  }

  /** Logs the last one: where a server is at fault, or the time was short, in a line. */
  void tell(Logger log, Capability capability, boolean isThereOneBefore) {
    String what =
        "The %s index could not be built, %s; the next try is in %d s."
            .formatted(
                capability.id(),
                isThereOneBefore ? "and that of before stays" : "and there is none",
                pause().toSeconds());
    if (why instanceof GraphFailure failure) {
      log.warn("{} {}", what, failure.getMessage());
    } else {
      log.error(what, why);
    }
  }

  /** How long to wait before the next build: a moment, which doubles, up to a minute. */
  Duration pause() {
    if (count == 0) {
      return MOMENT;
    }
    Duration doubled = MOMENT.multipliedBy(1L << Math.min(count - 1, 10));
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }
}
