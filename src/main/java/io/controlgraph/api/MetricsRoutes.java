package io.controlgraph.api;

import io.controlgraph.api.metrics.Metrics;
import io.controlgraph.api.openapi.Operation;
import java.util.List;

/** The figures of the server, for Prometheus. */
final class MetricsRoutes implements Routes {
  private final Metrics metrics;

  MetricsRoutes(Metrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void addTo(Api api) {
    api.on(
        Operation.get("/metrics", "getMetrics", "Operations", "Figures for Prometheus")
            .gives(200, "The figures, in Prometheus' text format.", List.of("text/plain")),
        ctx ->
            ctx.contentType(Metrics.MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .result(metrics.written()));
  }
}
