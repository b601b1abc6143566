package io.controlgraph.api;

import io.controlgraph.api.metrics.Meters;
import io.controlgraph.api.openapi.Operation;
import io.controlgraph.security.Limits;
import io.javalin.Javalin;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LocalConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has an HTTP server without a socket answer one request, and ends it. That loads more than a
 * thousand classes; done while the store is opened, it is not waited for.
 */
public final class Rehearsal {
  static final String PATH = "/rehearsal";

  private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

  private static final String REQUEST =
      "GET " + PATH + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

  private Rehearsal() {}

  /**
   * Does it. What goes wrong here goes wrong again where it matters, so it is noted only. Uses
   * nothing of Jena, which may be initialised meanwhile.
   */
  public static void run() {
    try {
      answer();
    } catch (Exception e) {
      LOG.debug("The rehearsal failed.", e);
    }
  }

  /** The answer, with its head. */
  static String answer() throws Exception {
    try (Meters meters = new Meters()) {
      Javalin javalin =
          Javalin.create(
              config -> {
                HttpServer.configure(config, Limits.DEFAULT);
                config.jetty.addConnector(
                    (server, http) -> new LocalConnector(server, new HttpConnectionFactory(http)));
                config.requestLogger.http(
                    (ctx, millis) ->
                        meters.time(Timer.builder(PATH), Duration.ofMillis(millis.longValue())));
                new Api(config.routes)
                    .on(
                        Operation.get(PATH, "rehearse", "Rehearsal", "Its own path"),
                        ctx -> ctx.result(ctx.path()));
              });
      javalin.start();
      try {
        Connector connector = javalin.jettyServer().server().getConnectors()[0];
        return ((LocalConnector) connector).getResponse(REQUEST);
      } finally {
        javalin.stop();
      }
    }
  }
}
