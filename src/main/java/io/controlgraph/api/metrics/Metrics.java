package io.controlgraph.api.metrics;

import io.controlgraph.graph.GraphStore;
import io.controlgraph.sparql.Outcome;
import io.controlgraph.sparql.QueryObserver;
import io.controlgraph.sparql.Running;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Locale;

/** What the server did and how it is, counted as Prometheus wants it. */
public final class Metrics implements QueryObserver, AutoCloseable {
  /** The media type of what is written (Prometheus text format 0.0.4). */
  public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final Meters meters = new Meters();
  private final PrometheusMeterRegistry registry = meters.registry();
  private final StatementCount statements;

  /** Metrics of a server over a store. */
  public Metrics(GraphStore store) {
    this.statements = new StatementCount(store);
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
    meters.time(
        Timer.builder("controlgraph.queries")
            .description("Queries and updates, by what they are and how they ended")
            .tags("name", kind, "outcome", outcome.name().toLowerCase(Locale.ROOT)),
        took);
  }

  /**
   * Counts a request that was answered.
   *
   * @param route the path as it is declared, so that there are few
   */
  public void answered(String method, String route, int status, Duration took) {
    meters.time(
        Timer.builder("controlgraph.http.requests")
            .description("Requests, by route and status")
            .tags("method", method, "route", route, "status", Integer.toString(status)),
        took);
  }

  /** All of it, as {@link #MEDIA_TYPE}. */
  public String written() {
    return registry.scrape();
  }

  @Override
  public void close() {
    statements.close();
    meters.close();
  }
}
