package io.controlgraph.graph.jena;

import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.KnownTexts;
import io.controlgraph.graph.QueryWalker;
import io.controlgraph.graph.ServiceList;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.shared.impl.PrefixMappingImpl;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.syntax.Element;

/** Reads queries, and refuses what no reader may ask. */
public final class QueryRules {
  /** Names that TDB2 gives to its real default graph, where the store keeps its own notes. */
  private static final String HIDDEN_GRAPH = "<urn:x-arq:DefaultGraph";

  /** In characters. */
  private static final int KEPT = 500_000;

  private final String baseIri;
  private final ServiceList services;
  private final KnownTexts<Boolean> accepted = new KnownTexts<>(KEPT);

  /**
   * Reads queries.
   *
   * @param baseIri what relative IRIs begin with
   * @param services the other servers that they may ask
   */
  public QueryRules(String baseIri, ServiceList services) {
    this.baseIri = baseIri;
    this.services = services;
  }

  /**
   * Reads a query of SPARQL 1.1.
   *
   * @throws GraphFailure.QueryRejected if it is none, or names a hidden graph
   * @throws GraphFailure.ServiceRefused if it asks a server that is not on the list. What a
   *     variable comes to shows when the query runs
   */
  public Query parse(String sparql) {
    try {
      Query query = QueryFactory.create(sparql, baseIri, Syntax.syntaxSPARQL_11);
      accepted.of(sparql, unknown -> isAccepted(query));
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

  private boolean isAccepted(Query query) {
    check(query, this::checkService);
    return true;
  }

  /**
   * Holds the pattern of an update to the same rules.
   *
   * @throws GraphFailure.QueryRejected if it names a hidden graph
   * @throws GraphFailure.ServiceRefused if it asks another server, be it one that queries may ask:
   *     what is written must not depend on what others say, for it could not be told from the log
   */
  void check(Element pattern) {
    Query query = QueryFactory.make();
    query.setQueryAskType();
    query.setQueryPattern(pattern);
    check(query, QueryRules::refuseService);
  }

  private static void check(Query query, Consumer<Node> atService) {
    if (query.getQueryPattern() != null) {
      QueryWalker.walk(query, new Services(atService), new ExprVisitorBase());
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

  private void checkService(Node service) {
    if (service.isVariable() && !services.isEmpty()) {
      return;
    }
    services.require(service);
  }

  private static void refuseService(Node service) {
    throw new GraphFailure.ServiceRefused(
        "An update asks no other server, and so not SERVICE %s. Ask it by a query, and insert what it"
                .formatted(service.isURI() ? "<" + service.getURI() + ">" : service)
            + " says.");
  }

  private static final class Services extends OpVisitorBase {
    private final Consumer<Node> action;

    private Services(Consumer<Node> action) {
      this.action = action;
    }

    @Override
    public void visit(OpService service) {
      action.accept(service.getService());
    }
  }
}
