package io.controlgraph.api;

import io.controlgraph.api.nodes.Ref;
import io.controlgraph.api.openapi.Input;
import io.controlgraph.api.openapi.Operation;
import io.controlgraph.security.Refusal;
import io.controlgraph.sparql.Negotiation;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.lanes.Lane;
import io.controlgraph.trace.lanes.LaneSearch;
import io.controlgraph.trace.lanes.Trace;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Node;

/** The trace of a thing: what it rests on and what rests on it, lane by lane. */
final class LaneRoutes implements Routes {
  private static final String PATH = "/api/v1/trace";

  private final TraceAnswers answers;

  LaneRoutes(TraceAnswers answers) {
    this.answers = answers;
  }

  /**
   * A trace as it is written.
   *
   * @param kind what it is traced as
   */
  private record LaneList(
      Ref node, String kind, List<OneLane> lanes, List<TraceForms.Walked> edges) {}

  /**
   * A lane as it is written.
   *
   * @param side upstream or downstream
   */
  private record OneLane(String name, String side, List<Ref> nodes) {
    static OneLane of(TraceIndex index, Lane lane) {
      return new OneLane(
          lane.name(),
          lane.side().name().toLowerCase(Locale.ROOT),
          lane.nodes().stream().map(node -> TraceForms.ref(index, node)).toList());
    }
  }

  @Override
  public void addTo(Api api) {
    api.on(
        Operation.get(PATH, "getTrace", "Traceability", "What led to a thing, and what came of it")
            .takes(
                Input.text(
                        "node",
                        "An incident, a risk, an asset, a requirement, a post or a person, by any"
                            + " of its names.")
                    .must(),
                TraceForms.OFFERS.input(),
                Input.day(),
                Input.timeout())
            .tagged()
            .givesJson(
                200,
                "The lanes, and the statements between them.",
                LaneList.class,
                TraceForms.OTHERS)
            .tells(IndexHeaders.DESCRIBED),
        this::trace);
  }

  private void trace(Context ctx) throws Exception {
    Negotiation.Choice choice = TraceForms.choose(ctx);
    answers.answer(
        ctx,
        choice.mediaType(),
        asked -> {
          TraceIndex index = asked.index();
          Node node = answers.require(asked, "node");
          Trace trace =
              new LaneSearch(index, TraceForms.readings())
                  .trace(node, asked.until())
                  .orElseThrow(
                      () ->
                          new Refusal(
                              422,
                              "not-traceable",
                              "Incidents, risks, assets, requirements, posts and persons are"
                                  + " traced; this is none of them: "
                                  + node.getURI()));
          TraceForms.send(
              ctx,
              choice,
              index,
              new LaneList(
                  TraceForms.ref(index, node),
                  trace.kind().name().toLowerCase(Locale.ROOT),
                  trace.lanes().stream().map(lane -> OneLane.of(index, lane)).toList(),
                  trace.edges().stream().map(edge -> TraceForms.Walked.of(index, edge)).toList()),
              List.of(node),
              trace.edges());
        });
  }
}
