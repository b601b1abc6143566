package io.controlgraph.graph.jena;

import io.controlgraph.graph.GraphFailure;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.modify.request.QuadAcc;
import org.apache.jena.sparql.modify.request.QuadDataAcc;
import org.apache.jena.sparql.modify.request.UpdateDataDelete;
import org.apache.jena.sparql.modify.request.UpdateDataInsert;
import org.apache.jena.sparql.modify.request.UpdateDeleteWhere;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.update.Update;

/** Turns operations on a default graph into the same on one named graph. */
final class WithinGraph {
  private final Node graph;

  WithinGraph(Node graph) {
    this.graph = graph;
  }

  /**
   * The operation on the graph.
   *
   * @throws GraphFailure.QueryRejected if it changes anything else, or is more than inserting and
   *     deleting
   */
  Update of(Update operation) {
    if (operation instanceof UpdateDataInsert insert) {
      return new UpdateDataInsert(new QuadDataAcc(named(insert.getQuads())));
    }
    if (operation instanceof UpdateDataDelete delete) {
      return new UpdateDataDelete(new QuadDataAcc(named(delete.getQuads())));
    }
    if (operation instanceof UpdateDeleteWhere delete) {
      return new UpdateDeleteWhere(new QuadAcc(named(delete.getQuads())));
    }
    if (operation instanceof UpdateModify modify && !UpdateText.hasDataset(modify)) {
      named(modify.getDeleteQuads());
      named(modify.getInsertQuads());
      modify.setWithIRI(graph);
      return modify;
    }
    throw rejected();
  }

  private List<Quad> named(List<Quad> quads) {
    return quads.stream().map(this::named).toList();
  }

  private Quad named(Quad quad) {
    if (quad.isDefaultGraph() || quad.getGraph().equals(graph)) {
      return Quad.create(graph, quad.asTriple());
    }
    throw rejected();
  }

  private GraphFailure.QueryRejected rejected() {
    return new GraphFailure.QueryRejected(
        "This update is on the graph <%s>: it inserts and deletes there, without WITH, USING or the name of another."
            .formatted(graph.getURI()),
        0,
        0);
  }
}
