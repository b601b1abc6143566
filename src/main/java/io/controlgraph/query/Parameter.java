package io.controlgraph.query;

import org.jspecify.annotations.Nullable;

/**
 * A parameter of a question. An optional one without a default stays a free variable when no
 * argument is given.
 *
 * @param name the variable, without its question mark
 * @param type what it takes
 * @param required whether an argument must be given
 * @param defaultValue what is taken when none is given, as an argument would be written
 * @param of the parameter whose organisation is taken when none is given, so that a question about
 *     one thing asks about no other organisation
 * @param example an argument, for documentation
 * @param summary what it means, in a line
 */
public record Parameter(
    String name,
    ValueType type,
    boolean required,
    @Nullable String defaultValue,
    @Nullable String of,
    @Nullable String example,
    @Nullable String summary) {

  /** The name of the parameter that takes the effective day when no argument is given. */
  public static final String DAY = "day";

  /** Whether this is the effective day. */
  public boolean isDay() {
    return name.equals(DAY) && type == ValueType.DATE;
  }
}
