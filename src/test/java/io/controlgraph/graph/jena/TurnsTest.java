package io.controlgraph.graph.jena;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class TurnsTest {
  @Test
  void turnsAreGivenInTheOrderInWhichTheyWereAskedFor() {
    Turns turns = new Turns(2);
    CompletableFuture<Void> first = turns.take();
    CompletableFuture<Void> second = turns.take();
    CompletableFuture<Void> third = turns.take();
    CompletableFuture<Void> fourth = turns.take();
    assertTrue(first.isDone() && second.isDone());
    assertFalse(third.isDone() || fourth.isDone());
    turns.end(second);
    assertTrue(third.isDone());
    assertFalse(fourth.isDone());
  }

  @Test
  void whoeverGoesAwayIsPassedOver() {
    Turns turns = new Turns(1);
    CompletableFuture<Void> first = turns.take();
    CompletableFuture<Void> gone = turns.take();
    CompletableFuture<Void> cancelled = turns.take();
    CompletableFuture<Void> last = turns.take();
    turns.end(gone);
    assertTrue(cancelled.cancel(true));
    turns.end(first);
    turns.end(cancelled);
    assertTrue(last.isDone() && !last.isCancelled());
    turns.end(last);
    assertTrue(turns.take().isDone());
    assertFalse(turns.take().isDone());
  }
}
