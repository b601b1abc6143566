package io.controlgraph.api;

import io.controlgraph.security.Refusal;
import io.controlgraph.sparql.Running;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;

/** The queries that run now, and stopping one. */
final class RunningRoutes implements Routes {
  private static final String PATH = "/api/v1/running";

  private final Running running;

  RunningRoutes(Running running) {
    this.running = running;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    Routes.read(routes, PATH, ctx -> Json.send(ctx, Map.of("running", running.list())));
    routes.delete(PATH + "/{id}", this::stop);
  }

  private void stop(Context ctx) {
    String id = ctx.pathParam("id");
    if (!running.stop(id)) {
      throw new Refusal(
          404,
          "no-such-query",
          "No query '" + id + "' runs now; " + PATH + " lists those that do.");
    }
    ctx.status(204);
  }
}
