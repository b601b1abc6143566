package io.controlgraph.api;

import io.controlgraph.api.openapi.Input;
import io.controlgraph.api.openapi.Offers;
import io.controlgraph.api.openapi.Operation;
import io.controlgraph.api.things.DataDescription;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.View;
import io.controlgraph.security.Limits;
import io.controlgraph.sparql.Answers;
import io.controlgraph.sparql.Asked;
import io.controlgraph.sparql.AskedAddress;
import io.controlgraph.sparql.EntityTag;
import io.controlgraph.sparql.GraphCounts;
import io.controlgraph.sparql.GraphFormat;
import io.controlgraph.sparql.GraphSink;
import io.controlgraph.sparql.Negotiation;
import io.controlgraph.sparql.Parameters;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.jena.graph.Graph;

/** What the server holds, for programs that look for data: VoID at its place, and DCAT. */
final class DescriptionRoutes implements Routes {
  private static final String VOID = "/.well-known/void";
  private static final String CATALOGUE = "/catalog";

  private final GraphStore store;
  private final Answers answers;
  private final Limits limits;
  private final DataDescription description;

  DescriptionRoutes(GraphStore store, Answers answers, GraphCounts counts, Limits limits) {
    this.store = store;
    this.answers = answers;
    this.limits = limits;
    this.description = new DataDescription(store.baseIri(), counts);
  }

  @Override
  public void addTo(Api api) {
    api.on(
        describing(VOID, "describeDataset", "What the server holds, in VoID"),
        ctx -> send(ctx, description::dataset));
    api.on(
        describing(CATALOGUE, "describeCatalogue", "What the server holds, in DCAT"),
        ctx -> send(ctx, description::catalogue));
  }

  private static Operation describing(String path, String id, String summary) {
    Offers offers = new Offers(GraphFormat.all());
    return Operation.get(path, id, "Linked data", summary)
        .takes(offers.input(), Input.timeout())
        .tagged()
        .gives(200, "The description.", offers.mediaTypes());
  }

  private void send(Context ctx, BiFunction<String, View, Graph> maker) throws IOException {
    Parameters parameters = Parameters.parse(ctx.queryString());
    Negotiation.Choice choice = Answers.choose(ctx, false, parameters.one("format"));
    String tag = EntityTag.of(ctx, store, choice.mediaType());
    if (EntityTag.isAnswered(ctx, tag)) {
      return;
    }
    answers.send(
        ctx,
        choice.mediaType(),
        Asked.named("description"),
        answers.deadline(parameters.one("timeout")),
        Map.of("ETag", tag),
        (view, out) ->
            GraphSink.write(
                maker.apply(AskedAddress.of(ctx), view),
                (GraphFormat) choice.format(),
                out,
                limits.collectedTriples()));
  }
}
