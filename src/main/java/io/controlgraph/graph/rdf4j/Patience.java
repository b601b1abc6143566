package io.controlgraph.graph.rdf4j;

import java.time.Duration;

/**
 * How long and how often to try a server.
 *
 * @param connect until a connection stands; from a millisecond to 24 days
 * @param silence between two pieces of an answer, and before the first; as long
 * @param retries how often a read that failed before it was answered is tried again, 0 to 5; a
 *     write never is
 * @param connections how many requests to the server may run at once, 1 to 100
 */
public record Patience(Duration connect, Duration silence, int retries, int connections) {

  /** What suits a server in the same network. */
  public static final Patience DEFAULT =
      new Patience(Duration.ofSeconds(5), Duration.ofSeconds(60), 2, 16);

  public Patience {
    if (isOutOfBounds(connect) || isOutOfBounds(silence)) {
      throw new IllegalArgumentException("A time-out is 1 to 2,147,483,647 milliseconds.");
    }
    if (retries < 0 || retries > 5 || connections < 1 || connections > 100) {
      throw new IllegalArgumentException("0 to 5 retries, and 1 to 100 connections.");
    }
  }

  private static boolean isOutOfBounds(Duration timeout) {
    return timeout.toMillis() < 1 || timeout.toMillis() > Integer.MAX_VALUE;
  }
}
