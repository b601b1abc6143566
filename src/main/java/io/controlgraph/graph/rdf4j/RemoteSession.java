package io.controlgraph.graph.rdf4j;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.HttpResponse;
import org.apache.http.NoHttpResponseException;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.util.EntityUtils;
import org.eclipse.rdf4j.common.exception.RDF4JException;
import org.eclipse.rdf4j.http.client.SPARQLProtocolSession;
import org.eclipse.rdf4j.query.Binding;
import org.eclipse.rdf4j.query.Dataset;
import org.eclipse.rdf4j.query.GraphQueryResult;
import org.eclipse.rdf4j.query.QueryLanguage;
import org.eclipse.rdf4j.query.TupleQueryResult;
import org.eclipse.rdf4j.query.resultio.TupleQueryResultFormat;
import org.eclipse.rdf4j.rio.ParserConfig;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.helpers.BasicParserSettings;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one connection to a server. They end when the deadline passes or is cancelled. A
 * read that gets no answer, or one that says "not now" (502, 503, 504), is tried again a few times;
 * an update is sent once.
 */
final class RemoteSession extends SPARQLProtocolSession {
  /** What is to be said of an update when it is not known what became of it. */
  static final String UNCERTAIN =
      "the change may still be made, so look at the latest revision before it is written again";

  private static final ContentType UPDATE =
      ContentType.create("application/sparql-update", StandardCharsets.UTF_8);

  private static final ContentType QUERY =
      ContentType.create("application/sparql-query", StandardCharsets.UTF_8);

  /** In characters, of which each may take nine bytes in a form. */
  static final int LONGEST_FORM = 16_000;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final int MOST_OF_A_REFUSAL = 4_000;
  private static final Set<Integer> NOT_NOW = Set.of(502, 503, 504);

  /** IRIs as the server has them: rows give them so too, whatever their syntax. */
  private static final ParserConfig AS_IT_IS =
      new ParserConfig().set(BasicParserSettings.VERIFY_URI_SYNTAX, false);

  private final ServerAddress address;
  private final Credentials credentials;
  private final Patience patience;
  private final CloseableHttpClient client;
  private final Runnable dropIdle;
  private final Parsing parsing;
  private final Deadline deadline;
  private final Set<HttpUriRequest> sent = ConcurrentHashMap.newKeySet();
  private final CountDownLatch cancelled = new CountDownLatch(1);
  private final Deadline.Registration whenOver;

  RemoteSession(
      ServerAddress address,
      Credentials credentials,
      Patience patience,
      CloseableHttpClient client,
      Runnable dropIdle,
      Parsing parsing,
      Deadline deadline) {
    super(client, parsing);
    this.parsing = parsing;
    this.address = address;
    this.credentials = credentials;
    this.patience = patience;
    this.client = client;
    this.dropIdle = dropIdle;
    this.deadline = deadline;
    setQueryURL(address.query().toString());
    setUpdateURL((address.update() == null ? address.query() : address.update()).toString());
    setPreferredTupleQueryResultFormat(TupleQueryResultFormat.JSON);
    // Not Turtle: RDF4J Server writes numbers into it in another spelling, and -0.0 as 0.0.
    setPreferredRDFFormat(RDFFormat.NTRIPLES);
    setParserConfig(AS_IT_IS);
    this.whenOver = DeadlineClock.whenOver(deadline, this::abort);
  }

  private void abort() {
    cancelled.countDown();
    sent.forEach(HttpUriRequest::abort);
  }

  /**
   * A long one as the body itself: servers bound forms, some at 200,000 bytes. None with the
   * parameter by which RDF4J asks for an end: Virtuoso takes its seconds for milliseconds, and then
   * answers with a part as if it were all.
   */
  @Override
  protected HttpUriRequest getQueryMethod(
      QueryLanguage language,
      String query,
      @Nullable String baseIri,
      @Nullable Dataset dataset,
      boolean includeInferred,
      int maxQueryTime,
      Binding... bindings) {
    if (query.length() <= LONGEST_FORM || dataset != null) {
      return super.getQueryMethod(language, query, baseIri, dataset, includeInferred, 0, bindings);
    }
    HttpPost post = new HttpPost(getQueryURL());
    post.setEntity(
        new StringEntity(baseIri == null ? query : "BASE <" + baseIri + "> \n" + query, QUERY));
    return post;
  }

  @Override
  @SuppressWarnings("deprecation") // The reference to the caller, which RDF4J no longer uses.
  protected TupleQueryResult getBackgroundTupleQueryResult(
      HttpUriRequest request, @Nullable WeakReference<?> caller) throws IOException {
    return WholeResult.rows(super.getBackgroundTupleQueryResult(request, caller), parsing.begun());
  }

  @Override
  @SuppressWarnings("deprecation") // As above.
  protected GraphQueryResult getRDFBackground(
      HttpUriRequest request, boolean requireContext, @Nullable WeakReference<?> caller)
      throws IOException {
    return WholeResult.statements(
        super.getRDFBackground(request, requireContext, caller), parsing.begun());
  }

  /** As the body itself: a form would be longer by a half, and servers bound forms. */
  @Override
  protected HttpUriRequest getUpdateMethod(
      QueryLanguage language,
      String update,
      String baseIri,
      Dataset dataset,
      boolean includeInferred,
      int maxQueryTime,
      Binding... bindings) {
    HttpPost post = new HttpPost(getUpdateURL());
    post.setEntity(new StringEntity(update, UPDATE));
    return post;
  }

