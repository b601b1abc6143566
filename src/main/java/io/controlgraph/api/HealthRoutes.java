package io.controlgraph.api;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Scope;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Map;

/** Whether the process lives, and whether its store answers. */
final class HealthRoutes implements Routes {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final GraphStore store;

  HealthRoutes(GraphStore store) {
    this.store = store;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    Routes.read(routes, "/health/live", ctx -> Json.send(ctx, Map.of("status", "live")));
    Routes.read(routes, "/health/ready", this::ready);
  }

  private void ready(Context ctx) {
    try {
      long revision =
          store.read(
              Scope.ALL,
              Deadline.after(PATIENCE),
              view -> {
                view.ask("ASK { ?s ?p ?o }");
                return view.revision().number();
              });
      Json.send(ctx, new Readiness("ready", revision));
    } catch (GraphFailure e) {
      Json.send(
          ctx, 503, "application/json", new Readiness("not ready", store.revision().number()));
    }
  }

  private record Readiness(String status, long revision) {}
}
