package io.controlgraph.api;

import io.controlgraph.graph.GraphFailure;
import io.controlgraph.security.Refusal;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns every failure of a request into a problem document. */
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  /** The only thing by which Jetty's reader of multipart bodies tells this fault from others. */
  private static final String MULTIPART_TOO_LONG = "max length exceeded";

  /** Under which Javalin keeps the methods that a path answers. */
  private static final String AVAILABLE = "availableMethods";

  private Problems() {}

  static void register(JavalinConfig config) {
    config.routes.exception(Refusal.class, (e, ctx) -> send(ctx, Problem.of(e)));
    config.routes.exception(GraphFailure.class, (e, ctx) -> send(ctx, known(e)));
    config.routes.exception(HttpResponseException.class, Problems::answer);
    config.routes.exception(Exception.class, (e, ctx) -> send(ctx, other(ctx, e)));
    config.jetty.modifyServer(server -> server.setErrorHandler(new BareProblems()));
  }

  static void send(Context ctx, Problem problem) {
    problem.headers().forEach(ctx::header);
    ctx.header("Cache-Control", "no-store");
    Json.send(ctx, problem.status(), Problem.MEDIA_TYPE, problem.document());
  }

  private static Problem known(GraphFailure failure) {
    Problem problem = Problem.of(failure);
    if (problem.status() == 500) {
      LOG.error("The store failed.", failure);
    }
    return problem;
  }

  /** OPTIONS is answered everywhere, by what else a path answers (RFC 9110, section 9.3.7). */
  private static void answer(HttpResponseException e, Context ctx) {
    String allowed = e.getDetails().get(AVAILABLE);
    if (ctx.method().equals(HandlerType.OPTIONS) && allowed != null) {
      ctx.status(204).header("Allow", allowed + ", OPTIONS");
    } else {
      send(ctx, ofRoute(ctx, e));
    }
  }

  private static Problem ofRoute(Context ctx, HttpResponseException e) {
    return switch (e.getStatus()) {
      case 404 -> Problem.of(404, "not-found", "There is nothing at " + ctx.path() + ".");
      case 405 -> {
        String allowed = e.getDetails().getOrDefault(AVAILABLE, "GET");
        yield Problem.of(
                405,
                "method-not-allowed",
                ctx.path() + " does not answer " + ctx.method().name() + "; it answers " + allowed)
            .withHeader("Allow", allowed);
      }
      default -> Problem.of(e.getStatus(), "refused", String.valueOf(e.getMessage()));
    };
  }

  private static Problem other(Context ctx, Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (String.valueOf(cause.getMessage()).startsWith(MULTIPART_TOO_LONG)) {
        return Problem.of(413, "upload-too-large", "The files are larger than this server takes.");
      }
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpException bad) {
        return Problem.of(bad.getCode(), "bad-request", String.valueOf(bad.getReason()));
      }
    }
    LOG.error("{} {} failed.", ctx.method(), ctx.path(), e);
    return Problem.of(500, "fault", "The server failed to answer; its log says why.");
  }
}
