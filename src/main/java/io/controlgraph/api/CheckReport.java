package io.controlgraph.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a check of the gap rules found.
 *
 * @param day the day checked
 * @param failOn the mildest severity that breaks the check
 * @param passed whether no rule of that severity or above has a row
 */
record CheckReport(LocalDate day, String failOn, boolean passed, List<Rule> rules) {

  /**
   * A rule and what breaks it.
   *
   * @param reason what counts as a break, and why
   * @param mend what to do about a row
   * @param count all rows, however few are listed
   * @param breaks whether it makes the check fail
   */
  record Rule(
      String name,
      String summary,
      String severity,
      String reason,
      @Nullable String mend,
      long count,
      boolean breaks,
      List<String> columns,
      List<Map<String, Cell>> rows) {}

  /**
   * A value of a row.
   *
   * @param label what a thing is called
   */
  record Cell(String value, @Nullable String label) {}
}
