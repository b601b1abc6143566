package io.controlgraph.graph.rdf4j.fedx;

import io.controlgraph.graph.Intake;
import io.controlgraph.graph.Revision;
import io.controlgraph.graph.View;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/** A federation as one read sees it. */
final class FedxView implements View {
  private final View dataset;
  private final Reading reading;
  private final Origins origins;
  private final MemberStreams streams;
  private final Set<String> members;

  /**
   * Shows a federation.
   *
   * @param dataset answers from what the members say
   * @param streams reads what the members say without joining it
   * @param members their names
   */
  FedxView(
      View dataset, Reading reading, Origins origins, MemberStreams streams, Set<String> members) {
    this.dataset = dataset;
    this.reading = reading;
    this.origins = origins;
    this.streams = streams;
    this.members = Set.copyOf(members);
  }

  @Override
  public Revision revision() {
    return dataset.revision();
  }

  @Override
  public RowSet select(String sparql) {
    return new WholeRows(whole(() -> dataset.select(sparql)));
  }

  @Override
  public boolean ask(String sparql) {
    return whole(() -> dataset.ask(sparql));
  }

  @Override
  public void construct(String sparql, StreamRDF sink) {
    dataset.construct(sparql, sink);
    reading.requireNoFailure();
  }

  @Override
  public Stream<Quad> quads(Node graph, Node subject, Node predicate, Node object) {
    return whole(() -> dataset.quads(graph, subject, predicate, object));
  }

  @Override
  public void statements(Intake intake) {
    streams.read(intake);
  }

  @Override
  public Set<String> members() {
    return members;
  }

  @Override
  public Set<String> missing() {
    return reading.missing();
  }

  @Override
  public Map<Node, Set<String>> origins(Collection<Node> nodes) {
    return origins.of(nodes);
  }

  /** An expression that fails is just unbound, so that a failure may not come through by itself. */
  private <T> T whole(Supplier<T> step) {
    T result = step.get();
    reading.requireNoFailure();
    return result;
  }

  private final class WholeRows implements RowSet {
    private final RowSet rows;

    private WholeRows(RowSet rows) {
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      return whole(rows::hasNext);
    }

    @Override
    public Binding next() {
      return whole(rows::next);
    }

    @Override
    public List<Var> getResultVars() {
      return rows.getResultVars();
    }

    @Override
    public long getRowNumber() {
      return rows.getRowNumber();
    }

    @Override
    public void close() {
      rows.close();
    }
  }
}
