package io.controlgraph.sparql;

import io.controlgraph.graph.GraphFailure;
import io.controlgraph.security.Refusal;

/** How a request to the graph ended. */
public enum Outcome {
  /** It was answered in full, or written. */
  COMPLETE,
  /** It was no good query, or would have broken a shape. */
  REFUSED,
  /** It had no turn: too many ran and waited. */
  REJECTED,
  /** Its time ran out, or its client went away before the answer began. */
  LATE,
  /** Somebody stopped it. */
  STOPPED,
  /** The answer had begun when it failed, or its client went away. */
  BROKEN,
  /** The server failed. */
  FAILED;

  /** How a failure is counted before anything was sent. */
  static Outcome of(Throwable failure) {
    if (failure instanceof GraphFailure.DeadlineExceeded || failure instanceof StackOverflowError) {
      return LATE;
    }
    return failure instanceof Refusal
            || failure instanceof GraphFailure.QueryRejected
            || failure instanceof GraphFailure.StatementRejected
        ? REFUSED
        : FAILED;
  }
}
