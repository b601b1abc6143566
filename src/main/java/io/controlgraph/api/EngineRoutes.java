package io.controlgraph.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.controlgraph.api.openapi.Operation;
import io.controlgraph.graph.Aged;
import io.controlgraph.graph.BuildProgress;
import io.controlgraph.graph.Capability;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.trace.LiveTrace;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/engine}: what keeps the graph, and what it can and cannot do. */
final class EngineRoutes implements Routes {
  private final GraphStore store;
  private final LiveTrace trace;

  EngineRoutes(GraphStore store, LiveTrace trace) {
    this.store = store;
    this.trace = trace;
  }

  @Override
  public void addTo(Api api) {
    api.on(
        Operation.get(
                "/api/v1/engine",
                "showEngine",
                "Operations",
                "What keeps the graph, and what it can do")
            .givesJson(
                200, "The engine with its capabilities, and its trace index.", EngineAnswer.class),
        this::show);
  }

  private record EngineAnswer(
      String engine, String baseIri, List<CapabilityAnswer> capabilities, IndexAnswer index) {}

  /** Available or not: what is not, answers 501 with its id. */
  private record CapabilityAnswer(String id, String summary, boolean available) {}

  /**
   * How the trace index stands.
   *
   * @param status {@code standing}, {@code building} the first one, or {@code none} while nobody
   *     has asked for it, or the engine has none
   * @param ageSeconds since when it is not known to match the store
   * @param read how many statements were read so far of the one that is being built
   * @param of of how many, where that is known
   * @param problem why it could not be built at the last try
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record IndexAnswer(
      String status,
      @Nullable Long statements,
      @Nullable Long ageSeconds,
      @Nullable Instant readAt,
      @Nullable Long read,
      @Nullable Long of,
      @Nullable String problem) {}

  private IndexAnswer index() {
    Optional<Aged<LiveTrace.Standing>> standing = trace.standing();
    Optional<BuildProgress> building = trace.progress();
    String otherwise = building.isPresent() ? "building" : "none";
    OptionalLong of = building.map(BuildProgress::expected).orElse(OptionalLong.empty());
    return new IndexAnswer(
        standing.isPresent() ? "standing" : otherwise,
        standing.map(each -> each.index().index().statements()).orElse(null),
        standing.map(each -> each.age().toSeconds()).orElse(null),
        standing.map(each -> each.index().readAt()).orElse(null),
        building.map(BuildProgress::read).orElse(null),
        of.isPresent() ? of.getAsLong() : null,
        trace.problem().orElse(null));
  }

  private void show(Context ctx) {
    Json.send(
        ctx,
        new EngineAnswer(
            store.engine(),
            store.baseIri(),
            Arrays.stream(Capability.values())
                .map(each -> new CapabilityAnswer(each.id(), each.summary(), store.can(each)))
                .toList(),
            index()));
  }
}
