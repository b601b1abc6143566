package io.controlgraph.graph.jena;

import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.QuadTable;
import org.apache.jena.tdb2.store.StoragePrefixesTDB;
import org.apache.jena.tdb2.store.StorageTDB;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.sys.TDBInternal;

/** Makes the dataset that one reader asks: TDB2's own, with a {@link SubjectIndex} of its own. */
final class ReaderDataset {
  private static final String BY_SUBJECT = "SPOG";
  private static final String BY_PREDICATE = "POSG";

  private ReaderDataset() {}

  /** Shares all else, transactions too, with {@code dataset}; it must not be closed. */
  static DatasetGraph of(DatasetGraph dataset) {
    DatasetGraphTDB tdb = TDBInternal.requireStorage(dataset);
    NodeTupleTable table = tdb.getQuadTable().getNodeTupleTable();
    TupleIndex[] indexes = table.getTupleTable().getIndexes().clone();
    TupleIndex byPredicate = indexes[place(indexes, BY_PREDICATE)];
    int bySubject = place(indexes, BY_SUBJECT);
    indexes[bySubject] = new SubjectIndex(indexes[bySubject], byPredicate);
    return new DatasetGraphTDB(
        tdb.getLocation(),
        tdb.getStoreParams(),
        tdb.getReorderTransform(),
        new StorageTDB(
            tdb.getTxnSystem(), tdb.getTripleTable(), new QuadTable(indexes, table.getNodeTable())),
        (StoragePrefixesTDB) tdb.getStoragePrefixes(),
        tdb.getTxnSystem());
  }

  private static int place(TupleIndex[] indexes, String name) {
    for (int i = 0; i < indexes.length; i++) {
      if (indexes[i].getName().equals(name)) {
        return i;
      }
    }
    throw new IllegalStateException("TDB2 keeps no index " + name + ".");
  }
}
