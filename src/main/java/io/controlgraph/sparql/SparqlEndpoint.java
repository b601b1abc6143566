package io.controlgraph.sparql;

import io.controlgraph.graph.GraphStore;
import io.controlgraph.security.Limits;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.Map;
import org.apache.jena.query.Query;

/** {@code /sparql}: queries by GET, by form and by direct POST. It changes nothing. */
public final class SparqlEndpoint implements Handler {
  private final RequestReader reader;
  private final Answers answers;

  public SparqlEndpoint(GraphStore store, Limits limits) {
    this.reader = new RequestReader(limits);
    this.answers = new Answers(store, limits);
  }

  @Override
  public void handle(Context ctx) throws IOException {
    QueryRequest request = reader.read(ctx);
    Query query = QueryText.parse(request.text());
    String sparql = QueryText.withDataset(request, query);
    boolean rows = query.isSelectType() || query.isAskType();
    Negotiation.Choice choice = Answers.choose(ctx, rows, request.format());
    answers.answer(ctx, choice, request.timeout(), Answers.Page.ALL, Map.of(), view -> sparql);
  }
}
