package io.controlgraph.graph.rdf4j;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.GraphQueryResult;
import org.eclipse.rdf4j.query.QueryEvaluationException;
import org.eclipse.rdf4j.query.QueryResult;
import org.eclipse.rdf4j.query.TupleQueryResult;

/** An answer that ends well only if its parser did. */
abstract class WholeResult<T, R extends QueryResult<T>> implements QueryResult<T> {
  private final R result;
  private final Future<?> parsing;
  private volatile boolean closed;

  private WholeResult(R result, Future<?> parsing) {
    this.result = result;
    this.parsing = parsing;
  }

  static TupleQueryResult rows(TupleQueryResult result, Future<?> parsing) {
    return new Rows(result, parsing);
  }

  static GraphQueryResult statements(GraphQueryResult result, Future<?> parsing) {
    return new Statements(result, parsing);
  }

  R result() {
    return result;
  }

  @Override
  public boolean hasNext() {
    if (result.hasNext()) {
      return true;
    }
    if (!closed) {
      requireEnd();
    }
    return false;
  }

  private void requireEnd() {
    try {
      parsing.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new QueryEvaluationException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new QueryEvaluationException(e);
    }
  }

  @Override
  public T next() {
    return result.next();
  }

  @Override
  public void close() {
    closed = true;
    result.close();
  }

  private static final class Rows extends WholeResult<BindingSet, TupleQueryResult>
      implements TupleQueryResult {
    private Rows(TupleQueryResult result, Future<?> parsing) {
      super(result, parsing);
    }

    @Override
    public List<String> getBindingNames() {
      return result().getBindingNames();
    }
  }

  private static final class Statements extends WholeResult<Statement, GraphQueryResult>
      implements GraphQueryResult {
    private Statements(GraphQueryResult result, Future<?> parsing) {
      super(result, parsing);
    }

    @Override
    public Map<String, String> getNamespaces() {
      return result().getNamespaces();
    }
  }
}
