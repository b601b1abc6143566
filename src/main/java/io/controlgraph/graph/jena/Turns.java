package io.controlgraph.graph.jena;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/** Lets so many at once, and others after them in the order in which they came. */
final class Turns {
  private final Deque<CompletableFuture<Void>> waiting = new ArrayDeque<>();
  private int free;

  Turns(int atOnce) {
    this.free = atOnce;
  }

  /** A turn, which has begun when it is complete. Whoever waits no longer cancels it. */
  synchronized CompletableFuture<Void> take() {
    CompletableFuture<Void> turn = new CompletableFuture<>();
    if (free > 0) {
      free--;
      turn.complete(null);
    } else {
      waiting.add(turn);
    }
    return turn;
  }

  /** Ends a turn, be it that it has not begun. To be called once for each that was taken. */
  synchronized void end(CompletableFuture<Void> turn) {
    if (turn.cancel(false)) {
      waiting.removeIf(CompletableFuture::isDone);
      return;
    }
    CompletableFuture<Void> next = waiting.poll();
    while (next != null && !next.complete(null)) {
      next = waiting.poll();
    }
    if (next == null) {
      free++;
    }
  }
}
