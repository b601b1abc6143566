package io.controlgraph.graph.rdf4j.fedx;

import org.eclipse.rdf4j.common.iteration.CloseableIteration;
import org.eclipse.rdf4j.federated.FederationContext;
import org.eclipse.rdf4j.federated.algebra.FilterValueExpr;
import org.eclipse.rdf4j.federated.endpoint.Endpoint;
import org.eclipse.rdf4j.federated.evaluation.TripleSourceBase;
import org.eclipse.rdf4j.federated.structures.QueryInfo;
import org.eclipse.rdf4j.federated.structures.QueryType;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.Dataset;
import org.eclipse.rdf4j.query.algebra.StatementPattern;
import org.eclipse.rdf4j.query.algebra.TupleExpr;
import org.jspecify.annotations.Nullable;

/** What a member says, as FedX asks for it: by queries only. */
final class MemberTriples extends TripleSourceBase {
  private final Member member;
  private final Reading reading;

  MemberTriples(FederationContext federation, Endpoint endpoint, Member member, Reading reading) {
    super(federation, endpoint);
    this.member = member;
    this.reading = reading;
  }

  @Override
  public CloseableIteration<BindingSet> getStatements(
      String query, BindingSet bindings, QueryType type, QueryInfo info) {
    return rows(query, bindings);
  }

  @Override
  public CloseableIteration<BindingSet> getStatements(
      String query, BindingSet bindings, @Nullable FilterValueExpr filter, QueryInfo info) {
    return rows(query, bindings);
  }

  private CloseableIteration<BindingSet> rows(String query, BindingSet bindings) {
    if (!bindings.isEmpty()) {
      throw byQueriesOnly();
    }
    return WatchedRows.of(member, reading, query);
  }

  @Override
  public CloseableIteration<BindingSet> getStatements(
      TupleExpr query, BindingSet bindings, @Nullable FilterValueExpr filter, QueryInfo info) {
    throw byQueriesOnly();
  }

  @Override
  public CloseableIteration<BindingSet> getStatements(
      StatementPattern pattern,
      BindingSet bindings,
      @Nullable FilterValueExpr filter,
      QueryInfo info) {
    throw byQueriesOnly();
  }

  @Override
  public CloseableIteration<Statement> getStatements(
      @Nullable Resource subject,
      @Nullable IRI predicate,
      @Nullable Value object,
      QueryInfo info,
      Resource... graphs) {
    throw byQueriesOnly();
  }

  @Override
  public boolean hasStatements(
      StatementPattern pattern, BindingSet bindings, QueryInfo info, @Nullable Dataset clauses) {
    throw byQueriesOnly();
  }

  @Override
  public boolean usePreparedQuery(StatementPattern pattern, QueryInfo info) {
    return true;
  }

  private static UnsupportedOperationException byQueriesOnly() {
    return new UnsupportedOperationException("Members are asked by queries.");
  }
}
