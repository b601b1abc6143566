package io.controlgraph.query;

import java.util.Locale;
import java.util.Optional;

/** What a parameter takes or a column holds. Files write the name as {@link #toString} gives it. */
public enum ValueType {
  /** The IRI of a node. */
  IRI("iri"),
  /** A text, without a language. */
  STRING("string"),
  /** A whole number of any size. */
  INTEGER("integer"),
  /** A decimal number. */
  DECIMAL("decimal"),
  /** A day without a time zone, ISO 8601. */
  DATE("date"),
  /** A moment, ISO 8601 with its zone. Columns only. */
  DATE_TIME("dateTime"),
  /** {@code true} or {@code false}. */
  BOOLEAN("boolean");

  private final String name;

  ValueType(String name) {
    this.name = name;
  }

  /** Whether a parameter may have this type. */
  public boolean isForParameters() {
    return this != DATE_TIME;
  }

  @Override
  public String toString() {
    return name;
  }

  static Optional<ValueType> named(String name) {
    for (ValueType type : values()) {
      if (type.name.equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  static String names(boolean parameters) {
    StringBuilder names = new StringBuilder();
    for (ValueType type : values()) {
      if (!parameters || type.isForParameters()) {
        names.append(names.isEmpty() ? "" : ", ").append(type.name);
      }
    }
    return names.toString().toLowerCase(Locale.ROOT).replace("datetime", "dateTime");
  }
}
