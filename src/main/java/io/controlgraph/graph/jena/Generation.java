package io.controlgraph.graph.jena;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.sys.StoreConnection;
import org.apache.jena.tdb2.sys.SystemTDB;

/**
 * One TDB2 database in a folder of its own. It is open as long as somebody uses it; once it is
 * obsolete, its last user deletes it.
 *
 * <p>The real default graph of the database holds one triple: the revision it stands at, with the
 * hash.
 */
final class Generation {
  private static final Node STORE = NodeFactory.createURI("urn:controlgraph:store");
  private static final Node REVISION = NodeFactory.createURI("urn:controlgraph:revision");

  /**
   * TDB2 remembers nodes that it has looked for in vain. A reader of an older revision can put a
   * node there just when a writer commits it, and then newer readers miss it; so there is no such
   * memory.
   */
  private static final StoreParams PARAMETERS =
      StoreParams.builder("without misses", StoreParams.getDftStoreParams())
          .nodeMissCacheSize(0)
          .build();

  private final Path folder;
  private final Location location;
  private final DatasetGraphTDB dataset;
  private final PartsAtOnce parts;
  private final Executor background;
  private final CountDownLatch disposed = new CountDownLatch(1);
  private int users = 1;
  private boolean obsolete;

  private Generation(Path folder, Location location, DatasetGraphTDB dataset, Executor background) {
    this.folder = folder;
    this.location = location;
    this.dataset = dataset;
    this.parts = PartsAtOnce.of(dataset);
    this.background = background;
  }

  /**
   * Opens the database in the folder, which must exist; an empty one gets a new database.
   *
   * @param background closes and deletes it, so that no reader has to wait for that
   */
  static Generation open(Path folder, Executor background) {
    Location location = Location.create(folder.toString());
    DatasetGraphTDB dataset =
        StoreConnection.connectCreate(location, PARAMETERS, SystemTDB.getDefaultReorderTransform())
            .getDatasetGraphTDB();
    return new Generation(folder, location, dataset, background);
  }

  Path folder() {
    return folder;
  }

  DatasetGraphTDB dataset() {
    return dataset;
  }

  long size() throws IOException {
    return DurableFiles.size(folder);
  }

  /** Begins a use, unless the last one has ended. */
  synchronized boolean acquire() {
    if (users == 0) {
      return false;
    }
    users++;
    return true;
  }

  /** Ends a use; the opener's own counts too. */
  synchronized void release() {
    users--;
    if (users == 0) {
      background.execute(this::dispose);
    }
  }

  /** Marks it for deletion and ends the opener's use. */
  synchronized void retire() {
    obsolete = true;
    release();
  }

  /** Waits until the last use has ended and the files are closed. */
  void awaitDisposal() {
    Waiting.untilDone(() -> disposed.await(Long.MAX_VALUE, TimeUnit.NANOSECONDS));
  }

  private void dispose() {
    StoreConnection.release(location);
    parts.close();
    disposed.countDown();
    boolean delete;
    synchronized (this) {
      delete = obsolete;
    }
    if (delete) {
      try {
        DurableFiles.deleteTree(folder);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot delete " + folder, e);
      }
    }
  }

  /** The revision the database stands at, as seen by the transaction that runs. */
  Mark mark() {
    return dataset
        .getDefaultGraph()
        .find(STORE, REVISION, Node.ANY)
        .nextOptional()
        .map(triple -> Mark.parse(triple.getObject().getLiteralLexicalForm()))
        .orElse(Mark.NONE);
  }

  /** Notes in the running transaction the revision that the database will stand at. */
  void mark(Mark mark) {
    dataset.deleteAny(Quad.defaultGraphIRI, STORE, REVISION, Node.ANY);
    dataset
        .getDefaultGraph()
        .add(Triple.create(STORE, REVISION, NodeFactory.createLiteralString(mark.toString())));
  }
}
