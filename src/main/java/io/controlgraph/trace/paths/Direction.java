package io.controlgraph.trace.paths;

/**
 * Which way statements are walked. A mapping is stated from its subject to its object, whichever
 * way its own two statements point.
 */
public enum Direction {
  /** From subject to object. */
  AS_STATED,
  /** From object to subject. */
  AGAINST,
  /** Both. */
  EITHER_WAY
}
