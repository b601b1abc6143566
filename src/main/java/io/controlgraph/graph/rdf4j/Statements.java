package io.controlgraph.graph.rdf4j;

import io.controlgraph.graph.Deadline;
import java.util.Iterator;
import org.apache.jena.graph.Triple;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.query.GraphQueryResult;

/** Triples as they come from RDF4J, until the deadline. */
final class Statements implements Iterator<Triple>, AutoCloseable {
  private final GraphQueryResult result;
  private final Guard guard;
  private final Deadline.Registration whenOver;

  /**
   * @param result is closed with the triples
   * @param guard under which it is read
   */
  Statements(GraphQueryResult result, Guard guard) {
    this.result = result;
    this.guard = guard;
    this.whenOver = DeadlineClock.whenOver(guard.deadline(), () -> Ended.quietly(result));
  }

  @Override
  public boolean hasNext() {
    return guard.run(result::hasNext);
  }

  @Override
  public Triple next() {
    return guard.run(() -> triple(result.next()));
  }

  private static Triple triple(Statement statement) {
    return Triple.create(
        Terms.node(statement.getSubject()),
        Terms.node(statement.getPredicate()),
        Terms.node(statement.getObject()));
  }

  @Override
  public void close() {
    whenOver.close();
    Ended.quietly(result);
  }
}
