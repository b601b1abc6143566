package io.controlgraph.sparql;

import io.controlgraph.graph.Capability;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.View;
import io.controlgraph.security.Limits;
import io.controlgraph.security.Refusal;
import io.javalin.http.Context;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.query.Query;
import org.jspecify.annotations.Nullable;

/** Answers queries over HTTP: in the format asked for, streamed, until a deadline. */
public final class Answers {
  /** The header that says what stops a query. */
  static final String QUERY_HEADER = "ControlGraph-Query";

  /** The header that names members of a federation whose rows are missing from an answer. */
  public static final String MISSING_HEADER = "ControlGraph-Missing";

  private final GraphStore store;
  private final Limits limits;
  private final Running running;

  /** Answers from a store, each query in its turn. */
  public Answers(GraphStore store, Limits limits, Running running) {
    this.store = store;
    this.limits = limits;
    this.running = running;
  }

  /** The store that is asked. */
  GraphStore store() {
    return store;
  }

  /** What to write once the view stands and the format is chosen. */
  @FunctionalInterface
  public interface Body {
    void write(View view, AnswerStream out) throws IOException;
  }

  /** Gives the query once the view stands. */
  @FunctionalInterface
  public interface QuerySource {
    String sparql(View view);
  }

  /** How much one answer may take. */
  public Limits limits() {
    return limits;
  }

  /** Whether queries may ask other servers. */
  boolean federates() {
    return !store.services().isEmpty();
  }

  /**
   * Chooses the format for a query by the Accept headers and the {@code format} parameter.
   *
   * @param rows whether the query is a SELECT or an ASK
   */
  public static Negotiation.Choice choose(Context ctx, boolean rows, @Nullable String format) {
    return Negotiation.choose(accepted(ctx), format, rows ? RowFormat.all() : GraphFormat.all());
  }

  /** The Accept headers of a request. */
  public static List<String> accepted(Context ctx) {
    return Collections.list(ctx.req().getHeaders("Accept"));
  }

  /**
   * Answers a query.
   *
   * @param asked what it is
   * @param timeout the {@code timeout} parameter
   * @param headers more headers for the answer
   */
  public void answer(
      Context ctx,
      Negotiation.Choice choice,
      Asked asked,
      @Nullable String timeout,
      Map<String, String> headers,
      QuerySource query)
      throws IOException {
    send(
        ctx,
        choice.mediaType(),
        asked,
        deadline(timeout),
        headers,
        (view, out) -> write(view, query.sparql(view), choice.format(), out));
  }

  /**
   * Sends what {@code body} writes. A fault before the first block becomes a proper error; after it
   * the connection is broken off, so that no client takes a part for the whole.
   *
   * @param asked what it is
   */
  public void send(
      Context ctx,
      String mediaType,
      Asked asked,
      Deadline deadline,
      Map<String, String> headers,
      Body body)
      throws IOException {
    ClientWatch watch = ClientWatch.over(ctx, deadline);
    try (Running.Turn turn = running.enter(asked, deadline)) {
      ctx.header(QUERY_HEADER, turn.id());
      send(ctx, mediaType, watch, turn, deadline, headers, body);
    } finally {
      watch.close();
    }
  }

  /** Something that an index answers. */
  @FunctionalInterface
  public interface IndexWork {
    void run() throws Exception;
  }

  /**
   * Lets an index answer, when its turn has come.
   *
   * @param asked what it is
   * @param deadline until when it waits and runs
   * @throws Refusal 503 if too many wait already, or the deadline passes before its turn
   */
  public void onIndex(Asked asked, Deadline deadline, IndexWork work) throws Exception {
    try (Running.Turn turn = running.enterIndex(asked, deadline)) {
      try {
        work.run();
        turn.ends(Outcome.COMPLETE);
      } catch (Exception | Error e) {
        turn.ends(Outcome.of(e));
        throw e;
      }
    }
  }

  private void send(
      Context ctx,
      String mediaType,
      ClientWatch watch,
      Running.Turn turn,
      Deadline deadline,
      Map<String, String> headers,
      Body body)
      throws IOException {
    long[] revision = new long[1];
    Set<String> missing = new TreeSet<>();
    AnswerStream out =
        new AnswerStream(
            () -> {
              ctx.status(200).contentType(withCharset(mediaType));
              Freshness.mark(ctx);
              if (store.can(Capability.REVISIONS)) {
                ctx.header(Freshness.REVISION, Long.toString(revision[0]));
              }
              if (!missing.isEmpty()) {
                ctx.header(MISSING_HEADER, String.join(", ", missing));
              }
              headers.forEach(ctx::header);
              return ctx.outputStream();
            });
    try {
      store.<@Nullable Void, IOException>read(
          Scope.ALL,
          deadline,
          view -> {
            revision[0] = view.revision().number();
            if (store.can(Capability.PARTIAL_ANSWERS)) {
              HeldAnswer.write(view, body, out, missing);
            } else {
              body.write(view, out);
            }
            return null;
          });
      out.finish();
      turn.ends(Outcome.COMPLETE);
    } catch (RuntimeException | IOException | Error e) {
      turn.ends(out.isOpen() ? Outcome.BROKEN : Outcome.of(e));
      if (out.isOpen()) {
        BrokenTransfer.breakOff(ctx, e, watch.isClientGone());
      } else if (e instanceof StackOverflowError) {
        throw new Refusal(
            503, "query-too-deep", "The query needs more depth than this server has.");
      } else if (turn.wasStopped()) {
        turn.ends(Outcome.STOPPED);
        throw turn.stopped();
      } else if (e instanceof Error) {
        throw new IllegalStateException("The answer could not be made.", e);
      } else {
        throw e;
      }
    }
  }

  /**
   * The deadline of a request.
   *
   * @param timeout seconds, with a fraction if need be; null for the usual; capped by the limits
   */
  public Deadline deadline(@Nullable String timeout) {
    if (timeout == null) {
      return Deadline.after(limits.queryTime());
    }
    if (!timeout.matches("\\d{1,9}(\\.\\d{1,3})?") || new BigDecimal(timeout).signum() == 0) {
      throw new Refusal(
          400, "bad-parameter", "The parameter 'timeout' is a number of seconds, not: " + timeout);
    }
    Duration asked = Duration.ofMillis(new BigDecimal(timeout).movePointRight(3).longValueExact());
    return Deadline.after(
        asked.compareTo(limits.longestQueryTime()) > 0 ? limits.longestQueryTime() : asked);
  }

  private void write(View view, String sparql, AnswerFormat format, AnswerStream out) {
    Query query = QueryText.parse(sparql);
    if (format instanceof GraphFormat graphs) {
      GraphSink sink =
          new GraphSink(graphs, out, query.getPrefixMapping(), limits.collectedTriples());
      view.construct(sparql, sink.statements());
      sink.finish();
    } else if (format instanceof RowFormat rows) {
      if (query.isAskType()) {
        rows.write(view.ask(sparql), out);
      } else {
        rows.write(view.select(sparql), out);
      }
    }
  }

  /** A media type as it is sent: with its charset, where it has one. */
  public static String withCharset(String mediaType) {
    return mediaType.startsWith("text/") ? mediaType + "; charset=utf-8" : mediaType;
  }
}
