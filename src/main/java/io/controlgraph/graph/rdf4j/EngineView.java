package io.controlgraph.graph.rdf4j;

import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.Revision;
import io.controlgraph.graph.View;
import io.controlgraph.graph.jena.QueryRules;
import io.controlgraph.graph.jena.StoredTerms;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.Spliterators;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.eclipse.rdf4j.query.GraphQueryResult;
import org.eclipse.rdf4j.query.Operation;
import org.eclipse.rdf4j.query.QueryLanguage;
import org.eclipse.rdf4j.query.TupleQueryResult;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.jspecify.annotations.Nullable;

/** A view over a connection of RDF4J's. */
public class EngineView implements View, AutoCloseable {
  private static final Var GRAPH = Var.alloc("g");
  private static final Var SUBJECT = Var.alloc("s");
  private static final Var PREDICATE = Var.alloc("p");
  private static final Var OBJECT = Var.alloc("o");

  private final RepositoryConnection connection;
  private final Revision revision;
  private final QueryRules rules;
  private final String baseIri;
  private final Guard guard;
  private final List<AutoCloseable> open = new ArrayList<>();
  private boolean closed;

  /**
   * @param connection stays open after the view
   * @param revision the revision read, or the latest known where there are none
   * @param rules what may be asked
   * @param baseIri what relative IRIs begin with
   * @param guard under which all is asked
   */
  public EngineView(
      RepositoryConnection connection,
      Revision revision,
      QueryRules rules,
      String baseIri,
      Guard guard) {
    this.connection = connection;
    this.revision = revision;
    this.rules = rules;
    this.baseIri = baseIri;
    this.guard = guard;
  }

  @Override
  public Revision revision() {
    return revision;
  }

  @Override
  public RowSet select(String sparql) {
    Query query = rules.parse(sparql);
    require(query.isSelectType(), "SELECT");
    String text = EngineText.from(sparql, query);
    return rows(text, base(text), query.getResultVars().isEmpty());
  }

  private @Nullable String base(String text) {
    return RelativeIris.mayBeIn(text) ? baseIri : null;
  }

  /** Whether a pattern is there, which is known to be allowed. */
  boolean holds(String pattern) {
    checkOpen();
    return guard.run(
        () -> connection.prepareBooleanQuery(QueryLanguage.SPARQL, "ASK " + pattern).evaluate());
  }

  /** Rows of a query that is known to be allowed. */
  TupleRows rows(String sparql) {
    return rows(sparql, null, false);
  }

  private TupleRows rows(String sparql, @Nullable String base, boolean isWithoutColumns) {
    checkOpen();
    TupleQueryResult result =
        guard.run(
            () -> connection.prepareTupleQuery(QueryLanguage.SPARQL, sparql, base).evaluate());
    TupleRows rows = new TupleRows(result, guard);
    open.add(rows);
    if (!isWithoutColumns && rows.getResultVars().isEmpty()) {
      // RDF4J takes any object of JSON for an answer, if need be one without rows.
      throw guard.failed("gave an answer without columns, which is none to what it was asked");
    }
    return rows;
  }

  @Override
  public boolean ask(String sparql) {
    Query query = rules.parse(sparql);
    require(query.isAskType(), "ASK");
    checkOpen();
    String text = EngineText.from(sparql, query);
    return guard.run(
        () ->
            timed(connection.prepareBooleanQuery(QueryLanguage.SPARQL, text, base(text)))
                .evaluate());
  }

  @Override
  public void construct(String sparql, StreamRDF sink) {
    Query query = rules.parse(sparql);
    require(query.isConstructType() || query.isDescribeType(), "CONSTRUCT or DESCRIBE");
    require(!query.isConstructQuad(), "CONSTRUCT of triples");
    sink.start();
    if (query.isDescribeType()) {
      describe(query, sink);
    } else {
      triples(EngineText.from(sparql, query), sink);
    }
    sink.finish();
  }

  /** How many triples a query makes that is known to be allowed. */
  long constructed(String sparql) {
    long[] count = {0};
    triples(
        sparql,
        new StreamRDFBase() {
          @Override
          public void triple(Triple triple) {
            count[0]++;
          }
        });
    return count[0];
  }

