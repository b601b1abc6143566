package io.controlgraph.api;

import io.controlgraph.api.openapi.Input;
import io.controlgraph.api.openapi.Operation;
import io.controlgraph.security.Refusal;
import io.controlgraph.sparql.Running;
import io.javalin.http.Context;
import java.util.List;

/** The queries that run now, and stopping one. */
final class RunningRoutes implements Routes {
  private static final String PATH = "/api/v1/running";

  private final Running running;

  RunningRoutes(Running running) {
    this.running = running;
  }

  @Override
  public void addTo(Api api) {
    api.on(
        Operation.get(PATH, "listRunning", "Operations", "The queries that run or wait")
            .givesJson(200, "The queries, the oldest first.", Now.class),
        ctx -> Json.send(ctx, new Now(running.list())));
    api.on(
        Operation.of("DELETE", PATH + "/{id}", "stopQuery", "Operations", "Stop a query")
            .guarded()
            .takes(Input.path("id", "The query's id, as the list has it."))
            .gives(204, "It is told to stop.", List.of()),
        this::stop);
  }

  private record Now(List<Running.Entry> running) {}

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
