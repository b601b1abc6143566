package io.controlgraph.graph.jena;

import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.Intake;
import io.controlgraph.graph.Revision;
import io.controlgraph.graph.View;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.sys.TDBInternal;

/** A view over a dataset in a transaction. */
class DatasetView implements View, AutoCloseable {
  private static final int QUADS_BETWEEN_CHECKS = 256;

  private final DatasetGraph dataset;
  private final boolean tdb;
  private final Revision revision;
  private final QueryRules text;
  private final QuerySession session;
  private boolean closed;

  DatasetView(DatasetGraph dataset, Revision revision, QueryRules text, QuerySession session) {
    this.dataset = dataset;
    this.tdb = TDBInternal.isBackedByTDB(dataset);
    this.revision = revision;
    this.text = text;
    this.session = session;
  }

  @Override
  public final Revision revision() {
    return revision;
  }

  @Override
  public final RowSet select(String sparql) {
    Query query = text.parse(sparql);
    require(query.isSelectType(), "SELECT");
    return rows(query);
  }

  @Override
  public final boolean ask(String sparql) {
    Query query = text.parse(sparql);
    require(query.isAskType(), "ASK");
    checkOpen();
    try (QuerySession.Running running = session.start(query, dataset, tdb)) {
      return session.guard(() -> running.execution().ask());
    }
  }

  @Override
  public final void construct(String sparql, StreamRDF sink) {
    Query query = text.parse(sparql);
    require(query.isConstructType() || query.isDescribeType(), "CONSTRUCT or DESCRIBE");
    require(!query.isConstructQuad(), "CONSTRUCT of triples");
    checkOpen();
    sink.start();
    if (query.isDescribeType()) {
      describe(query, sink);
    } else {
      try (QuerySession.Running running = session.start(query, dataset, tdb)) {
        session.guard(
            () -> {
              running.execution().constructTriples().forEachRemaining(sink::triple);
              return true;
            });
      }
    }
    sink.finish();
  }

  @Override
  public final Stream<Quad> quads(Node graph, Node subject, Node predicate, Node object) {
    checkOpen();
    session.checkDeadline();
    if (Quad.isDefaultGraph(graph) || Quad.isUnionGraph(graph)) {
      return Stream.empty();
    }
    Iterator<Quad> found = dataset.findNG(graph, subject, predicate, StoredTerms.of(object));
    int[] count = {0};
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(found, 0), false)
        .peek(
            quad -> {
              if (++count[0] % QUADS_BETWEEN_CHECKS == 0) {
                session.checkDeadline();
              }
            });
  }

  @Override
  public final void statements(Intake intake) {
    if (!(dataset instanceof DatasetGraphTDB stored)) {
      View.super.statements(intake);
      return;
    }
    checkOpen();
    session.checkDeadline();
    NodeTupleTable table = stored.getQuadTable().getNodeTupleTable();
    Function<Object, Node> terms =
        token ->
            token instanceof NodeId id ? table.getNodeTable().getNodeForNodeId(id) : (Node) token;
    Iterator<Tuple<NodeId>> quads = table.findAll();
    for (int count = 1; quads.hasNext(); count++) {
      Tuple<NodeId> quad = quads.next();
      intake.take(new TokenQuad(quad.get(1), quad.get(2), token(quad.get(3)), terms));
      if (count % QUADS_BETWEEN_CHECKS == 0) {
        session.checkDeadline();
      }
    }
  }

  /** A value itself: ids of values are equal where their types are not, as 1 and true. */
  private static Object token(NodeId id) {
    return NodeId.isInline(id) ? NodeId.extract(id) : id;
  }

  /** Sends what the query's default graph says about each node that it names or finds. */
  private void describe(Query query, StreamRDF sink) {
    Set<Node> nodes = new LinkedHashSet<>(query.getResultURIs());
    if (query.getQueryPattern() != null) {
      Query find = query.cloneQuery();
      find.setQuerySelectType();
      RowSet rows = rows(find);
      while (rows.hasNext()) {
        Binding row = rows.next();
        for (Var var : find.getProjectVars()) {
          Node node = row.get(var);
          if (node != null) {
            nodes.add(node);
          }
        }
      }
      rows.close();
    }
    Graph graph = defaultGraph(query);
    for (Node node : nodes) {
      session.checkDeadline();
      graph.find(node, Node.ANY, Node.ANY).forEachRemaining(sink::triple);
    }
  }

  private Graph defaultGraph(Query query) {
    return query.hasDatasetDescription()
        ? DynamicDatasets.dynamicDataset(query.getDatasetDescription(), dataset, false)
            .getDefaultGraph()
        : dataset.getUnionGraph();
  }

  private RowSet rows(Query query) {
    checkOpen();
    QuerySession.Running running = session.start(query, dataset, tdb);
    return new GuardedRows(session.guard(() -> running.execution().select()), session, running);
  }

  private static void require(boolean isSo, String kind) {
    if (!isSo) {
      throw new GraphFailure.QueryRejected("This is not a " + kind + " query.", 0, 0);
    }
  }

  final void checkOpen() {
    if (closed) {
      throw new IllegalStateException("The view is used after its work has ended.");
    }
  }

  @Override
  public void close() {
    closed = true;
    session.close();
  }
}
