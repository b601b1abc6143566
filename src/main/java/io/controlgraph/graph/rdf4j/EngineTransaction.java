package io.controlgraph.graph.rdf4j;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.Revision;
import io.controlgraph.graph.Transaction;
import io.controlgraph.graph.Update;
import io.controlgraph.graph.View;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.RowSet;

/**
 * A transaction whose queries the engine answers for as long as nothing is changed; from then on
 * they are answered here, on what the engine holds and the changes.
 */
final class EngineTransaction implements Transaction {
  private final View engine;
  private final Transaction draft;
  private boolean changed;

  EngineTransaction(View engine, Transaction draft) {
    this.engine = engine;
    this.draft = draft;
  }

  private View view() {
    return changed ? draft : engine;
  }

  @Override
  public Revision revision() {
    return engine.revision();
  }

  @Override
  public RowSet select(String sparql) {
    return view().select(sparql);
  }

  @Override
  public boolean ask(String sparql) {
    return view().ask(sparql);
  }

  @Override
  public void construct(String sparql, StreamRDF sink) {
    view().construct(sparql, sink);
  }

  @Override
  public Stream<Quad> quads(Node graph, Node subject, Node predicate, Node object) {
    return draft.quads(graph, subject, predicate, object);
  }

  @Override
  public boolean contains(Quad quad) {
    return draft.contains(quad);
  }

  @Override
  public void add(Quad quad) {
    changed = true;
    draft.add(quad);
  }

  @Override
  public void delete(Quad quad) {
    changed = true;
    draft.delete(quad);
  }

  @Override
  public void deleteGraph(Node graph) {
    changed = true;
    draft.deleteGraph(graph);
  }

  @Override
  public void update(Update update, Deadline deadline) {
    changed = true;
    draft.update(update, deadline);
  }
}
