package io.controlgraph.graph.rdf4j.fedx;

/** What becomes of an answer when a member does not give its part. */
enum WhenDown {
  /** There is none, and the failure names the member. */
  ERROR,

  /** It lacks the member's rows, and tells so. */
  PARTIAL
}
