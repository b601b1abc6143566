package io.controlgraph.graph.jena;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.ServiceList;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.jspecify.annotations.Nullable;

/**
 * Asks the endpoints of a list, until a deadline. It follows no redirect, uses no proxy, keeps no
 * cookie, knows no password, and takes no more than {@value #MOST_ROWS} rows and {@value
 * BoundedBody#MOST_BYTES} bytes.
 */
final class ServiceClient implements ServiceCalls {
  static final int MOST_ROWS = 100_000;

  private static final String JSON = "application/sparql-results+json";
  private static final String XML = "application/sparql-results+xml";
  private static final int ROWS_BETWEEN_LOOKS = 256;
  private static final int LONGEST_SAYING = 200;
  private static final int BEGINNING = 4096;

  private final OtherServers others;
  private final Deadline deadline;

  ServiceClient(OtherServers others, Deadline deadline) {
    this.others = others;
    this.deadline = deadline;
  }

  @Override
  public List<Binding> ask(Node service, String query, UnaryOperator<Binding> here) {
    URI endpoint = others.allowed().require(service);
    ServiceList.requireElsewhere(endpoint, await(endpoint, others.addresses(endpoint.getHost())));
    HttpResponse<BoundedBody> response = send(endpoint, query);
    BoundedBody body = response.body();
    Deadline.Registration onCancel = deadline.whenCancelled(body::close);
    try (body) {
      if (response.statusCode() != 200) {
        throw failed(endpoint, "it answered " + response.statusCode() + said(response));
      }
      Lang lang = lang(endpoint, response);
      CompletableFuture<Void> turn = others.turns().take();
      try {
        await(endpoint, turn);
        return rows(endpoint, lang, body, here);
      } finally {
        others.turns().end(turn);
      }
    } finally {
      onCancel.close();
    }
  }

  private HttpResponse<BoundedBody> send(URI endpoint, String query) {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .header("Accept", JSON + ", " + XML + ";q=0.9")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("User-Agent", "ControlGraph")
            .POST(BodyPublishers.ofString("query=" + encode(query)))
            .build();
    HttpClient client = others.client();
    CompletableFuture<HttpResponse<BoundedBody>> response;
    try {
      response = client.sendAsync(request, head -> new BoundedBody(deadline));
    } catch (RejectedExecutionException e) {
      response = CompletableFuture.failedFuture(e);
    }
    CompletableFuture<HttpResponse<BoundedBody>> sent = response;
    try {
      return await(
          endpoint, sent.whenComplete((answer, failure) -> others.forgetIfBroken(client, failure)));
    } catch (GraphFailure e) {
      if (!sent.cancel(true) && !sent.isCompletedExceptionally()) {
        sent.join().body().close();
      }
      throw e;
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

  private List<Binding> rows(
      URI endpoint, Lang lang, BoundedBody body, UnaryOperator<Binding> here) {
    try {
      List<Binding> rows = new ArrayList<>();
      RowSet answer = RowSetReader.createReader(lang).read(body, ARQ.getContext());
      while (answer.hasNext()) {
        if (rows.size() == MOST_ROWS) {
          throw failed(endpoint, "it sent more than " + MOST_ROWS + " rows; ask for less");
        }
        rows.add(here.apply(answer.next()));
        body.rowWasRead();
        if (rows.size() % ROWS_BETWEEN_LOOKS == 0) {
          requireTime();
        }
      }
      requireTime();
      return rows;
    } catch (GraphFailure e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      requireTime();
      throw failed(
          endpoint,
          line(body.fault().orElseGet(() -> "its answer cannot be read: " + line(e.getMessage()))));
    }
  }

  private void requireTime() {
    if (deadline.hasPassed() || Thread.currentThread().isInterrupted()) {
      throw new GraphFailure.DeadlineExceeded(deadline.allowed());
    }
  }

  private static Lang lang(URI endpoint, HttpResponse<BoundedBody> response) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    Lang lang = lang(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    if (lang == null) {
      throw failed(endpoint, "it answered in '" + line(type) + "', not in " + JSON + " or " + XML);
    }
    return lang;
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
    if (OtherServers.isBreak(cause)) {
      return "the way to other servers had broken, and is made anew; ask again";
    }
    if (cause instanceof UnknownHostException unknown) {
      return "there is no host " + line(String.valueOf(unknown.getMessage()));
    }
    if (cause instanceof HttpConnectTimeoutException) {
      return "it took no connection within " + OtherServers.CONNECTING.toSeconds() + " seconds";
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
  private String said(HttpResponse<BoundedBody> response) {
    if (response.statusCode() / 100 == 3) {
      return response
              .headers()
              .firstValue("Location")
              .map(place -> " and points to " + line(place))
              .orElse("")
          + "; redirects are not followed";
    }
    String first = line(beginning(response.body()).strip());
    return first.isEmpty() ? "" : ": " + first;
  }

  /** What came until it broke off, if it did. */
  private String beginning(BoundedBody body) {
    byte[] bytes = new byte[BEGINNING];
    int count = 0;
    try {
      count = body.readNBytes(bytes, 0, BEGINNING);
    } catch (IOException e) {
      requireTime();
    }
    return new String(bytes, 0, count, StandardCharsets.UTF_8);
  }

  private static String line(@Nullable String text) {
    String first =
        String.valueOf(text).lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ").strip();
    return first.length() > LONGEST_SAYING ? first.substring(0, LONGEST_SAYING) + "…" : first;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
