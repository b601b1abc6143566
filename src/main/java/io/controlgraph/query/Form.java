package io.controlgraph.query;

/** What a question is answered with. */
public enum Form {
  /** Rows. */
  SELECT,
  /** Yes or no. */
  ASK,
  /** A graph. */
  CONSTRUCT
}
