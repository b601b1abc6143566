package io.controlgraph.api;

import io.controlgraph.api.nodes.Ref;
import io.controlgraph.api.openapi.Input;
import io.controlgraph.api.openapi.Operation;
import io.controlgraph.security.Refusal;
import io.controlgraph.trace.coverage.Rung;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.whatif.CellChange;
import io.controlgraph.trace.whatif.Duties;
import io.controlgraph.trace.whatif.Duty;
import io.controlgraph.trace.whatif.Loss;
import io.controlgraph.trace.whatif.Removal;
import io.controlgraph.trace.whatif.WhatIf;
import io.javalin.http.Context;
import java.util.List;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/** What would be lost without some things, and who would have to act. */
final class WhatIfRoutes implements Routes {
  private static final String PATH = "/api/v1/whatif";
  private static final String JSON = "application/json";
  private static final int MOST = 50;

  private final TraceAnswers answers;

  WhatIfRoutes(TraceAnswers answers) {
    this.answers = answers;
  }

  /**
   * A loss as it is written.
   *
   * @param cells those that would fall, be gone, rise or be new
   * @param fallen how many would fall or be gone
   * @param treatments whose plan would no longer be effective
   * @param acceptances that would no longer hold
   * @param unsupported residual evaluations that would no longer be supported; they keep their
   *     score
   * @param untreated risks that would no longer be treated
   * @param duties who would have to act
   * @param unanswered what nobody answers for
   */
  private record LossAnswer(
      String day,
      List<Ref> removed,
      int fallen,
      List<OneCell> cells,
      List<OneTreatment> treatments,
      List<Of> acceptances,
      List<Of> unsupported,
      List<Of> untreated,
      List<OneDuty> duties,
      List<Ref> unanswered) {}

  /**
   * A cell that would stand elsewhere.
   *
   * @param before the rung it stands on; absent if it is new
   * @param after the rung it would stand on; absent if it would be gone
   */
  private record OneCell(
      Ref organisation,
      Ref framework,
      Ref requirement,
      Ref target,
      @Nullable String before,
      @Nullable String after) {
    static OneCell of(TraceIndex index, CellChange change) {
      return new OneCell(
          TraceForms.ref(index, change.cell().organisation()),
          TraceForms.ref(index, change.cell().framework()),
          TraceForms.ref(index, change.cell().requirement()),
          TraceForms.ref(index, change.cell().target()),
          words(change.rungBefore()),
          words(change.rungAfter()));
    }

    private static @Nullable String words(@Nullable Rung rung) {
      return rung == null ? null : rung.words();
    }
  }

  private record OneTreatment(Ref organisation, Ref treatment, Ref risk, boolean completed) {}

  /** Something of a risk, or with none the risk itself. */
  private record Of(Ref organisation, Ref risk, @Nullable Ref thing) {
    static Of of(TraceIndex index, int organisation, int risk, @Nullable Integer thing) {
      return new Of(
          TraceForms.ref(index, organisation),
          TraceForms.ref(index, risk),
          thing == null ? null : TraceForms.ref(index, thing));
    }
  }

  private record OneDuty(Ref post, List<Ref> persons, List<Ref> things) {
    static OneDuty of(TraceIndex index, Duty duty) {
      return new OneDuty(
          TraceForms.ref(index, duty.post()),
          TraceForms.refs(index, duty.persons()),
          TraceForms.refs(index, duty.things()));
    }
  }

  @Override
  public void addTo(Api api) {
    api.on(
        Operation.get(PATH, "getWhatIf", "Traceability", "What would be lost without some things")
            .takes(
                Input.texts(
                        "remove",
                        "A thing that is taken away: a control, an implementation, an evidence, a"
                            + " person, a service; repeatable.")
                    .must(),
                Input.day(),
                Input.timeout())
            .tagged()
            .givesJson(200, "What would be otherwise, and who would have to act.", LossAnswer.class)
            .tells(IndexHeaders.DESCRIBED),
        this::whatIf);
  }

  private void whatIf(Context ctx) throws Exception {
    answers.answer(
        ctx,
        JSON,
        asked -> {
          List<Node> removed =
              asked.parameters().all("remove").stream()
                  .filter(name -> !name.isEmpty())
                  .map(name -> answers.named(asked, name))
                  .toList();
          if (removed.isEmpty() || removed.size() > MOST) {
            throw new Refusal(
                400,
                "missing-parameter",
                "Name 1 to %d things to take away: remove=hospital/IMP-026".formatted(MOST));
          }
          WhatIf whatIf = answers.whatIf(asked);
          Removal removal = Removal.of(removed.toArray(Node[]::new));
          Loss loss = whatIf.without(removal);
          Json.send(ctx, written(asked, removed, loss, Duties.of(whatIf, removal, loss)));
        });
  }

  private static LossAnswer written(
      TraceAnswers.Asked asked, List<Node> removed, Loss loss, Duties duties) {
    TraceIndex index = asked.index();
    return new LossAnswer(
        asked.day().toString(),
        removed.stream().map(node -> TraceForms.ref(index, node)).toList(),
        loss.fallen().size(),
        loss.cells().stream().map(cell -> OneCell.of(index, cell)).toList(),
        loss.treatments().stream()
            .map(
                lost ->
                    new OneTreatment(
                        TraceForms.ref(index, lost.before().organisation()),
                        TraceForms.ref(index, lost.before().treatment()),
                        TraceForms.ref(index, lost.before().risk()),
                        lost.isCompleted()))
            .toList(),
        loss.acceptances().stream()
            .map(each -> Of.of(index, each.organisation(), each.risk(), each.acceptance()))
            .toList(),
        loss.unsupported().stream()
            .map(each -> Of.of(index, each.organisation(), each.risk(), each.evaluation()))
            .toList(),
        loss.untreated().stream()
            .map(each -> Of.of(index, each.organisation(), each.risk(), null))
            .toList(),
        duties.posts().stream().map(duty -> OneDuty.of(index, duty)).toList(),
        TraceForms.refs(index, duties.unanswered()));
  }
}
