package io.controlgraph.sparql;

import io.controlgraph.graph.Capability;
import io.controlgraph.graph.Deadline;
import io.controlgraph.security.Limits;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.query.Query;

/**
 * {@code /sparql}: the SPARQL 1.1 Protocol, and a description of itself by a GET without a query.
 */
public final class SparqlEndpoint implements Handler {
  /** How many rows were given of an answer that has more. */
  private static final String CUT_HEADER = "ControlGraph-Rows-Cut";

  private static final int LONGEST_LINK = 8000;

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
                new Asked("update", request.update().text()),
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
    String sparql = QueryText.withDataset(request);
    boolean rows = query.isSelectType() || query.isAskType();
    Negotiation.Choice choice = Answers.choose(ctx, rows, request.format());
    Map<String, String> headers = new LinkedHashMap<>();
    if (isKnown(ctx, query, choice, headers)) {
      return;
    }
    Asked asked = new Asked("sparql", request.text());
    if (request.origins()) {
      answers.store().require(Capability.ROW_ORIGINS);
    }
    if (query.isSelectType() && limits.resultRows() < Limits.ALL_ROWS) {
      cut(
          ctx,
          choice,
          asked,
          answers.deadline(request.timeout()),
          headers,
          sparql,
          request.origins());
    } else if (query.isSelectType() && request.origins()) {
      answers.send(
          ctx,
          choice.mediaType(),
          asked,
          answers.deadline(request.timeout()),
          headers,
          (view, out) ->
              ((RowFormat) choice.format())
                  .write(OriginRows.of(view.select(sparql), view, true), out));
    } else {
      answers.answer(ctx, choice, asked, request.timeout(), headers, view -> sparql);
    }
  }

  /** Tags an answer to a GET, where it stays the same as long as the graph does. */
  private boolean isKnown(
      Context ctx, Query query, Negotiation.Choice choice, Map<String, String> headers) {
    if (ctx.method().equals(HandlerType.POST) || !Repeatable.is(query)) {
      return false;
    }
    String tag = EntityTag.of(ctx, answers.store(), choice.mediaType());
    headers.put("ETag", tag);
    return EntityTag.isAnswered(ctx, tag);
  }

  private void cut(
      Context ctx,
      Negotiation.Choice choice,
      Asked asked,
      Deadline deadline,
      Map<String, String> headers,
      String sparql,
      boolean origins)
      throws IOException {
    CutRows rows = new CutRows(limits.resultRows());
    answers.send(
        ctx,
        choice.mediaType(),
        asked,
        deadline,
        headers,
        (view, out) ->
            rows.write(
                OriginRows.of(view.select(sparql), view, origins),
                (RowFormat) choice.format(),
                out,
                () -> {
                  headers.put(CUT_HEADER, Long.toString(limits.resultRows()));
                  rest(ctx, rows, sparql, choice).ifPresent(link -> headers.put("Link", link));
                }));
  }

  /** Where the rows after a cut are; nothing if the query is too long for an address. */
  private static Optional<String> rest(
      Context ctx, CutRows rows, String sparql, Negotiation.Choice choice) {
    String address =
        ctx.path()
            + "?"
            + Parameters.parse("format=" + choice.format().names().get(0))
                .with("query", rows.next(QueryText.parse(sparql)).serialize());
    return address.length() > LONGEST_LINK
        ? Optional.empty()
        : Optional.of("<" + address + ">; rel=\"next\"");
  }

  private void describe(Context ctx, Parameters options) throws IOException {
    Negotiation.Choice choice = Answers.choose(ctx, false, options.one("format"));
    String tag = EntityTag.of(ctx, answers.store(), choice.mediaType());
    if (EntityTag.isAnswered(ctx, tag)) {
      return;
    }
    answers.send(
        ctx,
        choice.mediaType(),
        Asked.named("service-description"),
        answers.deadline(options.one("timeout")),
        Map.of("ETag", tag),
        (view, out) ->
            GraphSink.write(
                description.of(AskedAddress.of(ctx) + ctx.path(), view),
                (GraphFormat) choice.format(),
                out,
                limits.collectedTriples()));
  }
}
