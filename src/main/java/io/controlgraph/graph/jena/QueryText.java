package io.controlgraph.graph.jena;

import io.controlgraph.graph.GraphFailure;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.shared.impl.PrefixMappingImpl;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.syntax.Element;

/** Reads queries, and refuses what no reader may ask. */
final class QueryText {
  /** Names that TDB2 gives to its real default graph, where the store keeps its own notes. */
  private static final String HIDDEN_GRAPH = "<urn:x-arq:DefaultGraph";

  private final String baseIri;

  QueryText(String baseIri) {
    this.baseIri = baseIri;
  }

  /**
   * Reads a query of SPARQL 1.1.
   *
   * @throws GraphFailure.QueryRejected if it is none, calls a SERVICE, or names a hidden graph
   */
  Query parse(String sparql) {
    try {
      Query query = QueryFactory.create(sparql, baseIri, Syntax.syntaxSPARQL_11);
      check(query);
      return query;
    } catch (QueryParseException e) {
      throw new GraphFailure.QueryRejected(
          String.valueOf(e.getMessage()), Math.max(0, e.getLine()), Math.max(0, e.getColumn()));
    } catch (QueryException e) {
      throw new GraphFailure.QueryRejected(String.valueOf(e.getMessage()), 0, 0);
    } catch (StackOverflowError e) {
      throw new GraphFailure.QueryRejected("The query is nested too deeply.", 0, 0);
    }
  }

  /**
   * Holds the pattern of an update to the same rules.
   *
   * @throws GraphFailure.QueryRejected if it calls a SERVICE, or names a hidden graph
   */
  void check(Element pattern) {
    Query query = QueryFactory.make();
    query.setQueryAskType();
    query.setQueryPattern(pattern);
    check(query);
  }

  private static void check(Query query) {
    if (query.getQueryPattern() != null) {
      Walker.walk(Algebra.compile(query), new RefuseService(), new ExprVisitorBase());
    }
    refuseHiddenGraph(query);
  }

  private static void refuseHiddenGraph(Query query) {
    Query bare = query.cloneQuery();
    bare.setPrefixMapping(new PrefixMappingImpl());
    if (bare.serialize().contains(HIDDEN_GRAPH)) {
      throw new GraphFailure.QueryRejected(
          "Jena's name for a default graph means nothing here; leave GRAPH out to ask all graphs.",
          0,
          0);
    }
  }

  private static final class RefuseService extends OpVisitorBase {
    @Override
    public void visit(OpService service) {
      throw new GraphFailure.QueryRejected(
          "SERVICE is off: a query may not send requests to %s.".formatted(service.getService()),
          0,
          0);
    }
  }
}
