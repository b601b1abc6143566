package io.controlgraph.api;

import io.controlgraph.api.openapi.Operation;
import io.controlgraph.graph.Capability;
import io.controlgraph.graph.GraphStore;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;

/** {@code /api/v1/engine}: what keeps the graph, and what it can and cannot do. */
final class EngineRoutes implements Routes {
  private final GraphStore store;

  EngineRoutes(GraphStore store) {
    this.store = store;
  }

  @Override
  public void addTo(Api api) {
    api.on(
        Operation.get(
                "/api/v1/engine",
                "showEngine",
                "Operations",
                "What keeps the graph, and what it can do")
            .givesJson(200, "The engine with its capabilities.", EngineAnswer.class),
        this::show);
  }

  private record EngineAnswer(String engine, String baseIri, List<CapabilityAnswer> capabilities) {}

  /** Available or not: what is not, answers 501 with its id. */
  private record CapabilityAnswer(String id, String summary, boolean available) {}

  private void show(Context ctx) {
    Json.send(
        ctx,
        new EngineAnswer(
            store.engine(),
            store.baseIri(),
            Arrays.stream(Capability.values())
                .map(each -> new CapabilityAnswer(each.id(), each.summary(), store.can(each)))
                .toList()));
  }
}
