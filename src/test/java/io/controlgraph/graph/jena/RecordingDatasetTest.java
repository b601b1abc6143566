package io.controlgraph.graph.jena;

import static io.controlgraph.graph.Quads.iri;
import static io.controlgraph.graph.Quads.quad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import java.time.Duration;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Patches hold what changed, and all of it, whichever way it was changed. */
class RecordingDatasetTest {
  private final Quad there = quad("g", "a", "p", "b");
  private final Quad there2 = quad("h", "a", "p", "b");
  private final Quad other = quad("g", "a", "p", "c");
  private final DatasetGraph tdb = DatabaseMgr.createDatasetGraph();
  private final NetPatch patch = new NetPatch();
  private final RecordingDataset recording = new RecordingDataset(tdb, patch);

  @BeforeEach
  void fill() {
    tdb.executeWrite(
        () -> {
          tdb.add(there);
          tdb.add(there2);
        });
    tdb.begin(TxnType.WRITE);
  }

  @AfterEach
  void end() {
    Transactions.abandon(tdb);
  }

  @Test
  void aClearIsStoppedAtItsDeadline() {
    for (int i = 0; i < 1000; i++) {
      tdb.add(quad("g", "s" + i, "p", "o"));
    }
    Deadline passed = Deadline.after(Duration.ofMinutes(1));
    passed.cancel();
    recording.until(passed);
    assertThrows(GraphFailure.DeadlineExceeded.class, recording::clear);
    assertTrue(patch.deleted().size() < 1000, patch.deleted().size() + " of 1,002");
  }

  @Test
  void whatHasNoEffectIsNotRecorded() {
    recording.add(there);
    recording.delete(other);
    assertTrue(patch.isEmpty());
  }

  @Test
  void whatIsUndoneIsNotRecorded() {
    recording.delete(there);
    recording.add(there);
    recording.add(other);
    recording.delete(other);
    assertTrue(patch.isEmpty());
    assertTrue(recording.contains(there));
    assertFalse(recording.contains(other));
  }

  @Test
  void clearIsRecordedQuadByQuad() {
    recording.add(other);
    recording.clear();
    assertEquals(Set.of(), patch.added());
    assertEquals(Set.of(there, there2), patch.deleted());
    assertFalse(tdb.find().hasNext());
  }

  @Test
  void removingAGraphIsRecordedQuadByQuad() {
    recording.removeGraph(iri("g"));
    assertEquals(Set.of(there), patch.deleted());
  }

  @Test
  void changesThroughAGraphAreRecordedOnce() {
    recording.getGraph(iri("g")).add(there.asTriple());
    recording.getGraph(iri("g")).add(other.asTriple());
    recording.getGraph(iri("h")).remove(Node.ANY, Node.ANY, Node.ANY);
    assertEquals(Set.of(other), patch.added());
    assertEquals(Set.of(there2), patch.deleted());
  }
}
