package io.controlgraph.api;

import io.controlgraph.api.nodes.Card;
import io.controlgraph.api.nodes.Cards;
import io.controlgraph.api.nodes.LinkCounts;
import io.controlgraph.api.nodes.Links;
import io.controlgraph.api.nodes.Neighbour;
import io.controlgraph.api.nodes.NodeDescription;
import io.controlgraph.api.nodes.NodeNames;
import io.controlgraph.api.openapi.Input;
import io.controlgraph.api.openapi.Operation;
import io.controlgraph.api.rows.RowPage;
import io.controlgraph.api.things.Thing;
import io.controlgraph.api.things.Things;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.View;
import io.controlgraph.search.LiveIndex;
import io.controlgraph.security.Refusal;
import io.controlgraph.sparql.Answers;
import io.controlgraph.sparql.Asked;
import io.controlgraph.sparql.EntityTag;
import io.controlgraph.sparql.Parameters;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;

/**
 * One thing, and its neighbours. A thing is named by {@code node=}, in any way that questions take;
 * by its IRI as one segment of the path; or by a path, which is what follows {@code /id/} in its
 * IRI.
 */
final class NodeRoutes implements Routes {
  private static final String NODES = "/api/v1/nodes";
  private static final String NEIGHBOURS = "/api/v1/neighbours";
  private static final String JSON = "application/json";
  private static final Pattern IRI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:(//|.+:)");
  private static final long USUAL = 100;
  private static final String GROUP = "Things";
  private static final Input NAME =
      Input.text("node", "The thing, by any of its names: an IRI, an id, a label.").must();
  private static final Input PATH =
      Input.path("path", "The thing's IRI as one segment, or what follows /id/ in it.");
  private static final Input[] CHOICE = {
    Input.text("property", "Only links by this property."),
    Input.choice("direction", List.of("out", "in"), "Only links from the thing, or to it."),
    Input.text("type", "Only links with things of this class."),
    Input.number("limit", 0, RowPage.LONGEST, "The neighbours of a page; 100 if absent."),
    Input.number("offset", 0, Long.MAX_VALUE, "How many neighbours to leave out first.")
  };

  private static final Operation NODE_AT =
      node(NODES + "/<path>", "getNodeAt", "One thing, by its IRI or its path").takes(PATH);
  private static final Operation NEIGHBOURS_OF =
      neighbours(NODES + "/{iri}/neighbours", "getNeighboursOf")
          .takes(Input.path("iri", "The thing's IRI, as one segment."));

  private final GraphStore store;
  private final LiveIndex live;
  private final Answers answers;
  private final Things things;

  NodeRoutes(GraphStore store, LiveIndex live, Answers answers) {
    this.store = store;
    this.live = live;
    this.answers = answers;
    this.things = new Things(store.baseIri());
  }

  /** Finds the node that a request is about. */
  private interface Finder {
    Node find(View view, NodeNames names);
  }

  /** Says something of a node, and sets the headers that depend on it. */
  private interface Saying {
    Object say(View view, Node node, NodeNames names, Map<String, String> headers);
  }

  /** How many links there are, or which. */
  private record Neighbours(
      Card node, @Nullable List<LinkCounts.Group> links, @Nullable List<Neighbour> neighbours) {}

  @Override
  public void addTo(Api api) {
    api.on(
        node(NODES, "getNode", "One thing").takes(NAME),
        ctx -> answer(ctx, named(ctx), this::describe));
    api.onEach(NODES + "/<path>", () -> List.of(NODE_AT, NEIGHBOURS_OF), this::atPath);
    api.on(
        neighbours(NEIGHBOURS, "getNeighbours").takes(NAME),
        ctx -> answer(ctx, named(ctx), neighbours(ctx)));
    api.on(
        neighbours(NEIGHBOURS + "/<path>", "getNeighboursAt").takes(PATH),
        ctx -> answer(ctx, at(ctx, NEIGHBOURS), neighbours(ctx)));
  }

  private static Operation node(String path, String id, String summary) {
    return Operation.get(path, id, GROUP, summary)
        .takes(Input.timeout())
        .tagged()
        .givesJson(200, "What is said of it, and how much refers to it.", NodeDescription.class);
  }

  private static Operation neighbours(String path, String id) {
    return Operation.get(path, id, GROUP, "What a thing is linked with: counted, or a page of it")
        .takes(CHOICE)
        .takes(Input.timeout())
        .tagged()
        .givesJson(
            200,
            "The counts; with a limit, and the neighbours of a page; with a property, direction or"
                + " type only those neighbours.",
            Neighbours.class);
  }

  private static Finder named(Context ctx) {
    String name = Parameters.parse(ctx.queryString()).one("node");
    if (name == null || name.isEmpty()) {
      throw new Refusal(
          400,
          "missing-parameter",
          "Name a thing: %s?node=iso27001-2022/A.8.24".formatted(ctx.path()));
    }
    return (view, names) -> names.require(name);
  }

  /** {@code IRI}, {@code IRI/neighbours}, or a path that may end in any word. */
  private void atPath(Context ctx) throws IOException {
    String path = ctx.path().substring(NODES.length() + 1);
    String segment = path.split("/", 2)[0];
    String first = URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    Finder byIri = (view, names) -> names.require(first);
    boolean named = IRI.matcher(first).lookingAt();
    if (named && path.equals(segment + "/neighbours")) {
      NEIGHBOURS_OF.check(ctx.queryString());
      answer(ctx, byIri, neighbours(ctx));
    } else {
      NODE_AT.check(ctx.queryString());
      answer(ctx, named && path.equals(segment) ? byIri : at(ctx, NODES), this::describe);
    }
  }

  /** The path as it stands in the request: IRIs keep their percent signs. */
  private Finder at(Context ctx, String prefix) {
    String path = ctx.path().substring(prefix.length() + 1);
    return (view, names) ->
        things
            .at(view, path)
            .map(Thing::iri)
            .map(NodeFactory::createURI)
            .orElseThrow(() -> names.unknown(path));
  }

  private Object describe(View view, Node node, NodeNames names, Map<String, String> headers) {
    return NodeDescription.of(
        view, node, names.cards(), things, answers.limits().collectedTriples());
  }

  private Saying neighbours(Context ctx) {
    Parameters parameters = Parameters.parse(ctx.queryString());
    Links.Direction direction = direction(parameters.one("direction"));
    RowPage asked = RowPage.of(parameters);
    RowPage page = asked.limit() < 0 ? new RowPage(asked.offset(), USUAL) : asked;
    return (view, node, names, headers) -> {
      Links.Wanted wanted =
          new Links.Wanted(
              names.optional("property", parameters.one("property")),
              direction,
              names.optional("type", parameters.one("type")));
      Cards cards = names.cards();
      Links links = Links.of(view, node, wanted, cards, answers.limits().collectedTriples());
      List<LinkCounts.Group> counts =
          (wanted.isAny() ? LinkCounts.of(view, links, cards).links() : null);
      if (wanted.isAny() && asked.limit() < 0) {
        return new Neighbours(cards.card(node), counts, null);
      }
      long total = links.links().size();
      headers.put(QuestionRoutes.TOTAL, Long.toString(total));
      if (page.limit() > 0) {
        headers.put("Link", page.links(ctx.path(), parameters, total));
      }
      return new Neighbours(cards.card(node), counts, Neighbour.page(view, links, page, cards));
    };
  }

  private static Links.@Nullable Direction direction(@Nullable String given) {
    if (given == null || given.isEmpty()) {
      return null;
    }
    return switch (given) {
      case "out" -> Links.Direction.OUT;
      case "in" -> Links.Direction.IN;
      default ->
          throw new Refusal(
              400, "bad-parameter", "The parameter 'direction' is out or in, not: " + given);
    };
  }

  private void answer(Context ctx, Finder finder, Saying saying) throws IOException {
    String tag = EntityTag.of(ctx, store, JSON);
    if (EntityTag.isAnswered(ctx, tag)) {
      return;
    }
    Map<String, String> headers = new LinkedHashMap<>(Map.of("ETag", tag));
    Parameters parameters = Parameters.parse(ctx.queryString());
    answers.send(
        ctx,
        JSON,
        new Asked("node", ctx.path() + " " + String.join("", parameters.all("node"))),
        answers.deadline(parameters.one("timeout")),
        headers,
        (view, out) -> {
          NodeNames names = new NodeNames(view, live, store.baseIri());
          Node node = finder.find(view, names);
          out.write(Json.bytes(saying.say(view, node, names, headers)));
        });
  }
}
