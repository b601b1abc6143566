package io.controlgraph.graph.jena;

import io.controlgraph.graph.Revision;
import io.controlgraph.graph.Transaction;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/** A transaction over a dataset; what it changes ends up in a patch. */
final class DatasetTransaction extends DatasetView implements Transaction {
  private final NetPatch patch = new NetPatch();
  private final DatasetGraph recording;

  DatasetTransaction(DatasetGraph dataset, Revision revision, QueryText text) {
    super(dataset, revision, text, new QuerySession(null));
    this.recording = new RecordingDataset(dataset, patch);
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
  public boolean contains(Quad quad) {
    checkOpen();
    return !quad.isDefaultGraph() && recording.contains(quad);
  }
}
