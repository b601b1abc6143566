package io.controlgraph.graph.jena;

import static io.controlgraph.graph.Quads.add;
import static io.controlgraph.graph.Quads.all;
import static io.controlgraph.graph.Quads.quad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.GraphFailure;
import java.nio.file.Path;
import java.util.Set;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.tdb2.sys.StoreConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when the database fails once the record is in the log. */
class BreakdownTest {
  private final Path data;

  BreakdownTest(@TempDir(factory = MemoryFolder.class) Path directory) {
    this.data = directory.resolve("data");
  }

  @Test
  void aForcedRecordIsDecidedEvenIfTheDatabaseFails() {
    Tdb2GraphStore store = open();
    add(store, quad("g", "a", "p", "b"));

    GraphFailure.ReadOnly failure =
        assertThrows(
            GraphFailure.ReadOnly.class,
            () ->
                store.write(
                    "tester",
                    "decided",
                    transaction -> {
                      transaction.add(quad("g", "a", "p", "c"));
                      loseTheJournal();
                    }));
    assertTrue(failure.toString().contains("Revision 2 is in the log"), failure.toString());

    assertEquals(1, store.revision().number());
    assertEquals(Set.of(quad("g", "a", "p", "b")), all(store), "readers go on");
    assertThrows(GraphFailure.ReadOnly.class, () -> add(store, quad("g", "a", "p", "d")));
    assertThrows(GraphFailure.ReadOnly.class, store::rebuild);
    store.close();

    try (Tdb2GraphStore reopened = open()) {
      assertEquals(2, reopened.revision().number());
      assertEquals(Set.of(quad("g", "a", "p", "b"), quad("g", "a", "p", "c")), all(reopened));
      assertEquals(3, add(reopened, quad("g", "a", "p", "d")).number());
    }
  }

  /** Closes the file into which TDB2 must write in order to commit. */
  private void loseTheJournal() {
    Location location = Location.create(data.resolve("store/1").toString());
    StoreConnection.connectExisting(location)
        .getDatasetGraphTDB()
        .getTxnSystem()
        .getTxnMgr()
        .getJournal()
        .close();
  }

  private Tdb2GraphStore open() {
    return Tdb2GraphStore.open(
        data, new StoreOptions("http://localhost/", GraphFactory::createDefaultGraph));
  }
}
