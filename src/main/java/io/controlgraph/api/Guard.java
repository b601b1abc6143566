package io.controlgraph.api;

import io.controlgraph.security.HostCheck;
import io.controlgraph.security.Openings;
import io.controlgraph.security.Refusal;
import io.controlgraph.security.WriteSecret;
import io.controlgraph.sparql.AskedAddress;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every request: is it for this server, may its page ask, does it show what a write
 * needs. Tells browsers how little they may do with an answer.
 */
final class Guard implements Handler {
  /** Javalin would take its word; a proxy that lets only reads pass would not know. */
  private static final String OVERRIDE = "X-HTTP-Method-Override";

  /** Where a POST may be a question. */
  private static final Set<String> ASKED_BY_POST =
      Set.of("/sparql", "/sparql/", "/api/v1/queries", CheckRoutes.PATH);

  /** Headers of answers that pages of other origins may see (Fetch, section 3.2.5). */
  private static final String EXPOSED =
      "ETag, Link, Location, Allow, Retry-After, Content-Disposition, ControlGraph-Revision,"
          + " ControlGraph-Total, ControlGraph-Rows-Cut, ControlGraph-Day, ControlGraph-Query,"
          + " ControlGraph-Missing, ControlGraph-Index-Age, ControlGraph-Index-Read,"
          + " ControlGraph-Index-Problem";

  private static final Pattern FORWARDED_HOST =
      Pattern.compile("(?:^|;)\\s*host\\s*=\\s*\"?([^\";]*)", Pattern.CASE_INSENSITIVE);

  private final HostCheck hosts;
  private final Openings openings;
  private final WriteSecret secret;

  Guard(HostCheck hosts, Openings openings, WriteSecret secret) {
    this.hosts = hosts;
    this.openings = openings;
    this.secret = secret;
  }

  @Override
  public void handle(Context ctx) {
    ctx.header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", PagePolicy.USUAL)
        .header("Referrer-Policy", "no-referrer")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .header("X-Frame-Options", "DENY")
        .header("Vary", "Origin");
    if (ctx.header(OVERRIDE) != null) {
      throw new Refusal(
          400, "bad-header", "A request is what its method says; leave out " + OVERRIDE + ".");
    }
    AskedAddress.set(
        ctx, hosts.asked(ctx.header("Host"), openings.proxy() ? forwardedHost(ctx) : null));
    boolean reads = reads(ctx);
    String origin = ctx.header("Origin");
    if (origin != null && !hosts.isOwn(origin)) {
      letIn(ctx, origin, reads);
    }
    if (!reads) {
      secret.check(ctx.header("Authorization"));
    }
  }

  /**
   * What the client's own proxy, the first on the way, says it was asked (RFC 7239, section 5.3).
   */
  private static @Nullable String forwardedHost(Context ctx) {
    String standard = ctx.header("Forwarded");
    if (standard != null) {
      Matcher host = FORWARDED_HOST.matcher(standard.split(",", 2)[0]);
      if (host.find()) {
        return host.group(1);
      }
    }
    String usual = ctx.header("X-Forwarded-Host");
    return usual == null ? null : usual.split(",", 2)[0];
  }

  private static boolean reads(Context ctx) {
    return ctx.method().equals(HandlerType.GET)
        || ctx.method().equals(HandlerType.HEAD)
        || ctx.method().equals(HandlerType.OPTIONS)
        || ASKED_BY_POST.contains(ctx.path());
  }

  private void letIn(Context ctx, String origin, boolean reads) {
    if (OntologyFiles.isForAll(ctx.path())) {
      return;
    }
    if (!reads || !openings.letsRead(origin)) {
      throw new Refusal(
          403, "foreign-origin", "Pages of other sites may not use this server: " + origin);
    }
    ctx.header("Access-Control-Allow-Origin", origin)
        .header("Access-Control-Expose-Headers", EXPOSED)
        .header("Cross-Origin-Resource-Policy", "cross-origin");
    if (ctx.method().equals(HandlerType.OPTIONS)) {
      ctx.header("Access-Control-Allow-Methods", "GET, HEAD, POST")
          .header(
              "Access-Control-Allow-Headers", "Accept, Content-Type, If-None-Match, Last-Event-ID")
          .header("Access-Control-Max-Age", "600");
    }
  }
}
