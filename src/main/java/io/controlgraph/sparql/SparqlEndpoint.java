package io.controlgraph.sparql;

import io.controlgraph.graph.Deadline;
import io.controlgraph.security.Limits;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.Map;
import org.apache.jena.query.Query;

/**
 * {@code /sparql}: the SPARQL 1.1 Protocol, and a description of itself by a GET without a query.
 */
public final class SparqlEndpoint implements Handler {
  private final RequestReader reader;
  private final Answers answers;
  private final Writes writes;
  private final Limits limits;
  private final ServiceDescription description;

  public SparqlEndpoint(Answers answers, Writes writes, GraphCounts counts, Limits limits) {
    this.reader = new RequestReader(limits);
    this.answers = answers;
    this.writes = writes;
    this.limits = limits;
    this.description = new ServiceDescription(writes.areAllowed(), answers.federates(), counts);
  }

  @Override
  public void handle(Context ctx) throws IOException {
    if (reader.isBare(ctx)) {
      describe(ctx, Parameters.parse(ctx.queryString()));
      return;
    }
    SparqlRequest request = reader.read(ctx);
    if (request instanceof UpdateRequest update) {
      update(ctx, update);
    } else if (request instanceof QueryRequest query) {
      answer(ctx, query);
    }
  }

  private void update(Context ctx, UpdateRequest request) {
    Deadline deadline = answers.deadline(request.timeout());
    String message = request.message();
    writes
        .write(
            ctx,
            new Writes.Purpose(
                request.update().text(),
                request.author(),
                message == null || message.isBlank() ? "SPARQL Update" : message),
            deadline,
            transaction -> transaction.update(request.update(), deadline))
        .ifPresent(
            revision ->
                ctx.status(204).header("Location", "/api/v1/revisions/" + revision.number()));
  }

  private void answer(Context ctx, QueryRequest request) throws IOException {
    Query query = QueryText.parse(request.text());
    String sparql = QueryText.withDataset(request, query);
    boolean rows = query.isSelectType() || query.isAskType();
    Negotiation.Choice choice = Answers.choose(ctx, rows, request.format());
    answers.answer(ctx, choice, request.text(), request.timeout(), Map.of(), view -> sparql);
  }

  private void describe(Context ctx, Parameters options) throws IOException {
    Negotiation.Choice choice = Answers.choose(ctx, false, options.one("format"));
    answers.send(
        ctx,
        choice.mediaType(),
        "service description",
        answers.deadline(options.one("timeout")),
        Map.of(),
        (view, out) ->
            GraphSink.write(
                description.of(ctx.url(), view),
                (GraphFormat) choice.format(),
                out,
                limits.collectedTriples()));
  }
}