  @Override
  protected HttpResponse execute(HttpUriRequest request) throws IOException, RDF4JException {
    return execute(request, isUpdate(request) ? Manner.UPDATE : Manner.READ);
  }

  private static boolean isUpdate(HttpUriRequest request) {
    return request instanceof HttpPost post
        && post.getEntity().getContentType().getValue().startsWith(UPDATE.getMimeType());
  }

  /** How a request is sent. */
  enum Manner {
    /** As often as need be. */
    READ,
    /** Once; nothing is changed if it fails. */
    STEP,
    /** Once; if it fails, the graph may be changed or may be yet. */
    UPDATE
  }

  /** Sends a request and takes its answer, unless that is a refusal. */
  HttpResponse execute(HttpUriRequest request, Manner manner) throws IOException {
    int retries = manner == Manner.READ ? patience.retries() : 0;
    boolean mayBeStale = manner == Manner.READ;
    credentials.authorization().ifPresent(value -> request.setHeader("Authorization", value));
    for (int failures = 0; ; failures++) {
      boolean last = failures == retries;
      try {
        HttpResponse response = send((HttpRequestBase) request);
        int status = response.getStatusLine().getStatusCode();
        if (status >= 200 && status < 300) {
          return response;
        }
        Duration wait = retryAfter(response, failures);
        GraphFailure refused = refused(response, manner == Manner.UPDATE && status >= 500);
        if (last || !NOT_NOW.contains(status)) {
          throw refused;
        }
        pause(wait);
        mayBeStale = true;
      } catch (IOException e) {
        if (Said.isBusy(e)) {
          throw new GraphFailure.DeadlineExceeded(
              deadline.allowed(),
              "Nothing was asked within %d ms: %s %s."
                  .formatted(deadline.allowed().toMillis(), address.name(), Said.by(e)));
        }
        if (manner == Manner.UPDATE && !Said.isNothingSent(e) && !deadline.hasPassed()) {
          throw new GraphFailure.ServerFailed(address.name(), Said.by(e) + "; " + UNCERTAIN);
        }
        if (deadline.hasPassed()) {
          throw e;
        }
        if (mayBeStale && isStale(e)) {
          mayBeStale = false;
          failures--;
          dropIdle.run();
        } else if (last) {
          throw e;
        } else {
          pause(pauseAfter(failures));
        }
      }
    }
  }

  /** Whether the connection may be one that was kept, and had ended when it was used again. */
  private static boolean isStale(IOException e) {
    return e instanceof NoHttpResponseException
        || (e instanceof SocketException && !Said.isNothingSent(e));
  }

  private HttpResponse send(HttpRequestBase request) throws IOException {
    requireTime();
    int left = (int) Math.min(Integer.MAX_VALUE, Math.max(1, deadline.left().toMillis()));
    request.reset();
    request.setConfig(
        RequestConfig.custom()
            .setRedirectsEnabled(false)
            .setConnectTimeout((int) Math.min(left, patience.connect().toMillis()))
            .setConnectionRequestTimeout(left)
            .setSocketTimeout((int) Math.min(left, patience.silence().toMillis()))
            .build());
    sent.add(request);
    requireTime();
    return client.execute(request);
  }

  private GraphFailure refused(HttpResponse response, boolean isUncertain) throws IOException {
    int status = response.getStatusLine().getStatusCode();
    try {
      return new GraphFailure.ServerFailed(
          address.name(),
          "answered %d: %s".formatted(status, meaning(status, body(response)))
              + (isUncertain ? "; " + UNCERTAIN : ""));
    } finally {
      EntityUtils.consumeQuietly(response.getEntity());
    }
  }

  private static String meaning(int status, String body) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> "it is elsewhere now; give its new address";
      case 401, 403 -> "the credentials do not suffice, or there are none";
      case 404 -> "there is no such endpoint";
      default -> body.isEmpty() ? "it did not say why" : body;
    };
  }

  /** The beginning of what it said, without what a browser would need. */
  private static String body(HttpResponse response) throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return "";
    }
    try (InputStream in = entity.getContent()) {
      String text = new String(in.readNBytes(MOST_OF_A_REFUSAL), StandardCharsets.UTF_8);
      return Said.line(text.replaceAll("(?s)<(style|script).*?</\\1>|<[^>]*>", " "));
    }
  }

  private static Duration pauseAfter(int failures) {
    return FIRST_PAUSE.multipliedBy(1L << failures);
  }

  /** What the server asks for, within bounds, or else a little more each time. */
  private static Duration retryAfter(HttpResponse response, int failures) {
    Header asked = response.getFirstHeader("Retry-After");
    if (asked == null || !asked.getValue().matches("\\d{1,4}")) {
      return pauseAfter(failures);
    }
    Duration wait = Duration.ofSeconds(Long.parseLong(asked.getValue()));
    return wait.compareTo(LONGEST_PAUSE) < 0 ? wait : LONGEST_PAUSE;
  }

  private void pause(Duration wait) {
    try {
      if (cancelled.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        requireTime();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GraphFailure.DeadlineExceeded(deadline.allowed(), "The request was interrupted.");
    }
  }

  private void requireTime() {
    if (deadline.hasPassed()) {
      throw new GraphFailure.DeadlineExceeded(deadline.allowed());
    }
  }

  @Override
  public void close() {
    whenOver.close();
    sent.forEach(HttpUriRequest::abort);
    sent.clear();
    super.close();
  }
}
