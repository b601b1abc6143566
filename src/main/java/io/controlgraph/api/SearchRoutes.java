package io.controlgraph.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.controlgraph.api.nodes.Card;
import io.controlgraph.api.nodes.Cards;
import io.controlgraph.api.openapi.Input;
import io.controlgraph.api.openapi.Operation;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Scope;
import io.controlgraph.search.Hit;
import io.controlgraph.search.LabelIndex;
import io.controlgraph.search.LiveIndex;
import io.controlgraph.search.Match;
import io.controlgraph.search.Request;
import io.controlgraph.security.Refusal;
import io.controlgraph.sparql.Answers;
import io.controlgraph.sparql.EntityTag;
import io.controlgraph.sparql.Freshness;
import io.controlgraph.sparql.Parameters;
import io.controlgraph.vocab.Cg;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;

/**
 * Search as you type. It reads the index alone and takes no turn among the queries, so that it
 * answers while they wait.
 */
final class SearchRoutes implements Routes {
  private static final String PATH = "/api/v1/search";
  private static final String JSON = "application/json";
  private static final int USUAL = 20;
  private static final int MOST = 100;
  private static final int LONGEST = 200;

  private final GraphStore store;
  private final LiveIndex live;
  private final Answers answers;

  SearchRoutes(GraphStore store, LiveIndex live, Answers answers) {
    this.store = store;
    this.live = live;
    this.answers = answers;
  }

  /** A hit as it is written. */
  private record Found(@JsonUnwrapped Card card, Matched matched) {}

  /**
   * Why a thing was found.
   *
   * @param property whose value fits best
   * @param how {@code id}, {@code label} and so on, as {@link Match.How} lists them
   * @param edits how many letters were forgiven
   */
  private record Matched(String property, String text, String how, int edits) {
    static Matched of(Match match) {
      return new Matched(
          match.property().getURI(),
          match.text(),
          match.how().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          match.edits());
    }
  }

  private record SearchAnswer(String query, List<Found> hits) {}

  @Override
  public void addTo(Api api) {
    api.on(
        Operation.get(PATH, "search", "Things", "Find things as one types")
            .takes(
                Input.text("q", "What to look for: words, or an id in any common spelling.").must(),
                Input.number("limit", 1, MOST, "How many hits; 20 if nothing is said."),
                Input.text(
                    "type", "A class, by its IRI or as cg:Dataset, to find only its things."),
                Input.timeout())
            .tagged()
            .givesJson(200, "The hits, the best first.", SearchAnswer.class),
        this::search);
  }

  private void search(Context ctx) throws InterruptedException {
    Parameters parameters = Parameters.parse(ctx.queryString());
    Request request =
        new Request(text(parameters), type(parameters.one("type")), limit(parameters), Scope.ALL);
    LabelIndex index =
        live.await(answers.deadline(parameters.one("timeout")))
            .orElseThrow(
                () ->
                    new Refusal(503, "index-not-ready", "The search index is being built.")
                        .withHeader("Retry-After", "2"));
    ctx.header("ControlGraph-Revision", Long.toString(index.revision()));
    if (isKnown(ctx, index)) {
      return;
    }
    Cards cards = new Cards(store.baseIri(), index::entry);
    Json.send(
        ctx,
        new SearchAnswer(
            request.text(), index.search(request).stream().map(hit -> found(hit, cards)).toList()));
  }

  /** Tags the answer, unless a commit comes just now. */
  private boolean isKnown(Context ctx, LabelIndex index) {
    Freshness.mark(ctx);
    if (store.revision().number() != index.revision()) {
      return false;
    }
    String tag = EntityTag.of(ctx, store, JSON);
    ctx.header("ETag", tag);
    return EntityTag.isAnswered(ctx, tag);
  }

  private static Found found(Hit hit, Cards cards) {
    return new Found(cards.card(hit.thing()), Matched.of(hit.match()));
  }

  private static String text(Parameters parameters) {
    String text = parameters.one("q");
    if (text == null) {
      throw new Refusal(
          400, "missing-parameter", "Say what to look for: " + PATH + "?q=access+control");
    }
    if (text.length() > LONGEST) {
      throw new Refusal(
          400, "bad-parameter", "The parameter 'q' goes to %d characters.".formatted(LONGEST));
    }
    return text;
  }

  private static int limit(Parameters parameters) {
    long limit = parameters.number("limit", 1, USUAL);
    if (limit > MOST) {
      throw new Refusal(400, "bad-parameter", "The parameter 'limit' goes to %d.".formatted(MOST));
    }
    return (int) limit;
  }

  private static @Nullable Node type(@Nullable String given) {
    if (given == null || given.isEmpty()) {
      return null;
    }
    if (given.startsWith(Cg.PREFIX + ":")) {
      return Cg.term(given.substring(Cg.PREFIX.length() + 1));
    }
    if (given.matches("[A-Za-z][A-Za-z0-9+.-]*:\\S+")) {
      return NodeFactory.createURI(given);
    }
    throw new Refusal(
        400,
        "bad-parameter",
        "The parameter 'type' is a class, by its IRI or as cg:Dataset, not: " + given);
  }
}
