package io.controlgraph.query;

import java.util.Locale;
import java.util.Optional;

/** How bad a row of a gap is, from the mildest to the worst. */
public enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  /** The severity written so in a file or an argument, in lower case. */
  public static Optional<Severity> named(String name) {
    for (Severity severity : values()) {
      if (severity.toString().equals(name)) {
        return Optional.of(severity);
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
