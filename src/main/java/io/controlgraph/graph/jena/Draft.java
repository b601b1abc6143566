package io.controlgraph.graph.jena;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore.WriteWork;
import io.controlgraph.graph.Preview;
import io.controlgraph.graph.Revision;
import java.util.ArrayList;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;

/**
 * Works out what a write would change: runs it on a dataset with the changes laid over it, which
 * never reach the dataset, and holds the result against the shapes.
 *
 * <p>For any dataset whose named graphs can be searched, be they here or on another server.
 */
public final class Draft {
  private final ShapeCheck shapes;
  private final QueryRules queries;
  private final UpdateText updates;

  /**
   * Drafts for the stores of one base IRI.
   *
   * @param baseIri what relative IRIs in updates begin with
   * @param shapes gives the SHACL shapes; asked once, before the first draft
   */
  public Draft(String baseIri, QueryRules queries, Supplier<Graph> shapes) {
    this(new ShapeCheck(shapes), queries, new UpdateText(queries, baseIri));
  }

  Draft(ShapeCheck shapes, QueryRules queries, UpdateText updates) {
    this.shapes = shapes;
    this.queries = queries;
    this.updates = updates;
  }

  /**
   * Runs the work and tells its net change.
   *
   * @param base the dataset, which must not change meanwhile
   * @param revision the revision that the dataset is at
   * @param deadline until when it may work; null for as long as it takes
   * @throws X what the work throws
   */
  public <X extends Exception> Preview of(
      DatasetGraph base, Revision revision, @Nullable Deadline deadline, WriteWork<X> work)
      throws X {
    OverlayDataset overlay = new OverlayDataset(base);
    try (DatasetTransaction transaction =
        new DatasetTransaction(overlay, revision, queries, updates)) {
      transaction.until(deadline);
      work.write(transaction);
      NetPatch patch = transaction.patch();
      return new Preview(
          new ArrayList<>(patch.added()),
          new ArrayList<>(patch.deleted()),
          shapes.check(overlay.getUnionGraph(), patch));
    }
  }
}
