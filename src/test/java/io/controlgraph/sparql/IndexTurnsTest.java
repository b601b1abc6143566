package io.controlgraph.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.jena.StoreOptions;
import io.controlgraph.graph.jena.Tdb2GraphStore;
import io.controlgraph.security.Limits;
import io.controlgraph.security.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** So many answers from an index are worked out at once, whatever queries do. */
@Timeout(60)
class IndexTurnsTest {
  private static final Asked ASKED = Asked.named("index");

  @Test
  void oneMoreThanMayWaitIsRefusedAndQueriesAreNotInTheWay(@TempDir Path folder) throws Exception {
    List<Outcome> ended = new ArrayList<>();
    Limits one = Limits.DEFAULT.withQueries(1, 0);
    Running running = new Running(one, (kind, outcome, took) -> ended.add(outcome));
    try (Tdb2GraphStore store =
            Tdb2GraphStore.open(
                folder.resolve("store"),
                new StoreOptions("http://localhost:7070/", GraphFactory::createDefaultGraph));
        Running.Turn query = running.enter(Asked.named("query"), soon())) {
      Answers answers = new Answers(store, one, running);
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch enough = new CountDownLatch(1);
      CompletableFuture<Void> first =
          CompletableFuture.runAsync(
              () -> {
                try {
                  answers.onIndex(
                      ASKED,
                      soon(),
                      () -> {
                        begun.countDown();
                        enough.await();
                      });
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              });
      begun.await();
      assertEquals(2, running.running(), "beside " + query.id());
      Refusal refused = assertThrows(Refusal.class, () -> answers.onIndex(ASKED, soon(), () -> {}));
      assertEquals(503, refused.status());
      enough.countDown();
      first.join();
      answers.onIndex(ASKED, soon(), () -> {});
      assertThrows(
          IllegalStateException.class,
          () ->
              answers.onIndex(
                  ASKED,
                  soon(),
                  () -> {
                    throw new IllegalStateException("on purpose");
                  }));
      assertEquals(
          List.of(Outcome.REJECTED, Outcome.COMPLETE, Outcome.COMPLETE), ended.subList(0, 3));
      assertTrue(ended.get(3) != Outcome.COMPLETE);
    }
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(30));
  }
}
