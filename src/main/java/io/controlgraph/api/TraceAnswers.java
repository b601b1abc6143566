package io.controlgraph.api;

import io.controlgraph.graph.Aged;
import io.controlgraph.graph.BuildProgress;
import io.controlgraph.graph.Capability;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.View;
import io.controlgraph.query.GraphNameResolver;
import io.controlgraph.query.NameResolver;
import io.controlgraph.query.Parameter;
import io.controlgraph.security.Refusal;
import io.controlgraph.sparql.Answers;
import io.controlgraph.sparql.EntityTag;
import io.controlgraph.sparql.Freshness;
import io.controlgraph.sparql.Parameters;
import io.controlgraph.trace.LiveTrace;
import io.controlgraph.trace.coverage.Cell;
import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.gaps.Gaps;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.whatif.WhatIf;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * What the answers of the trace index have in common. They take turns of their own, so that they
 * are given while queries wait.
 */
final class TraceAnswers {
  /** How long an answer waits for an index that is being built, if its client does not say. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final long MOMENT_IN_MILLIS = 5;

  private final GraphStore store;
  private final LiveTrace live;
  private final Answers answers;
  private final Supplier<LocalDate> today;
  private final KnownAnswers known = new KnownAnswers();

  TraceAnswers(GraphStore store, LiveTrace live, Answers answers, Supplier<LocalDate> today) {
    this.store = store;
    this.live = live;
    this.answers = answers;
    this.today = today;
  }

  /**
   * What a request is answered from.
   *
   * @param day the day that it is about
   * @param until when the answer must be there
   */
  record Asked(TraceIndex index, Parameters parameters, LocalDate day, Deadline until) {}

  /**
   * Answers a request, unless its client has the answer already.
   *
   * @param mediaType of the answer
   * @throws Refusal 503 while the index is being built
   */
  void answer(Context ctx, String mediaType, Answer answer) throws Exception {
    Parameters parameters = Parameters.parse(ctx.queryString());
    LocalDate day = Day.of(parameters.one(Parameter.DAY), today);
    String timeout = parameters.one("timeout");
    Deadline until = answers.deadline(timeout);
    Aged<LiveTrace.Standing> aged =
        live.await(timeout == null ? shortOf(until) : until).orElseThrow(this::notReady);
    LiveTrace.Standing standing = aged.index();
    Freshness.mark(ctx);
    IndexHeaders.set(ctx, store, aged);
    ctx.header(Day.HEADER, day.toString());
    if (store.can(Capability.REVISIONS)) {
      String tag = EntityTag.of(ctx, standing.revision(), mediaType, day.toString());
      ctx.header("ETag", tag);
      if (EntityTag.isAnswered(ctx, tag)) {
        return;
      }
    }
    String question = String.join(" ", ctx.fullUrl(), mediaType, day.toString());
    if (!Freshness.isAskedAnew(ctx) && known.isSent(ctx, standing.index(), question)) {
      return;
    }
    answers.onIndex(
        new io.controlgraph.sparql.Asked(ctx.path(), ctx.fullUrl()),
        until,
        () -> {
          answer.give(new Asked(standing.index(), parameters, day, until));
          known.keep(ctx, standing.index(), question);
        });
  }

  /** Nobody waits long for an index who does not say so. */
  private static Deadline shortOf(Deadline until) {
    Duration left = until.left();
    return left.compareTo(PATIENCE) > 0 ? Deadline.after(PATIENCE) : until;
  }

  private Refusal notReady() {
    Optional<BuildProgress> progress = live.progress();
    OptionalLong expected = progress.map(BuildProgress::expected).orElse(OptionalLong.empty());
    long read = progress.map(BuildProgress::read).orElse(0L);
    String problem =
        live.problem().map(why -> " It could not be built at the last try: " + why).orElse("");
    Refusal refusal =
        new Refusal(
                503,
                "index-not-ready",
                "The trace index is being built; %,d%s statements are read.%s"
                    .formatted(
                        read,
                        expected.isPresent() ? " of %,d".formatted(expected.getAsLong()) : "",
                        problem))
            .withHeader("Retry-After", "2")
            .with("read", read);
    return expected.isPresent() ? refusal.with("of", expected.getAsLong()) : refusal;
  }

  /** Gives an answer. */
  @FunctionalInterface
  interface Answer {
    void give(Asked asked) throws Exception;
  }

  /** Makes an answer of an index and of the graph at its revision. */
  @FunctionalInterface
  interface Both<T> {
    T of(Asked asked, View view) throws Exception;
  }

