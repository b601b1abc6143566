package io.controlgraph.graph.jena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;
import org.apache.jena.tdb2.sys.StoreConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsAtOnceTest {
  private static final Node GRAPH = NodeFactory.createURI("urn:graph");
  private static final Node PROPERTY = NodeFactory.createURI("urn:property");

  private Path folder;
  private DatasetGraphTDB dataset;
  private PartsAtOnce parts;

  @BeforeEach
  void open(@TempDir Path empty) {
    folder = empty;
    dataset = StoreConnection.connectCreate(Location.create(folder)).getDatasetGraphTDB();
    parts = PartsAtOnce.of(dataset);
  }

  @AfterEach
  void close() {
    StoreConnection.release(Location.create(folder));
    parts.close();
  }

  @Test
  void everyPartThatHasAFileOfItsOwnIsAmongThem() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          files.map(Path::toString).filter(PartsAtOnceTest::isPart).count(), parts.count());
    }
  }

  private static boolean isPart(String file) {
    return file.endsWith(".bpt") || file.endsWith(".bdf");
  }

  @Test
  void whatIsCommittedIsThereWhenTheDatabaseIsOpenedAgain() {
    write(1);
    write(2);
    close();
    open(folder);
    assertTrue(has(1));
    assertTrue(has(2));
  }

  @Test
  void whatIsAbortedIsNot() {
    write(1);
    dataset.begin(TxnType.WRITE);
    dataset.add(quad(2));
    dataset.abort();
    dataset.end();
    write(3);
    assertTrue(has(1));
    assertFalse(has(2));
    assertTrue(has(3));
  }

  @Test
  void writersOfOtherThreadsFollowOneAnother() throws InterruptedException {
    for (int number = 1; number <= 3; number++) {
      int own = number;
      Thread writer = new Thread(() -> write(own));
      writer.start();
      writer.join();
    }
    assertTrue(has(1) && has(2) && has(3));
  }

  @Test
  void aReaderKeepsWhatItSawWhileAnotherThreadCommits() throws InterruptedException {
    write(1);
    dataset.begin(TxnType.READ);
    try {
      Thread writer = new Thread(() -> write(2));
      writer.start();
      writer.join();
      assertTrue(dataset.contains(quad(1)));
      assertFalse(dataset.contains(quad(2)));
    } finally {
      dataset.end();
    }
    assertTrue(has(2));
  }

  @Test
  void aPartThatFailsFailsTheCommitAndTheJournalMakesItGood() {
    write(1);
    TupleIndexRecord index =
        (TupleIndexRecord)
            dataset.getQuadTable().getNodeTupleTable().getTupleTable().getIndex(0).baseTupleIndex();
    ((BPlusTree) index.getRangeIndex()).getStateManager().close();
    assertThrows(RuntimeException.class, () -> write(2));
    close();
    open(folder);
    assertTrue(has(1));
    assertTrue(has(2));
    write(3);
    assertTrue(has(3));
  }

  private void write(int number) {
    dataset.begin(TxnType.WRITE);
    dataset.add(quad(number));
    dataset.commit();
    dataset.end();
  }

  private boolean has(int number) {
    dataset.begin(TxnType.READ);
    try {
      return dataset.contains(quad(number));
    } finally {
      dataset.end();
    }
  }

  private static Quad quad(int number) {
    return Quad.create(GRAPH, NodeFactory.createURI("urn:subject-" + number), PROPERTY, GRAPH);
  }
}
