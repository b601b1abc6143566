package io.controlgraph.api;

import io.controlgraph.api.nodes.Ref;
import io.controlgraph.api.openapi.Input;
import io.controlgraph.api.openapi.Operation;
import io.controlgraph.security.Refusal;
import io.controlgraph.sparql.Negotiation;
import io.controlgraph.sparql.Parameters;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.paths.Direction;
import io.controlgraph.trace.paths.Path;
import io.controlgraph.trace.paths.PathRequest;
import io.controlgraph.trace.paths.PathSearch;
import io.controlgraph.trace.paths.Paths;
import io.controlgraph.vocab.Cg;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;

/** The best paths between two things. */
final class PathRoutes implements Routes {
  private static final String PATH = "/api/v1/paths";
  private static final int USUAL_PATHS = 3;
  private static final int USUAL_HOPS = 8;
  private static final List<String> DIRECTIONS =
      Arrays.stream(Direction.values()).map(PathRoutes::id).toList();

  private final TraceAnswers answers;

  PathRoutes(TraceAnswers answers) {
    this.answers = answers;
  }

  /**
   * Paths as they are written.
   *
   * @param weighting what makes a path cheap, in words
   */
  private record PathList(Ref from, Ref to, String weighting, List<OnePath> paths) {}

  private record OnePath(int hops, double cost, List<TraceForms.Walked> edges) {
    static OnePath of(TraceIndex index, Path path) {
      return new OnePath(
          path.hops(),
          path.cost(),
          path.edges().stream().map(edge -> TraceForms.Walked.of(index, edge)).toList());
    }
  }

  @Override
  public void addTo(Api api) {
    api.on(
        Operation.get(PATH, "getPaths", "Traceability", "The best paths between two things")
            .takes(
                Input.text("from", "Where they begin: an IRI, an id, a label.").must(),
                Input.text("to", "Where they end.").must(),
                Input.number("k", 1, PathRequest.MOST_PATHS, "How many; 3 if absent."),
                Input.number(
                    "maxHops", 1, PathRequest.MOST_HOPS, "How long each may be; 8 if absent."),
                Input.texts(
                    "property", "Only statements of this property, such as cg:target; repeatable."),
                Input.choice(
                    "direction", DIRECTIONS, "Which way they are walked; either-way if absent."),
                TraceForms.OFFERS.input(),
                Input.day(),
                Input.timeout())
            .tagged()
            .givesJson(200, "The paths, the cheapest first.", PathList.class, TraceForms.OTHERS)
            .tells(IndexHeaders.DESCRIBED),
        this::paths);
  }

  private void paths(Context ctx) throws Exception {
    Negotiation.Choice choice = TraceForms.choose(ctx);
    answers.answer(
        ctx,
        choice.mediaType(),
        asked -> {
          TraceIndex index = asked.index();
          Parameters parameters = asked.parameters();
          PathRequest request =
              new PathRequest(
                  answers.require(asked, "from"),
                  answers.require(asked, "to"),
                  number(parameters, "k", USUAL_PATHS, PathRequest.MOST_PATHS),
                  number(parameters, "maxHops", USUAL_HOPS, PathRequest.MOST_HOPS),
                  properties(parameters),
                  direction(parameters.one("direction")));
          Paths found = new PathSearch(index, TraceForms.readings()).find(request, asked.until());
          TraceForms.send(
              ctx,
              choice,
              index,
              new PathList(
                  TraceForms.ref(index, request.from()),
                  TraceForms.ref(index, request.to()),
                  found.weighting(),
                  found.paths().stream().map(path -> OnePath.of(index, path)).toList()),
              List.of(request.from(), request.to()),
              found.paths().stream().flatMap(path -> path.edges().stream()).toList());
        });
  }

  private static int number(Parameters parameters, String name, int usual, int most) {
    long number = parameters.number(name, 1, usual);
    if (number > most) {
      throw new Refusal(
          400, "bad-parameter", "The parameter '%s' goes to %d.".formatted(name, most));
    }
    return (int) number;
  }

  private static Set<Node> properties(Parameters parameters) {
    return parameters.all("property").stream()
        .filter(name -> !name.isEmpty())
        .map(PathRoutes::property)
        .collect(Collectors.toSet());
  }

  private static Node property(String name) {
    return name.startsWith(Cg.PREFIX + ":")
        ? Cg.term(name.substring(Cg.PREFIX.length() + 1))
        : NodeFactory.createURI(name);
  }

  private static Direction direction(@Nullable String given) {
    if (given == null || given.isEmpty()) {
      return Direction.EITHER_WAY;
    }
    return Arrays.stream(Direction.values())
        .filter(each -> id(each).equals(given))
        .findAny()
        .orElseThrow(
            () ->
                new Refusal(
                    400,
                    "bad-parameter",
                    "The parameter 'direction' is one of %s, not: %s"
                        .formatted(String.join(", ", DIRECTIONS), given)));
  }

  private static String id(Direction direction) {
    return direction.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
