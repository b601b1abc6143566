package io.controlgraph.api;

import io.controlgraph.api.changes.ChangeFeed;
import io.controlgraph.api.changes.RevisionEntry;
import io.controlgraph.api.openapi.Input;
import io.controlgraph.api.openapi.Operation;
import io.controlgraph.graph.Capability;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Revision;
import io.controlgraph.security.Refusal;
import io.controlgraph.sparql.Answers;
import io.controlgraph.sparql.ClientWatch;
import io.controlgraph.sparql.FeedFormat;
import io.controlgraph.sparql.Negotiation;
import io.controlgraph.sparql.Parameters;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The changes as they come, as server-sent events (HTML standard, section 9.2): one event a
 * revision, its id the revision's number, so that a client that was cut off goes on where it was.
 */
final class ChangeRoutes implements Routes {
  private static final String PATH = "/api/v1/changes";

  /** Often enough for proxies, which give up on a connection after a minute of silence. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  /** A follower then has to come back, as it does when it is cut off. */
  private static final Duration LONGEST = Duration.ofHours(12);

  private static final int REVISIONS_AT_ONCE = 100;

  private final GraphStore store;
  private final ChangeFeed feed;

  ChangeRoutes(GraphStore store, ChangeFeed feed) {
    this.store = store;
    this.feed = feed;
  }

  @Override
  public void addTo(Api api) {
    api.on(
        Operation.get(PATH, "followChanges", "History", "The revisions as they come")
            .takes(
                Input.number(
                    "since", 0, Long.MAX_VALUE, "The last revision that the client knows."),
                Input.header("Last-Event-ID", "The same, as browsers send it when they come back."))
            .gives(
                200,
                "Server-sent events, one a revision, with the path of its patch.",
                FeedFormat.EVENTS.mediaTypes()),
        this::follow);
  }

  private void follow(Context ctx) throws IOException {
    Negotiation.choose(Answers.accepted(ctx), null, List.of(FeedFormat.EVENTS));
    long seen = seen(ctx);
    ctx.status(200)
        .contentType(FeedFormat.EVENTS.mediaTypes().get(0))
        .header("Cache-Control", "no-store")
        .header("X-Accel-Buffering", "no");
    if (ctx.method().equals(HandlerType.HEAD)) {
      return;
    }
    Deadline.Registration place = feed.enter();
    try {
      follow(ctx, seen);
    } finally {
      place.close();
    }
  }

  private void follow(Context ctx, long seen) throws IOException {
    Deadline deadline = Deadline.after(LONGEST);
    Deadline.Registration waking = deadline.whenCancelled(feed::wake);
    try {
      ClientWatch watch = ClientWatch.over(ctx, deadline);
      try {
        tell(ctx.res().getOutputStream(), seen, deadline);
      } finally {
        watch.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      waking.close();
    }
  }

  /** The last revision that the client knows: by its header when it comes back, else as it says. */
  private long seen(Context ctx) {
    store.require(Capability.CHANGES);
    Parameters parameters = Parameters.parse(ctx.queryString());
    long latest = store.revision().number();
    String last = ctx.header("Last-Event-ID");
    if (last != null && !last.matches("\\d{1,18}")) {
      throw new Refusal(
          400, "bad-parameter", "Last-Event-ID is the number of a revision, not: " + last);
    }
    long seen = last == null ? parameters.number("since", 0, latest) : Long.parseLong(last);
    if (seen > latest) {
      throw new Refusal(
          409,
          "ahead-of-store",
          "The latest revision is %d; who knows %d followed another store."
              .formatted(latest, seen));
    }
    return seen;
  }

  private void tell(OutputStream out, long from, Deadline deadline)
      throws IOException, InterruptedException {
    long seen = from;
    write(out, "retry: 2000\n\n");
    while (!feed.isClosed() && !deadline.hasPassed()) {
      long latest = feed.await(seen, HEARTBEAT, deadline::hasPassed);
      if (latest == seen) {
        write(out, ":\n\n");
      }
      for (Revision revision : after(seen, latest)) {
        write(out, event(revision));
        seen = revision.number();
      }
    }
  }

  /** The next revisions, the oldest first. */
  private List<Revision> after(long seen, long latest) {
    long last = Math.min(latest, seen + REVISIONS_AT_ONCE);
    List<Revision> revisions = new ArrayList<>(store.log().list(last, (int) (last - seen)));
    Collections.reverse(revisions);
    return revisions;
  }

  private static String event(Revision revision) {
    String data = new String(Json.bytes(RevisionEntry.of(revision)), StandardCharsets.UTF_8);
    return "id: %d\nevent: revision\ndata: %s\n\n".formatted(revision.number(), data);
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
