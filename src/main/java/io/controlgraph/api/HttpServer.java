package io.controlgraph.api;

import io.controlgraph.api.metrics.Metrics;
import io.controlgraph.graph.Capability;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.ingest.Importer;
import io.controlgraph.query.Catalogue;
import io.controlgraph.security.HostCheck;
import io.controlgraph.security.Limits;
import io.controlgraph.security.Openings;
import io.controlgraph.security.WriteSecret;
import io.controlgraph.sparql.Answers;
import io.controlgraph.sparql.Freshness;
import io.controlgraph.sparql.GraphCounts;
import io.controlgraph.sparql.GraphStoreEndpoint;
import io.controlgraph.sparql.Running;
import io.controlgraph.sparql.SparqlEndpoint;
import io.controlgraph.sparql.Writes;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinBindException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/** The server over a store, on a loopback address. */
public final class HttpServer implements AutoCloseable {
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);
  private static final Duration IDLE_AT_STOP = Duration.ofMillis(10);
  private static final int LONGEST_HEADER = 32 * 1024;

  private final Javalin javalin;
  private final Followers followers;
  private final String host;

  private HttpServer(Javalin javalin, Followers followers, String host) {
    this.javalin = javalin;
    this.followers = followers;
    this.host = host;
  }

  /**
   * What a server works with.
   *
   * @param importer takes the files of an import in
   * @param day the day that answers are about when a request names none
   * @param secret what a write must show
   * @param openings what is open beyond the usual
   * @param copies a folder for copies of indexes between runs, which can be made anew from the
   *     store; null for none
   * @param stays whether the server stays until it is stopped, rather than end after one command:
   *     it then makes ready at once what is asked for first
   */
  public record Parts(
      GraphStore store,
      Catalogue catalogue,
      Importer importer,
      Supplier<LocalDate> day,
      WriteSecret secret,
      Openings openings,
      Limits limits,
      @Nullable Path copies,
      boolean stays) {}

  /**
   * Starts a server.
   *
   * @param host a name or address of this machine's loopback
   * @param port 0 takes a free one
   * @throws IllegalArgumentException if others could reach the address
   */
  public static HttpServer start(String host, int port, Parts parts) {
    requireLoopback(host);
    AtomicInteger actual = new AtomicInteger();
    HostCheck hosts = new HostCheck(inAddress(host), actual::get, outside(parts));
    Followers followers = Followers.of(parts.store(), parts.copies(), parts.stays());
    try {
      Javalin javalin =
          Javalin.create(
              config -> {
                config.jetty.addConnector(
                    (server, http) -> connector(server, http, host, port, parts.limits()));
                configure(config, parts, hosts, followers);
              });
      javalin.start();
      actual.set(javalin.port());
      return new HttpServer(javalin, followers, host);
    } catch (JavalinBindException e) {
      followers.close();
      throw new UncheckedIOException(
          "Port %d of %s is taken by another program, or not allowed; choose another port."
              .formatted(port, host),
          new BindException(e.getMessage()));
    } catch (RuntimeException e) {
      followers.close();
      throw e;
    }
  }

  private static void configure(
      JavalinConfig config, Parts parts, HostCheck hosts, Followers followers) {
    configure(config, parts.limits());
    config.routes.before(new Guard(hosts, parts.openings(), parts.secret()));
    config.routes.before(ctx -> showRevision(ctx, parts.store()));
    Problems.register(config);
    config.requestLogger.http((ctx, millis) -> count(ctx, millis, followers.metrics()));
    Api api = new Api(config.routes);
    routes(parts, followers).forEach(each -> each.addTo(api));
  }

  /** Where the server answers; ends in a slash. */
  public URI address() {
    return URI.create("http://" + inAddress(host) + ":" + javalin.port() + "/");
  }

  private static String inAddress(String host) {
    return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
  }

  @Override
  public void close() {
    followers.feed().close();
    javalin.stop();
    followers.close();
  }

  private static List<Routes> routes(Parts parts, Followers followers) {
    Running running = new Running(parts.limits(), followers.metrics());
    followers.metrics().watch(running);
    Answers answers = new Answers(parts.store(), parts.limits(), running);
    Writes writes = new Writes(parts.store(), running, parts.secret(), parts.openings().updates());
    GraphCounts counts = new GraphCounts();
    SparqlEndpoint sparql = new SparqlEndpoint(answers, writes, counts, parts.limits());
    TraceAnswers traces = new TraceAnswers(parts.store(), followers.trace(), answers, parts.day());
    return List.of(
        new SparqlRoutes(sparql),
        new GraphStoreRoutes(
            new GraphStoreEndpoint(parts.store(), answers, writes, parts.limits())),
        new OntologyFiles(),
        new DescriptionRoutes(parts.store(), answers, counts, parts.limits()),
        new LinkedDataRoutes(parts, answers),
        new RunningRoutes(running),
        new HealthRoutes(parts.store()),
        new EngineRoutes(parts.store(), followers.trace()),
        new MetricsRoutes(followers.metrics()),
        new RevisionRoutes(parts.store()),
        new ChangeRoutes(parts.store(), followers.feed()),
        new SearchRoutes(parts.store(), followers.index(), answers),
        new CoverageRoutes(parts.catalogue(), traces),
        new CellRoutes(traces),
        new WhyRoutes(traces),
        new GapRoutes(parts, traces),
        new PathRoutes(traces),
        new LaneRoutes(traces),
        new ImpactRoutes(traces),
        new WhatIfRoutes(traces),
        new CrosswalkRoutes(traces),
        new NodeRoutes(parts.store(), followers.index(), answers),
        new ExportRoutes(parts.store(), answers, parts.limits()),
        new QuestionRoutes(parts, answers),
        new CheckRoutes(parts),
        new ImportRoutes(parts.importer()),
        new ImportFormatRoutes(),
        new RevertRoutes(parts.store()),
        new ValidateRoutes(parts.store(), parts.importer()),
        new OpenApiRoutes(),
        new LibraryFiles(),
        new WebFiles());
  }

  private static void count(Context ctx, float millis, Metrics metrics) {
    Endpoint endpoint = ctx.endpoints().matchedHttpEndpoint();
    metrics.answered(
        HandlerType.commonHttp().contains(ctx.method()) ? ctx.method().name() : "other",
        endpoint == null ? "none" : endpoint.path,
        ctx.statusCode(),
        Duration.ofNanos((long) (millis * 1_000_000)));
  }

  /** On every answer, where it costs nothing to tell; else on those that are made of the graph. */
  private static void showRevision(Context ctx, GraphStore store) {
    if (store.can(Capability.REVISIONS) && store.can(Capability.SNAPSHOTS)) {
      ctx.header(Freshness.REVISION, Long.toString(store.revision().number()));
    }
  }

  /**
   * Where a trusted proxy shows the server: at its base IRI.
   *
   * @throws IllegalArgumentException if the base IRI has a path, below which no path here would fit
   */
  private static @Nullable URI outside(Parts parts) {
    if (!parts.openings().proxy()) {
      return null;
    }
    URI base = URI.create(parts.store().baseIri());
    if (!"/".equals(base.getPath())) {
      throw new IllegalArgumentException(
          "Behind a proxy the base IRI ends in a slash right after its host, unlike " + base);
    }
    return base;
  }

  /** What is set alike for every server. */
  static void configure(JavalinConfig config, Limits limits) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.router.ignoreTrailingSlashes = false;
    config.http.maxRequestSize = limits.queryBytes();
    config.jetty.multipartConfig.maxFileSize(limits.uploadBytes(), SizeUnit.BYTES);
    config.jetty.multipartConfig.maxTotalRequestSize(limits.uploadBytes(), SizeUnit.BYTES);
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setRequestHeaderSize(LONGEST_HEADER);
          http.setSendServerVersion(false);
        });
    config.jetty.modifyServer(server -> server.setStopTimeout(STOP_PATIENCE.toMillis()));
  }

  private static ServerConnector connector(
      Server server, HttpConfiguration http, String host, int port, Limits limits) {
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    connector.setShutdownIdleTimeout(IDLE_AT_STOP.toMillis());
    connector.setIdleTimeout(limits.longestQueryTime().plusSeconds(30).toMillis());
    return connector;
  }

  private static void requireLoopback(String host) {
    try {
      if (!InetAddress.getByName(host).isLoopbackAddress()) {
        throw new IllegalArgumentException(
            "This server has no access control yet and serves the loopback only, not " + host);
      }
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("There is no host '" + host + "'.", e);
    }
  }
}