  private void triples(String sparql, StreamRDF sink) {
    checkOpen();
    GraphQueryResult result =
        guard.run(
            () ->
                timed(connection.prepareGraphQuery(QueryLanguage.SPARQL, sparql, base(sparql)))
                    .evaluate());
    try (Statements triples = new Statements(result, guard)) {
      triples.forEachRemaining(sink::triple);
    }
  }

  /**
   * Sends what the query's default graph says about each node that it names or finds: what a
   * DESCRIBE says is the engine's choice (SPARQL 1.1 Query, section 16.4), and ours is the same on
   * all of them.
   */
  private void describe(Query query, StreamRDF sink) {
    Set<Node> nodes = new LinkedHashSet<>(query.getResultURIs());
    if (query.getQueryPattern() != null) {
      Query find = query.cloneQuery();
      find.setQuerySelectType();
      try (TupleRows rows = rows(EngineText.from(find.serialize(), find))) {
        while (rows.hasNext()) {
          Binding row = rows.next();
          find.getProjectVars().stream()
              .map(row::get)
              .filter(node -> node != null && node.isURI())
              .forEach(nodes::add);
        }
      }
    }
    if (nodes.isEmpty()) {
      return;
    }
    String all =
        "CONSTRUCT { ?node ?p ?o } %s WHERE { VALUES ?node { %s } ?node ?p ?o }"
            .formatted(
                dataset(query), nodes.stream().map(Sparql::of).collect(Collectors.joining(" ")));
    triples(EngineText.from(all, rules.parse(all)), sink);
  }

  private static String dataset(Query query) {
    return Stream.concat(
            query.getGraphURIs().stream().map(graph -> "FROM <" + graph + ">"),
            query.getNamedGraphURIs().stream().map(graph -> "FROM NAMED <" + graph + ">"))
        .collect(Collectors.joining(" "));
  }

  @Override
  public Stream<Quad> quads(Node graph, Node subject, Node predicate, Node object) {
    if (Quad.isDefaultGraph(graph) || Quad.isUnionGraph(graph) || Notes.GRAPH.equals(graph)) {
      return Stream.empty();
    }
    Node stored = StoredTerms.of(object);
    TupleRows rows = rows(pattern(graph, subject, predicate, stored));
    Iterator<Quad> quads =
        Iter.map(
            rows,
            row ->
                Quad.create(
                    term(graph, row, GRAPH),
                    term(subject, row, SUBJECT),
                    term(predicate, row, PREDICATE),
                    term(stored, row, OBJECT)));
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(quads, 0), false)
        .filter(quad -> !quad.getGraph().equals(Notes.GRAPH))
        .onClose(rows::close);
  }

  private static String pattern(Node graph, Node subject, Node predicate, Node object) {
    boolean ground = Stream.of(graph, subject, predicate, object).allMatch(Node::isConcrete);
    return "SELECT %s WHERE { GRAPH %s { %s %s %s } }"
        .formatted(
            ground ? "(1 AS ?one)" : "*",
            text(graph, GRAPH),
            text(subject, SUBJECT),
            text(predicate, PREDICATE),
            text(object, OBJECT));
  }

  private static String text(Node node, Var variable) {
    return node.isConcrete() ? Sparql.of(node) : "?" + variable.getVarName();
  }

  private static Node term(Node given, Binding row, Var variable) {
    return given.isConcrete() ? given : row.get(variable);
  }

  /** An engine that runs here stops by itself; the guard is for those that do not. */
  private <T extends Operation> T timed(T query) {
    query.setMaxExecutionTime((int) guard.deadline().left().toSeconds() + 1);
    return query;
  }

  private static void require(boolean isSo, String kind) {
    if (!isSo) {
      throw new GraphFailure.QueryRejected("This is not a " + kind + " query.", 0, 0);
    }
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("The view is used after its work has ended.");
    }
  }

  @Override
  public void close() {
    closed = true;
    for (AutoCloseable each : open) {
      try {
        each.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
