package io.controlgraph.graph.jena;

import java.util.List;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/** Rows whose failures are those of the port. */
final class GuardedRows implements RowSet {
  private final RowSet rows;
  private final QuerySession session;
  private final QuerySession.Running running;

  GuardedRows(RowSet rows, QuerySession session, QuerySession.Running running) {
    this.rows = rows;
    this.session = session;
    this.running = running;
  }

  @Override
  public boolean hasNext() {
    return session.guard(rows::hasNext);
  }

  @Override
  public Binding next() {
    return session.guard(rows::next);
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
    running.close();
  }
}
