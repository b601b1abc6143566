package io.controlgraph.graph.jena;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.ServiceList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.sparql.engine.binding.Binding;
import org.jspecify.annotations.Nullable;

/**
 * Asks the endpoints of a list, until a deadline. It follows no redirect, uses no proxy, keeps no
 * cookie, knows no password and takes no more than {@value #MOST_BYTES} bytes.
 */
final class ServiceClient implements ServiceCalls {
  static final int MOST_BYTES = 64 << 20;

  private static final String JSON = "application/sparql-results+json";
  private static final String XML = "application/sparql-results+xml";
  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final int LONGEST_SAYING = 200;

  private final ServiceList allowed;
  private final Deadline deadline;

  ServiceClient(ServiceList allowed, Deadline deadline) {
    this.allowed = allowed;
    this.deadline = deadline;
  }

  /** Made when it is first needed: most servers ask no others. */
  private static final class Http {
    private static final HttpClient CLIENT =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(CONNECTING)
            .build();
  }

  @Override
  public List<Binding> ask(Node service, String query) {
    URI endpoint = allowed.require(service);
    ServiceList.requireElsewhere(
        endpoint, await(endpoint, CompletableFuture.supplyAsync(() -> addresses(endpoint))));
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .header("Accept", JSON + ", " + XML + ";q=0.9")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("User-Agent", "ControlGraph")
            .POST(BodyPublishers.ofString("query=" + encode(query)))
            .build();
    HttpResponse<byte[]> response =
        await(
            endpoint,
            Http.CLIENT.sendAsync(
                request, head -> new BoundedBody(MOST_BYTES, head.statusCode() == 200)));
    if (response.statusCode() != 200) {
      throw failed(endpoint, "it answered " + response.statusCode() + said(response));
    }
    return rows(endpoint, response);
  }

  private static List<InetAddress> addresses(URI endpoint) {
    try {
      return List.of(InetAddress.getAllByName(endpoint.getHost()));
    } catch (UnknownHostException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T await(URI endpoint, CompletableFuture<T> step) {
    Deadline.Registration onCancel = deadline.whenCancelled(() -> step.cancel(true));
    try {
      return step.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | CancellationException e) {
      throw new GraphFailure.DeadlineExceeded(deadline.allowed());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GraphFailure.DeadlineExceeded(deadline.allowed());
    } catch (ExecutionException e) {
      throw failed(endpoint, reason(e.getCause()));
    } finally {
      onCancel.close();
      step.cancel(true);
    }
  }

  private static List<Binding> rows(URI endpoint, HttpResponse<byte[]> response) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    Lang lang = lang(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    if (lang == null) {
      throw failed(endpoint, "it answered in '" + line(type) + "', not in " + JSON + " or " + XML);
    }
    try {
      List<Binding> rows = new ArrayList<>();
      RowSetReader.createReader(lang)
          .read(new ByteArrayInputStream(response.body()), ARQ.getContext())
          .forEachRemaining(rows::add);
      return rows;
    } catch (RuntimeException | StackOverflowError e) {
      throw failed(endpoint, "its answer cannot be read: " + line(String.valueOf(e.getMessage())));
    }
  }

  private static @Nullable Lang lang(String mediaType) {
    return switch (mediaType) {
      case JSON, "application/json" -> ResultSetLang.RS_JSON;
      case XML, "application/xml" -> ResultSetLang.RS_XML;
      default -> null;
    };
  }

  private static GraphFailure.ServiceFailed failed(URI endpoint, String why) {
    return new GraphFailure.ServiceFailed("SERVICE <%s> failed: %s.".formatted(endpoint, why));
  }

  private static String reason(@Nullable Throwable cause) {
    if (cause instanceof UncheckedIOException wrapped
        && wrapped.getCause() instanceof UnknownHostException unknown) {
      return "there is no host " + line(String.valueOf(unknown.getMessage()));
    }
    if (cause instanceof HttpConnectTimeoutException) {
      return "it took no connection within " + CONNECTING.toSeconds() + " seconds";
    }
    if (cause instanceof ConnectException) {
      return "it takes no connection";
    }
    if (cause instanceof IOException broken && broken.getMessage() != null) {
      return line(broken.getMessage());
    }
    return line(String.valueOf(cause));
  }

  /** What an answer that holds no rows says instead: where it points to, or its first line. */
  private static String said(HttpResponse<byte[]> response) {
    if (response.statusCode() / 100 == 3) {
      return response
              .headers()
              .firstValue("Location")
              .map(place -> " and points to " + line(place))
              .orElse("")
          + "; redirects are not followed";
    }
    String first = line(new String(response.body(), StandardCharsets.UTF_8).strip());
    return first.isEmpty() ? "" : ": " + first;
  }

  private static String line(String text) {
    String first = text.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ").strip();
    return first.length() > LONGEST_SAYING ? first.substring(0, LONGEST_SAYING) + "…" : first;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
