package io.controlgraph.api;

import io.controlgraph.api.nodes.Ref;
import io.controlgraph.api.openapi.Input;
import io.controlgraph.api.openapi.Operation;
import io.controlgraph.api.rows.RowPage;
import io.controlgraph.sparql.Negotiation;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.whatif.Impact;
import io.controlgraph.trace.whatif.ImpactStatements;
import io.controlgraph.trace.whatif.SinglePoints;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Node;

/** What depends on a thing, what rests on a control, and on what cells rest alone. */
final class ImpactRoutes implements Routes {
  private static final String PATH = "/api/v1/impact";
  private static final String SINGLE = PATH + "/single-points";
  private static final String JSON = "application/json";
  private static final int USUAL = 100;

  private final TraceAnswers answers;

  ImpactRoutes(TraceAnswers answers) {
    this.answers = answers;
  }

  /**
   * Impact as it is written.
   *
   * @param dependents what depends on the thing, the direct ones first
   * @param resting what rests on it, if it is a requirement
   */
  private record ImpactList(
      String day, Ref node, List<OneDependent> dependents, List<OneResting> resting) {}

  private record OneDependent(Ref thing, boolean direct, List<Ref> kinds, List<Ref> posts) {
    static OneDependent of(TraceIndex index, Impact.Dependent dependent) {
      return new OneDependent(
          TraceForms.ref(index, dependent.thing()),
          dependent.isDirect(),
          TraceForms.refs(index, dependent.kinds()),
          TraceForms.refs(index, dependent.posts()));
    }
  }

  /**
   * Something that rests on a requirement.
   *
   * @param part implementation, target, risk or incident
   * @param how in which way
   */
  private record OneResting(Ref organisation, String part, Ref thing, String how) {
    static OneResting of(TraceIndex index, Impact.Resting resting) {
      String how =
          switch (resting.how()) {
            case Impact.Resting.DIRECT -> "direct";
            case Impact.Resting.INHERITED -> "inherited";
            default -> {
              Ref concept = TraceForms.ref(index, resting.how());
              yield concept.label() == null ? concept.iri() : concept.label();
            }
          };
      return new OneResting(
          TraceForms.ref(index, resting.organisation()),
          resting.part().name().toLowerCase(Locale.ROOT),
          TraceForms.ref(index, resting.thing()),
          how);
    }
  }

  private record PointList(String day, int total, List<OnePoint> points) {}

  /**
   * A single point of failure.
   *
   * @param cells how many cells would fall or be gone without it
   */
  private record OnePoint(Ref thing, String kind, int cells) {
    static OnePoint of(TraceIndex index, SinglePoints.Point point) {
      return new OnePoint(
          TraceForms.ref(index, point.thing()),
          point.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          point.cells());
    }
  }

  @Override
  public void addTo(Api api) {
    api.on(
        Operation.get(PATH, "getImpact", "Traceability", "What depends on a thing")
            .takes(
                Input.text("node", "The thing, by any of its names.").must(),
                TraceForms.OFFERS.input(),
                Input.day(),
                Input.timeout())
            .tagged()
            .givesJson(
                200,
                "What depends on it and what rests on it, or the statements through which.",
                ImpactList.class,
                TraceForms.OTHERS)
            .tells(IndexHeaders.DESCRIBED),
        this::impact);
    api.on(
        Operation.get(SINGLE, "getSinglePoints", "Traceability", "On what cells rest alone")
            .takes(
                Input.text("org", "One organisation only."),
                Input.number("limit", 0, RowPage.LONGEST, "How many; 100 if absent."),
                Input.day(),
                Input.timeout())
            .tagged()
            .givesJson(200, "The things, the one on which most rests first.", PointList.class)
            .tells(IndexHeaders.DESCRIBED),
        this::singlePoints);
  }

  private void impact(Context ctx) throws Exception {
    Negotiation.Choice choice = TraceForms.choose(ctx);
    answers.answer(
        ctx,
        choice.mediaType(),
        asked -> {
          TraceIndex index = asked.index();
          Node thing = answers.require(asked, "node");
          int node = index.number(thing);
          Impact impact = new Impact(index, asked.day());
          TraceForms.send(
              ctx,
              choice,
              index,
              new ImpactList(
                  asked.day().toString(),
                  TraceForms.ref(index, node),
                  impact.dependents(node).stream()
                      .map(each -> OneDependent.of(index, each))
                      .toList(),
                  impact.restingOn(node).stream()
                      .map(each -> OneResting.of(index, each))
                      .sorted(
                          Comparator.comparing((OneResting each) -> each.organisation().iri())
                              .thenComparing(OneResting::part)
                              .thenComparing(each -> each.thing().iri())
                              .thenComparing(OneResting::how))
                      .toList()),
              List.of(thing),
              ImpactStatements.of(index, impact, TraceForms.readings(), node));
        });
  }

  private void singlePoints(Context ctx) throws Exception {
    answers.answer(
        ctx,
        JSON,
        asked -> {
          List<SinglePoints.Point> points =
              answers
                  .thing(asked, "org")
                  .map(
                      organisation ->
                          SinglePoints.of(answers.whatIf(asked), organisation, asked.until()))
                  .orElseGet(() -> SinglePoints.of(answers.whatIf(asked), asked.until()));
          RowPage page = RowPage.of(asked.parameters());
          Json.send(
              ctx,
              new PointList(
                  asked.day().toString(),
                  points.size(),
                  points.stream()
                      .limit(page.limit() < 0 ? USUAL : page.limit())
                      .map(point -> OnePoint.of(asked.index(), point))
                      .toList()));
        });
  }
}
