package io.controlgraph.graph.rdf4j.fedx;

import io.controlgraph.graph.GraphFailure;
import org.eclipse.rdf4j.common.iteration.CloseableIteration;
import org.eclipse.rdf4j.common.iteration.EmptyIteration;
import org.eclipse.rdf4j.common.iteration.LookAheadIteration;
import org.eclipse.rdf4j.query.Binding;
import org.eclipse.rdf4j.query.BindingSet;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a member, whose end is known to be their end, or told: a failure ends the read or
 * marks the member as missing, as the federation has it; it is never just fewer rows.
 */
final class WatchedRows extends LookAheadIteration<BindingSet> {
  private final Member member;
  private final Reading reading;
  private final CloseableIteration<BindingSet> rows;

  private WatchedRows(Member member, Reading reading, CloseableIteration<BindingSet> rows) {
    this.member = member;
    this.reading = reading;
    this.rows = rows;
  }

  /**
   * Asks a member, unless it is missing already.
   *
   * @throws GraphFailure if the member fails and may not
   */
  static CloseableIteration<BindingSet> of(Member member, Reading reading, String query) {
    if (reading.lacks(member.name())) {
      return new EmptyIteration<>();
    }
    try {
      return new WatchedRows(member, reading, member.rows(query, reading.requests()));
    } catch (GraphFailure e) {
      reading.failed(member, e);
      return new EmptyIteration<>();
    }
  }

  @Override
  protected @Nullable BindingSet getNextElement() {
    try {
      return rows.hasNext() ? joinable(rows.next()) : null;
    } catch (GraphFailure e) {
      reading.failed(member, e);
      return null;
    }
  }

  /** A blank node's label means nothing in another answer (SPARQL 1.1 Query, section 12.2.1). */
  private BindingSet joinable(BindingSet row) {
    for (Binding cell : row) {
      if (!cell.getValue().isIRI() && !cell.getValue().isLiteral()) {
        throw new GraphFailure.ServerFailed(
            member.where(),
            "holds blank nodes, which cannot be told from one answer to the next; give them IRIs"
                + " there");
      }
    }
    return row;
  }

  @Override
  protected void handleClose() {
    rows.close();
  }
}