  /**
   * Reads the graph at the revision of the index; if it has moved on, both are taken anew.
   *
   * @throws Refusal 503 if the graph does not stand still until the deadline
   */
  <T> T withView(Context ctx, Asked asked, Both<T> work) throws Exception {
    for (Asked now = asked; !asked.until().hasPassed(); now = again(ctx, asked)) {
      Asked current = now;
      Optional<T> made =
          store.<Optional<T>, Exception>read(
              Scope.ALL,
              asked.until(),
              view ->
                  view.revision().number() == current.index().revision()
                      ? Optional.of(work.of(current, view))
                      : Optional.empty());
      if (made.isPresent()) {
        return made.get();
      }
    }
    throw new Refusal(
            503, "graph-moves", "The graph was written to again and again; ask once more.")
        .withHeader("Retry-After", "2");
  }

  /** A commit shows in views a moment before it shows in the index. */
  private Asked again(Context ctx, Asked asked) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(MOMENT_IN_MILLIS);
    Aged<LiveTrace.Standing> aged = live.await(asked.until()).orElseThrow(this::notReady);
    IndexHeaders.set(ctx, store, aged);
    // The tag is that of the revision before.
    ctx.res().setHeader("ETag", null);
    return new Asked(aged.index().index(), asked.parameters(), asked.day(), asked.until());
  }

  /** Coverage on the day that is asked about. */
  Coverage coverage(Asked asked) {
    return live.coverage(asked.index(), asked.day());
  }

  /** The organisation that is asked about, or all that have a management system. */
  IntStream organisations(Asked asked) {
    return thing(asked, "org")
        .map(IntStream::of)
        .orElseGet(() -> Arrays.stream(coverage(asked).organisations()));
  }

  /** The cells of the organisation that is asked about, or of all. */
  Stream<Cell> cells(Asked asked) {
    Coverage coverage = coverage(asked);
    return organisations(asked)
        .boxed()
        .flatMap(organisation -> coverage.cells(organisation).stream());
  }

  /** The gaps on the day that is asked about. */
  Gaps gaps(Asked asked) {
    return live.gaps(asked.index(), asked.day());
  }

  /** What-if on the day that is asked about. */
  WhatIf whatIf(Asked asked) {
    return live.whatIf(asked.index(), asked.day());
  }

  /**
   * The thing by which a parameter narrows an answer; nothing if it is not given.
   *
   * @return its number, or -1 if the index has nothing of that name
   * @throws Refusal 400 if it names nothing, or several things
   */
  Optional<Integer> thing(Asked asked, String parameter) {
    String name = asked.parameters().one(parameter);
    if (name == null || name.isEmpty()) {
      return Optional.empty();
    }
    NameResolver.Resolution resolution = resolve(asked.index(), name);
    if (resolution instanceof NameResolver.Resolution.Found found) {
      return Optional.of(asked.index().number(NodeFactory.createURI(found.iri())));
    }
    if (resolution instanceof NameResolver.Resolution.Ambiguous several) {
      throw new Refusal(
              400,
              "bad-arguments",
              "The parameter '%s' names several things: %s".formatted(parameter, name))
          .with("candidates", several.iris());
    }
    throw new Refusal(
        400,
        "bad-arguments",
        "The parameter '%s' names nothing in the graph: %s".formatted(parameter, name));
  }

  /**
   * The thing that an answer is about.
   *
   * @throws Refusal 400 if none is given, 404 if the graph has none of that name, 409 if several
   */
  Node require(Asked asked, String parameter) {
    String name = asked.parameters().one(parameter);
    if (name == null || name.isEmpty()) {
      throw new Refusal(
          400, "missing-parameter", "Name a thing: %s=iso27001-2022/A.8.24".formatted(parameter));
    }
    return named(asked, name);
  }

  /**
   * The one thing of a name.
   *
   * @throws Refusal 404 if the graph has none, 409 if several
   */
  Node named(Asked asked, String name) {
    NameResolver.Resolution resolution = resolve(asked.index(), name);
    if (resolution instanceof NameResolver.Resolution.Ambiguous several) {
      throw new Refusal(
              409,
              "ambiguous-name",
              "'%s' stands for several things; name one of the candidates.".formatted(name))
          .with("candidates", several.iris());
    }
    if (resolution instanceof NameResolver.Resolution.Found found
        && asked.index().number(NodeFactory.createURI(found.iri())) >= 0) {
      return NodeFactory.createURI(found.iri());
    }
    throw new Refusal(404, "no-such-thing", "Nothing in the graph is called '%s'.".formatted(name));
  }

  private NameResolver.Resolution resolve(TraceIndex index, String name) {
    return new GraphNameResolver(
            (graph, subject, property, object) -> index.find(subject, property, object),
            store.baseIri())
        .resolve(name);
  }
}
