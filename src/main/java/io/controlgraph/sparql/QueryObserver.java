package io.controlgraph.sparql;

import java.time.Duration;

/** Is told of every request to the graph when it has ended. */
@FunctionalInterface
public interface QueryObserver {

  /**
   * Called on the thread that answered.
   *
   * @param kind what it is counted as
   * @param took from its coming, its waiting included
   */
  void ended(String kind, Outcome outcome, Duration took);
}
