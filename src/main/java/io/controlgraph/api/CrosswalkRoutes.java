package io.controlgraph.api;

import io.controlgraph.api.nodes.Ref;
import io.controlgraph.api.openapi.Input;
import io.controlgraph.api.openapi.Operation;
import io.controlgraph.trace.crosswalk.CarryOver;
import io.controlgraph.trace.crosswalk.Crosswalk;
import io.controlgraph.trace.crosswalk.Hop;
import io.controlgraph.trace.crosswalk.Path;
import io.controlgraph.trace.index.TraceIndex;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.jspecify.annotations.Nullable;

/** From one framework to another: what maps, and what of it an organisation has answered. */
final class CrosswalkRoutes implements Routes {
  private static final String PATH = "/api/v1/crosswalk";
  private static final String JSON = "application/json";

  private final TraceAnswers answers;

  CrosswalkRoutes(TraceAnswers answers) {
    this.answers = answers;
  }

  /**
   * A crosswalk as it is written.
   *
   * @param requirements of the framework it leads to
   * @param carryOver what carries over for the organisation asked about
   */
  private record CrosswalkAnswer(
      Ref from, Ref to, List<OneRow> requirements, @Nullable OneCarryOver carryOver) {}

  /**
   * How a requirement is reached.
   *
   * @param standing direct, derived, no-match or unmapped
   * @param direct mappings to it; only these can count as an answer
   * @param derived ways over several mappings
   * @param denied mappings that deny a link to it
   * @param noMatches mappings that say that it has no counterpart
   */
  private record OneRow(
      Ref requirement,
      @Nullable String id,
      String standing,
      List<OnePath> direct,
      List<OnePath> derived,
      List<OneHop> denied,
      List<Ref> noMatches) {
    static OneRow of(TraceIndex index, Crosswalk.Row row) {
      return new OneRow(
          TraceForms.ref(index, row.requirement()),
          identifier(index, row.requirement()),
          row.standing().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          row.direct().stream().map(path -> OnePath.of(index, path)).toList(),
          row.derived().stream().map(path -> OnePath.of(index, path)).toList(),
          row.denied().stream().map(hop -> OneHop.of(index, hop)).toList(),
          TraceForms.refs(index, row.noMatches()));
    }
  }

  /**
   * A way over mappings.
   *
   * @param weakest the hop than which it is no stronger
   */
  private record OnePath(List<OneHop> hops, OneHop weakest) {
    static OnePath of(TraceIndex index, Path path) {
      return new OnePath(
          path.hops().stream().map(hop -> OneHop.of(index, hop)).toList(),
          OneHop.of(index, path.weakest()));
    }
  }

  /**
   * A mapping that is followed.
   *
   * @param predicate as it is stated
   * @param forward whether it is followed from its subject to its object
   * @param match how it reads in the direction in which it is followed
   */
  private record OneHop(
      Ref mapping, Ref from, Ref to, Ref predicate, boolean forward, String match) {
    static OneHop of(TraceIndex index, Hop hop) {
      return new OneHop(
          TraceForms.ref(index, hop.mapping()),
          TraceForms.ref(index, hop.from()),
          TraceForms.ref(index, hop.to()),
          TraceForms.ref(index, hop.predicate()),
          hop.isForward(),
          hop.match().name().toLowerCase(Locale.ROOT));
    }
  }

  /**
   * What carries over.
   *
   * @param answered what the work for the first framework answers directly
   * @param mayCarryOver what somebody has to look at
   * @param remediation what is left to do, that for which most risks wait first
   */
  private record OneCarryOver(
      String day,
      Ref organisation,
      List<Ref> answered,
      List<Ref> mayCarryOver,
      List<OneToDo> remediation) {}

  private record OneToDo(Ref requirement, @Nullable String id, List<Ref> waiting) {
    static OneToDo of(TraceIndex index, CarryOver.ToDo todo) {
      return new OneToDo(
          TraceForms.ref(index, todo.row().requirement()),
          identifier(index, todo.row().requirement()),
          TraceForms.refs(index, todo.waiting()));
    }
  }

  @Override
  public void addTo(Api api) {
    api.on(
        Operation.get(PATH, "getCrosswalk", "Traceability", "From one framework to another")
            .takes(
                Input.text("from", "The framework it comes from.").must(),
                Input.text("to", "The framework it leads to.").must(),
                Input.text("org", "The organisation whose work may carry over."),
                Input.day(),
                Input.timeout())
            .tagged()
            .givesJson(200, "How each requirement is reached.", CrosswalkAnswer.class)
            .tells(IndexHeaders.DESCRIBED),
        this::crosswalk);
  }

  private void crosswalk(Context ctx) throws Exception {
    answers.answer(
        ctx,
        JSON,
        asked -> {
          TraceIndex index = asked.index();
          Node from = answers.require(asked, "from");
          Node to = answers.require(asked, "to");
          Crosswalk crosswalk = new Crosswalk(index, index.number(from), index.number(to));
          Optional<Integer> organisation = answers.thing(asked, "org");
          Json.send(
              ctx,
              new CrosswalkAnswer(
                  TraceForms.ref(index, from),
                  TraceForms.ref(index, to),
                  crosswalk.rows().stream().map(row -> OneRow.of(index, row)).toList(),
                  organisation.map(one -> carryOver(asked, crosswalk, one)).orElse(null)));
        });
  }

  private OneCarryOver carryOver(TraceAnswers.Asked asked, Crosswalk crosswalk, int organisation) {
    TraceIndex index = asked.index();
    CarryOver found = CarryOver.of(crosswalk, answers.coverage(asked), organisation);
    return new OneCarryOver(
        asked.day().toString(),
        TraceForms.ref(index, organisation),
        found.answered().stream().map(row -> TraceForms.ref(index, row.requirement())).toList(),
        found.mayCarryOver().stream().map(row -> TraceForms.ref(index, row.requirement())).toList(),
        found.remediation().stream().map(todo -> OneToDo.of(index, todo)).toList());
  }

  private static @Nullable String identifier(TraceIndex index, int requirement) {
    return index
        .literal(requirement, DCTerms.identifier.asNode())
        .map(Node::getLiteralLexicalForm)
        .orElse(null);
  }
}
