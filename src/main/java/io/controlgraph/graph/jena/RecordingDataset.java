package io.controlgraph.graph.jena;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.rdfpatch.system.DatasetGraphChanges;
import org.apache.jena.rdfpatch.system.DatasetGraphRealChanges;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.GraphView;
import org.jspecify.annotations.Nullable;

/**
 * A dataset that notes each change that has an effect, and takes only quads the log can hold. What
 * it notes is what a view will give.
 */
final class RecordingDataset extends DatasetGraphRealChanges {

  /** Often enough to be in time, seldom enough to cost nothing. */
  private static final int CHANGES_BETWEEN_CHECKS = 256;

  private @Nullable Deadline deadline;
  private int changes;

  RecordingDataset(DatasetGraph dataset, NetPatch patch) {
    super(new DatasetGraphChanges(dataset, patch));
  }

  /** Takes changes until a deadline, or without one; Jena itself does not stop a CLEAR, say. */
  void until(@Nullable Deadline limit) {
    deadline = limit;
  }

  private void checkDeadline() {
    Deadline limit = deadline;
    if (limit != null && ++changes % CHANGES_BETWEEN_CHECKS == 0 && limit.hasPassed()) {
      throw new GraphFailure.DeadlineExceeded(limit.allowed());
    }
  }

  @Override
  protected void actionAdd(Node graph, Node subject, Node predicate, Node object) {
    checkDeadline();
    QuadRules.check(graph, subject, predicate, object);
    super.actionAdd(graph, subject, predicate, StoredTerms.of(object));
  }

  @Override
  protected void actionDelete(Node graph, Node subject, Node predicate, Node object) {
    checkDeadline();
    QuadRules.checkGraph(graph);
    super.actionDelete(graph, subject, predicate, StoredTerms.of(object));
  }

  /** Changes made through the graph are noted too. */
  @Override
  public Graph getGraph(Node graph) {
    return GraphView.createNamedGraph(this, graph);
  }

  /** Removes every quad, one by one, for the dataset below would clear itself unseen. */
  @Override
  public void clear() {
    List<Node> graphs = new ArrayList<>();
    listGraphNodes().forEachRemaining(graphs::add);
    graphs.forEach(this::removeGraph);
  }
}
