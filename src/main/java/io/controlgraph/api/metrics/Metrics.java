package io.controlgraph.api.metrics;

import io.controlgraph.graph.GraphStore;
import io.controlgraph.sparql.Outcome;
import io.controlgraph.sparql.QueryObserver;
import io.controlgraph.sparql.Running;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Locale;

/** What the server did and how it is, counted as Prometheus wants it. */
public final class Metrics implements QueryObserver, AutoCloseable {
  /** The media type of what is written (Prometheus text format 0.0.4). */
  public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  /** Bounds of the histograms, as Prometheus' own client has them, and a minute. */
  private static final Duration[] BOUNDS = {
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofMillis(2500),
    Duration.ofSeconds(10),
    Duration.ofSeconds(60)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final StatementCount statements;

  /** Metrics of a server over a store. */
  public Metrics(GraphStore store) {
    this.statements = new StatementCount(store);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
    Gauge.builder("controlgraph.triples", statements, StatementCount::now)
        .description("Statements in all graphs, each once for every graph that says it")
        .register(registry);
    Gauge.builder("controlgraph.revision", store, each -> each.revision().number())
        .description("The latest revision")
        .register(registry);
  }

  /** Watches how many queries run and wait. */
  public void watch(Running running) {
    Gauge.builder("controlgraph.queries.running", running, Running::running)
        .description("Queries and updates that run now")
        .register(registry);
    Gauge.builder("controlgraph.queries.waiting", running, Running::waiting)
        .description("Queries and updates that wait for their turn now")
        .register(registry);
  }

  @Override
  public void ended(String kind, Outcome outcome, Duration took) {
    Timer.builder("controlgraph.queries")
        .description("Queries and updates, by what they are and how they ended")
        .tags("name", kind, "outcome", outcome.name().toLowerCase(Locale.ROOT))
        .serviceLevelObjectives(BOUNDS)
        .register(registry)
        .record(took);
  }

  /**
   * Counts a request that was answered.
   *
   * @param route the path as it is declared, so that there are few
   */
  public void answered(String method, String route, int status, Duration took) {
    Timer.builder("controlgraph.http.requests")
        .description("Requests, by route and status")
        .tags("method", method, "route", route, "status", Integer.toString(status))
        .serviceLevelObjectives(BOUNDS)
        .register(registry)
        .record(took);
  }

  /** All of it, as {@link #MEDIA_TYPE}. */
  public String written() {
    return registry.scrape();
  }

  @Override
  public void close() {
    statements.close();
    collections.close();
    registry.close();
  }
}
