package io.controlgraph.graph.jena;

import io.controlgraph.graph.GraphFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIter1;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.expr.ExprList;
import org.jspecify.annotations.Nullable;

/**
 * Rows joined, or left-joined, with what another server has for them: SPARQL 1.1 Federated Query.
 * It is asked for {@value #BATCH} rows at once, since a request for each would take too long, and
 * one for all of what it has too much.
 */
final class ServiceRows extends QueryIter1 {
  private static final int BATCH = 100;

  private final OpService service;
  private final ServiceQuery query;
  private final @Nullable ExprList conditions;
  private final ServiceCalls calls;
  private @Nullable Binding ahead;
  private @Nullable QueryIterator joined;
  private @Nullable Answer last;

  /** {@code conditions} are those of a left join; null makes it a join. */
  ServiceRows(
      QueryIterator input,
      OpService service,
      @Nullable ExprList conditions,
      ExecutionContext context) {
    super(input, context);
    this.service = service;
    this.query = new ServiceQuery(service);
    this.conditions = conditions;
    this.calls = ServiceCalls.of(context.getContext());
  }

  private record Answer(Node endpoint, String query, List<Binding> rows) {}

  @Override
  protected boolean hasNextBinding() {
    while (joined == null || !joined.hasNext()) {
      closeSubIterator();
      List<Binding> batch = batch();
      if (batch.isEmpty()) {
        return false;
      }
      List<Binding> answer = answer(batch);
      joined =
          new JoinedRows(
              QueryIterPlainWrapper.create(batch.iterator(), getExecContext()),
              QueryIterPlainWrapper.create(answer.iterator(), getExecContext()),
              conditions,
              getExecContext());
    }
    return true;
  }

  @Override
  protected Binding moveToNextBinding() {
    return Objects.requireNonNull(joined).next();
  }

  /** The next rows that ask the same server. */
  private List<Binding> batch() {
    List<Binding> batch = new ArrayList<>();
    while (batch.size() < BATCH) {
      if (ahead == null && getInput().hasNext()) {
        ahead = getInput().next();
      }
      if (ahead == null || (!batch.isEmpty() && !endpoint(ahead).equals(endpoint(batch.get(0))))) {
        break;
      }
      batch.add(ahead);
      ahead = null;
    }
    return batch;
  }

  private Node endpoint(Binding row) {
    return Substitute.substitute(service.getService(), row);
  }

  private List<Binding> answer(List<Binding> batch) {
    Node endpoint = endpoint(batch.get(0));
    String text = query.text(batch);
    if (last == null || !last.endpoint().equals(endpoint) || !last.query().equals(text)) {
      last = new Answer(endpoint, text, ask(endpoint, text));
    }
    return last.rows();
  }

  /** SILENT is for servers that fail: it lifts neither a refusal nor the deadline. */
  private List<Binding> ask(Node endpoint, String text) {
    try {
      return calls.ask(endpoint, text, query::here);
    } catch (GraphFailure.ServiceFailed e) {
      if (service.getSilent()) {
        return List.of(BindingFactory.root());
      }
      throw e;
    }
  }

  @Override
  protected void closeSubIterator() {
    if (joined != null) {
      joined.close();
      joined = null;
    }
  }

  @Override
  protected void requestSubCancel() {}
}
