package io.controlgraph.sparql;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.ShapeReport;
import io.controlgraph.graph.WriteOutcome;
import io.controlgraph.security.Refusal;
import io.controlgraph.security.WriteSecret;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/**
 * Carries out updates over HTTP, for who may: through the store's one way in, as one revision each,
 * or not at all.
 */
public final class Updates {
  private static final String NOBODY = "unknown";

  private final GraphStore store;
  private final Running running;
  private final WriteSecret secret;
  private final boolean allowed;

  /**
   * @param secret what a request must show
   * @param allowed whether this server takes updates at all
   */
  public Updates(GraphStore store, Running running, WriteSecret secret, boolean allowed) {
    this.store = store;
    this.running = running;
    this.secret = secret;
    this.allowed = allowed;
  }

  /** Whether this server takes updates. */
  boolean areAllowed() {
    return allowed;
  }

  /**
   * Carries out an update: 204 with the revision it made, or the one that stands if it changed
   * nothing.
   *
   * @throws Refusal 403 if the server takes none; 401 or 403 without the secret; 422 with the
   *     report if the graph would break a shape; 503 if it was stopped or had no turn
   */
  void run(Context ctx, UpdateRequest request, Deadline deadline) {
    if (!allowed) {
      throw new Refusal(
          403,
          "read-only",
          "This server only answers queries; it takes updates with --allow-update.");
    }
    secret.check(ctx.header("Authorization"));
    ClientWatch watch = ClientWatch.over(ctx, deadline);
    try (Running.Turn turn = running.enter(request.update().text(), deadline)) {
      ctx.header(Answers.QUERY_HEADER, turn.id());
      answer(ctx, write(request, deadline, turn));
    } finally {
      watch.close();
    }
  }

  private WriteOutcome write(UpdateRequest request, Deadline deadline, Running.Turn turn) {
    try {
      return store.write(
          or(request.author(), NOBODY),
          or(request.message(), "SPARQL Update"),
          transaction -> transaction.update(request.update(), deadline));
    } catch (GraphFailure.DeadlineExceeded e) {
      throw turn.wasStopped() ? turn.stopped() : e;
    }
  }

  private static void answer(Context ctx, WriteOutcome outcome) {
    if (outcome instanceof WriteOutcome.Committed committed) {
      String revision = Long.toString(committed.revision().number());
      ctx.header("Location", "/api/v1/revisions/" + revision);
      ctx.status(204).header("ControlGraph-Revision", revision);
    } else if (outcome instanceof WriteOutcome.Unchanged unchanged) {
      ctx.status(204).header("ControlGraph-Revision", Long.toString(unchanged.revision().number()));
    } else if (outcome instanceof WriteOutcome.Refused refused) {
      refuse(ctx, refused.report());
    }
  }

  /** With the report as RDF, for who asks for RDF. */
  private static void refuse(Context ctx, ShapeReport report) {
    ViolationReport violations = new ViolationReport(report);
    if (!violations.sendAsRdf(ctx)) {
      throw violations.asRefusal();
    }
  }

  private static String or(@Nullable String given, String otherwise) {
    return given == null || given.isBlank() ? otherwise : given;
  }
}
