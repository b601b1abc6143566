package io.controlgraph.graph.jena;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.rdfpatch.system.DatasetGraphChanges;
import org.apache.jena.rdfpatch.system.DatasetGraphRealChanges;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.GraphView;

/** A dataset that notes each change that has an effect, and takes only quads the log can hold. */
final class RecordingDataset extends DatasetGraphRealChanges {

  RecordingDataset(DatasetGraph dataset, NetPatch patch) {
    super(new DatasetGraphChanges(dataset, patch));
  }

  @Override
  protected void actionAdd(Node graph, Node subject, Node predicate, Node object) {
    QuadRules.check(graph, subject, predicate, object);
    super.actionAdd(graph, subject, predicate, object);
  }

  @Override
  protected void actionDelete(Node graph, Node subject, Node predicate, Node object) {
    QuadRules.checkGraph(graph);
    super.actionDelete(graph, subject, predicate, object);
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
