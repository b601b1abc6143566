package io.controlgraph.sparql;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Revision;
import io.controlgraph.graph.WriteOutcome;
import io.controlgraph.security.Refusal;
import io.controlgraph.security.WriteSecret;
import io.javalin.http.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests write, if the server takes writes and the request shows the secret: through the
 * store's one way in, as one revision each, or not at all.
 */
public final class Writes {
  private static final String NOBODY = "unknown";

  private final GraphStore store;
  private final Running running;
  private final WriteSecret secret;
  private final boolean allowed;

  /**
   * @param secret what a request must show
   * @param allowed whether this server takes writes by the protocols of SPARQL
   */
  public Writes(GraphStore store, Running running, WriteSecret secret, boolean allowed) {
    this.store = store;
    this.running = running;
    this.secret = secret;
    this.allowed = allowed;
  }

  /** Whether this server takes them at all. */
  boolean areAllowed() {
    return allowed;
  }

  /**
   * Holds a request to what any write needs; worth asking before its body is read.
   *
   * @throws Refusal 403 if the server takes no writes; 401 or 403 without the secret
   */
  void require(Context ctx) {
    if (!allowed) {
      throw new Refusal(
          403, "read-only", "This server only answers; it takes changes with --allow-update.");
    }
    secret.check(ctx.header("Authorization"));
  }

  /**
   * What a write is to be remembered by.
   *
   * @param asked what it is
   * @param author who the revision is by, if the request says so
   * @param message why, in a line
   */
  record Purpose(Asked asked, @Nullable String author, String message) {}

  /**
   * Writes.
   *
   * @return the revision that stands afterwards, which is new if anything changed; nothing if a
   *     shape would be broken and the report was sent as RDF
   * @throws Refusal 403 if the server takes no writes; 401 or 403 without the secret; 422 with the
   *     report if the graph would break a shape; 503 if it was stopped or had no turn
   */
  Optional<Revision> write(
      Context ctx,
      Purpose purpose,
      Deadline deadline,
      GraphStore.WriteWork<RuntimeException> work) {
    require(ctx);
    ClientWatch watch = ClientWatch.over(ctx, deadline);
    try (Running.Turn turn = running.enterUpdate(purpose.asked(), deadline)) {
      ctx.header(Answers.QUERY_HEADER, turn.id());
      return answer(ctx, write(purpose, turn, deadline, work));
    } finally {
      watch.close();
    }
  }

  private WriteOutcome write(
      Purpose purpose,
      Running.Turn turn,
      Deadline deadline,
      GraphStore.WriteWork<RuntimeException> work) {
    String author = purpose.author();
    try {
      WriteOutcome outcome =
          store.write(
              author == null || author.isBlank() ? NOBODY : author,
              purpose.message(),
              deadline,
              work);
      turn.ends(outcome instanceof WriteOutcome.Refused ? Outcome.REFUSED : Outcome.COMPLETE);
      return outcome;
    } catch (RuntimeException e) {
      turn.ends(turn.wasStopped() ? Outcome.STOPPED : Outcome.of(e));
      throw turn.wasStopped() && e instanceof GraphFailure.DeadlineExceeded ? turn.stopped() : e;
    }
  }

  private static Optional<Revision> answer(Context ctx, WriteOutcome outcome) {
    if (outcome instanceof WriteOutcome.Committed committed) {
      return Optional.of(stands(ctx, committed.revision()));
    }
    if (outcome instanceof WriteOutcome.Unchanged unchanged) {
      return Optional.of(stands(ctx, unchanged.revision()));
    }
    ViolationReport report = new ViolationReport(((WriteOutcome.Refused) outcome).report());
    if (report.sendAsRdf(ctx)) {
      return Optional.empty();
    }
    throw report.asRefusal();
  }

  private static Revision stands(Context ctx, Revision revision) {
    ctx.header("ControlGraph-Revision", Long.toString(revision.number()));
    return revision;
  }
}
