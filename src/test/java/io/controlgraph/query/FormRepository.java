package io.controlgraph.query;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.eclipse.rdf4j.http.client.SPARQLProtocolSession;
import org.eclipse.rdf4j.query.Binding;
import org.eclipse.rdf4j.query.Dataset;
import org.eclipse.rdf4j.query.QueryLanguage;
import org.eclipse.rdf4j.query.resultio.TupleQueryResultFormat;
import org.eclipse.rdf4j.repository.sparql.SPARQLRepository;
import org.jspecify.annotations.Nullable;

/**
 * A server that is asked as Virtuoso can answer: with forms whatever their length, for it says
 * nothing to a query that is a body of its own; and without the parameter {@code timeout}, which
 * RDF4J means in seconds and Virtuoso takes for milliseconds, and then answers with a part.
 */
final class FormRepository extends SPARQLRepository {
  private final String query;
  private final CloseableHttpClient client;
  private final ExecutorService parsing = Executors.newCachedThreadPool();

  /**
   * @param silence how long the server may say nothing
   */
  FormRepository(URI query, Duration silence) {
    super(query.toString());
    this.query = query.toString();
    this.client =
        HttpClientBuilder.create()
            .setDefaultRequestConfig(
                RequestConfig.custom().setSocketTimeout((int) silence.toMillis()).build())
            .build();
    setHttpClient(client);
  }

  @Override
  protected SPARQLProtocolSession createSPARQLProtocolSession() {
    return new FormSession(client, parsing, query);
  }

  @Override
  protected void shutDownInternal() {
    parsing.shutdownNow();
    super.shutDownInternal();
  }

  private static final class FormSession extends SPARQLProtocolSession {
    FormSession(CloseableHttpClient client, ExecutorService parsing, String query) {
      super(client, parsing);
      setQueryURL(query);
      setUpdateURL(query);
      setPreferredTupleQueryResultFormat(TupleQueryResultFormat.JSON);
    }

    @Override
    protected HttpUriRequest getQueryMethod(
        QueryLanguage language,
        String query,
        @Nullable String baseIri,
        @Nullable Dataset dataset,
        boolean includeInferred,
        int maxQueryTime,
        Binding... bindings) {
      return super.getQueryMethod(language, query, baseIri, dataset, includeInferred, 0, bindings);
    }
  }
}
