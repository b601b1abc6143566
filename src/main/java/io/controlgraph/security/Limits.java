package io.controlgraph.security;

import java.time.Duration;

/**
 * How much one request may ask for, and how many may ask at once.
 *
 * @param queryBytes the longest query text
 * @param uploadBytes the largest upload, all its files together
 * @param queryTime how long a query may run when the request says nothing
 * @param longestQueryTime the most a request may ask for
 * @param collectedTriples how many triples an answer may have in a format that cannot be streamed
 * @param resultRows how many rows the SPARQL endpoint gives at most
 * @param concurrentQueries how many queries run at once
 * @param waitingQueries how many more may wait for their turn
 */
public record Limits(
    int queryBytes,
    long uploadBytes,
    Duration queryTime,
    Duration longestQueryTime,
    int collectedTriples,
    long resultRows,
    int concurrentQueries,
    int waitingQueries) {

  /** As many as there are. */
  public static final long ALL_ROWS = Long.MAX_VALUE;

  private static final int LEAST_CONCURRENT = 4;

  /**
   * 1 MB of query, 64 MB of files, 30 seconds and at most 120, 250,000 triples at once and all
   * rows; two queries a processor at once, four at least, and 64 that wait.
   */
  public static final Limits DEFAULT =
      new Limits(
          1 << 20,
          64L << 20,
          Duration.ofSeconds(30),
          Duration.ofSeconds(120),
          250_000,
          ALL_ROWS,
          Math.max(LEAST_CONCURRENT, 2 * Runtime.getRuntime().availableProcessors()),
          64);

  /** The same with other times. */
  public Limits withTimes(Duration usual, Duration longest) {
    return new Limits(
        queryBytes,
        uploadBytes,
        usual,
        longest,
        collectedTriples,
        resultRows,
        concurrentQueries,
        waitingQueries);
  }

  /** The same with room for other numbers of queries. */
  public Limits withQueries(int concurrent, int waiting) {
    return new Limits(
        queryBytes,
        uploadBytes,
        queryTime,
        longestQueryTime,
        collectedTriples,
        resultRows,
        concurrent,
        waiting);
  }

  /**
   * The same with another bound of rows.
   *
   * @param most from 1
   */
  public Limits withResultRows(long most) {
    return new Limits(
        queryBytes,
        uploadBytes,
        queryTime,
        longestQueryTime,
        collectedTriples,
        most,
        concurrentQueries,
        waitingQueries);
  }
}
