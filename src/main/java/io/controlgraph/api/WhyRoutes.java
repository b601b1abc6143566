package io.controlgraph.api;

import io.controlgraph.api.openapi.Input;
import io.controlgraph.api.openapi.Operation;
import io.controlgraph.graph.View;
import io.controlgraph.sparql.Negotiation;
import io.controlgraph.trace.coverage.Cell;
import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.why.CellWhy;
import io.controlgraph.trace.why.NoCell;
import io.controlgraph.trace.why.Statement;
import io.controlgraph.trace.why.Why;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/** Why a cell of coverage stands where it does. */
final class WhyRoutes implements Routes {
  private static final String PATH = "/api/v1/coverage/why";

  /** How often the graph may go on between the index and the names of its graphs. */
  private final TraceAnswers answers;

  WhyRoutes(TraceAnswers answers) {
    this.answers = answers;
  }

  @Override
  public void addTo(Api api) {
    api.on(
        Operation.get(PATH, "getCoverageWhy", "Traceability", "Why a cell stands where it does")
            .takes(
                Input.text("requirement", "The requirement: an IRI, an id, a label.").must(),
                Input.text("target", "The target.").must(),
                Input.text("org", "One organisation only."),
                Input.text("framework", "One framework only."),
                Input.text("kind", "One kind of target only, such as cg:TargetKind-dataset."),
                TraceForms.OFFERS.input(),
                Input.day(),
                Input.timeout())
            .tagged()
            .givesJson(
                200,
                "The cells, each with what every rung rests on or lacks; or why there is none.",
                WhyAnswer.class,
                TraceForms.OTHERS)
            .tells(IndexHeaders.DESCRIBED),
        this::why);
  }

  private void why(Context ctx) throws Exception {
    Negotiation.Choice choice = TraceForms.choose(ctx);
    answers.answer(
        ctx,
        choice.mediaType(),
        asked ->
            answers.withView(
                ctx,
                asked,
                (current, view) -> {
                  send(ctx, choice, current, view);
                  return true;
                }));
  }

  /** What is found, before it is known which graphs it comes from. */
  private record Found(List<CellWhy> cells, List<NoCell> none) {
    Set<Statement> statements() {
      return Stream.concat(
              cells.stream().flatMap(cell -> cell.statements().stream()),
              none.stream().flatMap(NoCell::statements))
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }
  }

  private void send(Context ctx, Negotiation.Choice choice, TraceAnswers.Asked asked, View view) {
    TraceIndex index = asked.index();
    Node requirement = answers.require(asked, "requirement");
    Node target = answers.require(asked, "target");
    Found found = found(asked, index.number(requirement), index.number(target));
    Set<Statement> statements = found.statements();
    Map<Statement, List<String>> graphs = graphs(view, statements);
    TraceForms.send(
        ctx,
        choice,
        index,
        new WhyForms(index, graphs).answer(asked.day().toString(), found.cells(), found.none()),
        List.of(requirement, target),
        statements.stream().map(WhyForms::edge).toList());
  }

  private Found found(TraceAnswers.Asked asked, int requirement, int target) {
    Coverage coverage = answers.coverage(asked);
    Optional<Integer> framework = answers.thing(asked, "framework");
    Optional<Integer> kind = answers.thing(asked, "kind");
    Why why = new Why(coverage);
    int[] organisations =
        answers
            .thing(asked, "org")
            .map(each -> each < 0 ? new int[0] : new int[] {each})
            .orElseGet(() -> coverage.facts().organisationsOf(target));
    List<Cell> cells =
        Arrays.stream(organisations)
            .boxed()
            .flatMap(each -> coverage.cells(each).stream())
            .filter(cell -> cell.requirement() == requirement && cell.target() == target)
            .toList();
    return new Found(
        cells.stream()
            .filter(cell -> framework.isEmpty() || framework.get() == cell.framework())
            .filter(cell -> kind.isEmpty() || kind.get() == cell.kind())
            .sorted(
                Comparator.comparingInt(Cell::organisation)
                    .thenComparingInt(Cell::framework)
                    .thenComparingInt(Cell::kind))
            .map(why::of)
            .toList(),
        Arrays.stream(organisations)
            .filter(each -> cells.stream().noneMatch(cell -> cell.organisation() == each))
            .mapToObj(each -> why.none(each, requirement, target))
            .toList());
  }

  private static Map<Statement, List<String>> graphs(View view, Set<Statement> statements) {
    Map<Statement, List<String>> graphs = new LinkedHashMap<>();
    for (Statement each : statements) {
      try (Stream<Quad> quads =
          view.quads(Node.ANY, each.subject(), each.property(), each.object())) {
        graphs.put(each, quads.map(quad -> quad.getGraph().getURI()).distinct().sorted().toList());
      }
    }
    return graphs;
  }
}
