package io.controlgraph.sparql;

import io.controlgraph.graph.GraphFailure;
import io.controlgraph.security.Refusal;

/** How a request to the graph ended. */
public enum Outcome {
  /** It was answered in full, or written. */
  COMPLETE,
  /** It was no good query, asked a server that it may not ask, or would have broken a shape. */
  REFUSED,
  /** It had no turn: too many ran and waited. */
  REJECTED,
  /** Its time ran out, or its client went away before the answer began. */
  LATE,
  /** Somebody stopped it. */
  STOPPED,
  /** The answer had begun when it failed, or its client went away. */
  BROKEN,
  /** Another server, one that it asked or that keeps the graph, gave no rows. */
  ELSEWHERE,
  /** The server failed. */
  FAILED;

  /** How a failure is counted before anything was sent. */
  static Outcome of(Throwable failure) {
    if (failure instanceof GraphFailure.DeadlineExceeded || failure instanceof StackOverflowError) {
      return LATE;
    }
    if (failure instanceof GraphFailure.ServiceFailed
        || failure instanceof GraphFailure.ServerFailed) {
      return ELSEWHERE;
    }
    return failure instanceof Refusal
            || failure instanceof GraphFailure.QueryRejected
            || failure instanceof GraphFailure.ServiceRefused
            || failure instanceof GraphFailure.StatementRejected
            || failure instanceof GraphFailure.Overtaken
            || failure instanceof GraphFailure.TooLarge
            || failure instanceof GraphFailure.NotCapable
        ? REFUSED
        : FAILED;
  }
}
