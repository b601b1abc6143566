package io.controlgraph.api;

import io.controlgraph.api.openapi.Operation;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Scope;
import io.javalin.http.Context;
import java.time.Duration;

/** Whether the process lives, and whether its store answers. */
final class HealthRoutes implements Routes {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final GraphStore store;

  HealthRoutes(GraphStore store) {
    this.store = store;
  }

  @Override
  public void addTo(Api api) {
    api.on(
        Operation.get("/health/live", "isLive", "Operations", "Whether the process lives")
            .givesJson(200, "It does.", Liveness.class),
        ctx -> Json.send(ctx, new Liveness("live")));
    api.on(
        Operation.get("/health/ready", "isReady", "Operations", "Whether the store answers")
            .givesJson(200, "It does.", Readiness.class)
            .givesJson(503, "It does not.", NotReady.class),
        this::ready);
  }

  private record Liveness(String status) {}

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
          ctx, 503, "application/json", new NotReady("not ready", String.valueOf(e.getMessage())));
    }
  }

  private record Readiness(String status, long revision) {}

  private record NotReady(String status, String reason) {}
}
