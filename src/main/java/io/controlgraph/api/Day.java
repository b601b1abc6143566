package io.controlgraph.api;

import io.controlgraph.security.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The {@code day} parameter: the day an answer is about. */
final class Day {
  /** The header that tells it. */
  static final String HEADER = "ControlGraph-Day";

  private Day() {}

  static LocalDate of(@Nullable String given, Supplier<LocalDate> otherwise) {
    if (given == null || given.isEmpty()) {
      return otherwise.get();
    }
    try {
      return LocalDate.parse(given);
    } catch (DateTimeParseException e) {
      throw new Refusal(
          400, "bad-parameter", "The parameter 'day' is a date such as 2026-03-31, not: " + given);
    }
  }
}
