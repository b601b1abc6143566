package io.controlgraph.graph.jena;

/** Waits that end only when the thing is done; an interrupt is kept for later. */
final class Waiting {
  private Waiting() {}

  static void untilDone(InterruptibleWait wait) {
    boolean interrupted = false;
    for (; ; ) {
      try {
        wait.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** A wait that can be interrupted. */
  @FunctionalInterface
  interface InterruptibleWait {
    // What a wait returns does not matter: it is over.
    Object await() throws InterruptedException;
  }
}
