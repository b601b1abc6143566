package io.controlgraph.graph.jena;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.Revision;
import io.controlgraph.graph.Transaction;
import io.controlgraph.graph.Update;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.jspecify.annotations.Nullable;

/** A transaction over a dataset; what it changes ends up in a patch. */
final class DatasetTransaction extends DatasetView implements Transaction {
  private final NetPatch patch = new NetPatch();
  private final RecordingDataset recording;
  private final UpdateText updates;
  private final boolean tdb;

  DatasetTransaction(DatasetGraph dataset, Revision revision, QueryRules text, UpdateText updates) {
    super(dataset, revision, text, QuerySession.ofWrite());
    this.updates = updates;
    this.tdb = TDBInternal.isBackedByTDB(dataset);
    this.recording = new RecordingDataset(dataset, patch);
  }

  /** Takes changes until a deadline; with null, for as long as it takes. */
  void until(@Nullable Deadline deadline) {
    recording.until(deadline);
  }

  NetPatch patch() {
    return patch;
  }

  @Override
  public void add(Quad quad) {
    checkOpen();
    recording.add(quad);
  }

  @Override
  public void delete(Quad quad) {
    checkOpen();
    recording.delete(quad);
  }

  @Override
  public void deleteGraph(Node graph) {
    checkOpen();
    QuadRules.checkGraph(graph);
    recording.removeGraph(graph);
  }

  @Override
  public void update(Update update, Deadline deadline) {
    checkOpen();
    recording.until(deadline);
    UpdateSession.run(updates.parse(update), recording, tdb, deadline);
  }

  @Override
  public boolean contains(Quad quad) {
    checkOpen();
    return !quad.isDefaultGraph()
        && recording.contains(
            quad.getGraph(),
            quad.getSubject(),
            quad.getPredicate(),
            StoredTerms.of(quad.getObject()));
  }
}
