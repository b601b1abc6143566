package io.controlgraph.api;

import io.controlgraph.api.changes.RevisionEntry;
import io.controlgraph.api.openapi.Input;
import io.controlgraph.api.openapi.Operation;
import io.controlgraph.graph.Capability;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.history.Reversal;
import io.controlgraph.history.Reversal.Outcome;
import io.controlgraph.sparql.Parameters;
import io.controlgraph.sparql.ViolationReport;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** Takes revisions back, by revisions that do the opposite. */
final class RevertRoutes implements Routes {
  private static final String NOBODY = "unknown";

  private final GraphStore store;

  RevertRoutes(GraphStore store) {
    this.store = store;
  }

  @Override
  public void addTo(Api api) {
    api.on(
        Operation.of(
                "POST",
                RevisionEntry.PATH + "/{number}/revert",
                "revertRevision",
                "History",
                "Take a revision back; 409 if a later one changed the same statements")
            .guarded()
            .takes(
                RevisionRoutes.NUMBER,
                Input.text("author", "Who takes it back, for the history."),
                Input.text("message", "Why, for the history."))
            .givesJson(201, "The revision that does the opposite.", RevisionEntry.class),
        this::revert);
  }

  private void revert(Context ctx) {
    store.require(Capability.CHANGES);
    long number = RevisionRoutes.require(ctx, store).number();
    Parameters parameters = Parameters.parse(ctx.queryString());
    Outcome outcome =
        new Reversal(store)
            .of(
                number,
                or(parameters.one("author"), NOBODY),
                or(parameters.one("message"), "Take back revision " + number));
    if (outcome instanceof Outcome.TakenBack done) {
      RevisionEntry entry = RevisionEntry.of(done.revision());
      ctx.header("Location", RevisionEntry.PATH + "/" + entry.number())
          .header("ControlGraph-Revision", Long.toString(entry.number()));
      Json.send(ctx, 201, "application/json", entry);
    } else if (outcome instanceof Outcome.ChangedSince since) {
      Problems.send(
          ctx,
          Problem.of(
                  409,
                  "changed-since",
                  "Revision %d has changed some of the same statements since; take it back first."
                      .formatted(since.later()))
              .with("revision", since.later()));
    } else if (outcome instanceof Outcome.Refused refused) {
      throw new ViolationReport(refused.report()).asRefusal();
    } else {
      Problems.send(
          ctx,
          Problem.of(
              409,
              "reference-data",
              "Revision %d brought reference data, which the program itself keeps."
                  .formatted(number)));
    }
  }

  private static String or(@Nullable String given, String otherwise) {
    return given == null || given.isBlank() ? otherwise : given;
  }
}
