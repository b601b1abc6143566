package io.controlgraph.graph.rdf4j;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import java.util.List;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.TupleQueryResult;

/** Rows as they come from RDF4J, until the deadline. */
public final class TupleRows implements RowSet, AutoCloseable {
  private final TupleQueryResult result;
  private final Guard guard;
  private final Deadline.Registration whenOver;
  private final List<Var> vars;
  private long rows;

  /**
   * @param result is closed with the rows
   * @param guard under which it is read
   */
  public TupleRows(TupleQueryResult result, Guard guard) {
    this.result = result;
    this.guard = guard;
    this.vars = Var.varList(names(result, guard));
    this.whenOver = DeadlineClock.whenOver(guard.deadline(), () -> Ended.quietly(result));
  }

  private static List<String> names(TupleQueryResult result, Guard guard) {
    try {
      return guard.run(result::getBindingNames);
    } catch (GraphFailure e) {
      Ended.quietly(result);
      throw e;
    }
  }

  @Override
  public boolean hasNext() {
    return guard.run(result::hasNext);
  }

  @Override
  public Binding next() {
    Binding row = guard.run(() -> binding(result.next()));
    rows++;
    return row;
  }

  private static Binding binding(BindingSet row) {
    BindingBuilder builder = BindingFactory.builder();
    row.forEach(cell -> builder.add(Var.alloc(cell.getName()), Terms.node(cell.getValue())));
    return builder.build();
  }

  @Override
  public List<Var> getResultVars() {
    return vars;
  }

  @Override
  public long getRowNumber() {
    return rows;
  }

  @Override
  public void close() {
    whenOver.close();
    Ended.quietly(result);
  }
}
