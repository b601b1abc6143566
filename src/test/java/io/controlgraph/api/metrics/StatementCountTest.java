package io.controlgraph.api.metrics;

import static io.controlgraph.graph.Quads.quad;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.jena.StoreOptions;
import io.controlgraph.graph.jena.Tdb2GraphStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StatementCountTest {
  @Test
  void aCommitThatAViewShowsBeforeItIsToldIsCountedOnce(@TempDir Path folder) {
    try (GraphStore store =
        Tdb2GraphStore.open(folder, new StoreOptions(null, GraphFactory::createDefaultGraph))) {
      List<StatementCount> later = new ArrayList<>();
      List<Double> seen = new ArrayList<>();
      store.listen(commit -> later.forEach(count -> seen.add(count.now())));
      try (StatementCount count = new StatementCount(store)) {
        later.add(count);
        store.write("a", "first", tx -> tx.add(quad("g", "s", "p", "a")));
        assertEquals(List.of(1.0), seen);
        assertEquals(1.0, count.now());
        store.write("a", "second", tx -> tx.add(quad("g", "s", "p", "b")));
        assertEquals(2.0, count.now());
        store.write("a", "third", tx -> tx.deleteGraph(quad("g", "s", "p", "b").getGraph()));
        assertEquals(0.0, count.now());
      }
    }
  }
}
