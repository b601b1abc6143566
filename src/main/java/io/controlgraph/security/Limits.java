package io.controlgraph.security;

import java.time.Duration;

/**
 * How much one request may ask for.
 *
 * @param queryBytes the longest query text
 * @param uploadBytes the largest upload, all its files together
 * @param queryTime how long a query may run when the request says nothing
 * @param longestQueryTime the most a request may ask for
 * @param collectedTriples how many triples an answer may have in a format that cannot be streamed
 */
public record Limits(
    int queryBytes,
    long uploadBytes,
    Duration queryTime,
    Duration longestQueryTime,
    int collectedTriples) {

  /** 1 MB of query, 64 MB of files, 30 seconds and at most 120, a million triples at once. */
  public static final Limits DEFAULT =
      new Limits(1 << 20, 64L << 20, Duration.ofSeconds(30), Duration.ofSeconds(120), 1_000_000);

  /** The same with other times. */
  public Limits withTimes(Duration usual, Duration longest) {
    return new Limits(queryBytes, uploadBytes, usual, longest, collectedTriples);
  }
}
