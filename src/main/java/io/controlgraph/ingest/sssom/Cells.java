package io.controlgraph.ingest.sssom;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cells of one row by the name of their slot, read with the types that SSSOM gives them. */
final class Cells {

  private final int line;
  private final Map<String, String> values;
  private final Curies curies;
  private final Problems problems;

  Cells(int line, Map<String, String> values, Curies curies, Problems problems) {
    this.line = line;
    this.values = values;
    this.curies = curies;
    this.problems = problems;
  }

  int line() {
    return line;
  }

  @Nullable String text(String slot) {
    String value = values.getOrDefault(slot, "").strip();
    return value.isEmpty() ? null : value;
  }

  /** The IRI of an identifier that every mapping has; empty when it is wrong. */
  String requiredIri(String slot) {
    if (text(slot) == null) {
      problems.add(line, slot, "expected a CURIE such as skos:exactMatch, found nothing");
      return "";
    }
    String iri = iri(slot);
    return iri == null ? "" : iri;
  }

  /** The IRI of an identifier, or null when there is none or it is wrong. */
  @Nullable String iri(String slot) {
    String curie = text(slot);
    if (curie == null) {
      return null;
    }
    String iri = curies.expand(curie).orElse(null);
    if (iri == null) {
      problems.add(
          line,
          slot,
          "expected a CURIE with a prefix declared in curie_map, found '" + curie + "'");
    }
    return iri;
  }

  /** The values of a slot that may have many; {@code |} parts them and {@code \|} does not. */
  List<String> list(String slot) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    String value = values.getOrDefault(slot, "");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length() && "|\\".indexOf(value.charAt(i + 1)) >= 0) {
        part.append(value.charAt(++i));
      } else if (c == '|') {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    return parts.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
  }

  @Nullable BigDecimal fraction(String slot) {
    String value = text(slot);
    if (value == null) {
      return null;
    }
    try {
      BigDecimal number = new BigDecimal(value);
      if (number.signum() >= 0 && number.compareTo(BigDecimal.ONE) <= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Not a number is told like a number out of range.
    }
    problems.add(line, slot, "expected a number from 0 to 1, found '" + value + "'");
    return null;
  }

  @Nullable LocalDate date(String slot) {
    String value = text(slot);
    if (value == null) {
      return null;
    }
    try {
      return LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      problems.add(line, slot, "expected a date such as 2026-03-31, found '" + value + "'");
      return null;
    }
  }

  /** Whether {@code predicate_modifier} turns the predicate around; its one value is "Not". */
  boolean negated(String slot) {
    String value = text(slot);
    if (value != null && !value.equals("Not")) {
      problems.add(line, slot, "expected 'Not' or nothing, found '" + value + "'");
    }
    return value != null;
  }
}
