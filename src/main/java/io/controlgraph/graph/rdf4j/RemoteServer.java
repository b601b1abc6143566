package io.controlgraph.graph.rdf4j;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.http.config.SocketConfig;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.eclipse.rdf4j.http.client.SPARQLProtocolSession;
import org.eclipse.rdf4j.query.QueryLanguage;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sparql.SPARQLConnection;
import org.eclipse.rdf4j.repository.sparql.SPARQLRepository;
import org.jspecify.annotations.Nullable;

/**
 * Another server that speaks SPARQL 1.1, asked through RDF4J over a pool of connections.
 *
 * <p>Each request ends at its deadline, whatever the server does. Redirects are not followed, so
 * that credentials go where they were meant to; no proxy is taken from the environment; no cookie
 * is kept.
 */
public final class RemoteServer implements AutoCloseable {
  /** A connection that was idle for so long is looked at before it is used again. */
  private static final int LOOK_AFTER_MILLIS = 500;

  private static final Duration TO_ABANDON = Duration.ofSeconds(5);

  private final ServerAddress address;
  private final Credentials credentials;
  private final Patience patience;
  private final PoolingHttpClientConnectionManager pool;
  private final CloseableHttpClient client;
  private final Parsing parsing = new Parsing();
  private volatile @Nullable SerialUpdates serial;

  /** A server that is asked only once somebody connects. */
  public RemoteServer(ServerAddress address, Credentials credentials, Patience patience) {
    this.address = address;
    this.credentials = credentials;
    this.patience = patience;
    this.pool = pool(patience);
    this.client =
        HttpClientBuilder.create()
            .setConnectionManager(pool)
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAutomaticRetries()
            .disableAuthCaching()
            .build();
  }

  private static PoolingHttpClientConnectionManager pool(Patience patience) {
    PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager();
    pool.setMaxTotal(patience.connections());
    pool.setDefaultMaxPerRoute(patience.connections());
    pool.setValidateAfterInactivity(LOOK_AFTER_MILLIS);
    pool.setDefaultSocketConfig(
        SocketConfig.custom()
            .setTcpNoDelay(true)
            .setSoTimeout((int) patience.silence().toMillis())
            .build());
    return pool;
  }

  /** Where it is. */
  public ServerAddress address() {
    return address;
  }

  /** The server as messages name it. */
  public String name() {
    return address.name();
  }

  /** Steps of work with it. */
  public Guard guard(Deadline deadline) {
    return new Guard(name(), deadline);
  }

  /** A connection whose requests end at the deadline; close it. */
  public RepositoryConnection connect(Deadline deadline) {
    return repository(() -> deadline).getConnection();
  }

  /**
   * Finds out how updates are best made, which are otherwise made as the SPARQL 1.1 Protocol has
   * it.
   */
  void chooseUpdates(Deadline deadline) {
    RemoteSession session = session(deadline);
    try {
      serial = SerialUpdates.at(address).filter(any -> any.isOffered(session)).orElse(null);
    } finally {
      session.close();
    }
  }

  /**
   * Makes an update.
   *
   * @throws GraphFailure.DeadlineExceeded if the deadline passes
   * @throws GraphFailure.ServerFailed if the server fails, which says when the update may still be
   *     made
   */
  void update(String update, Deadline deadline) {
    RemoteSession session = session(deadline);
    try {
      guard(deadline)
          .run(
              () -> {
                send(session, update);
                return true;
              });
    } finally {
      session.close();
    }
  }

  private void send(RemoteSession session, String update) {
    SerialUpdates transactions = serial;
    try {
      if (transactions == null) {
        session.sendUpdate(QueryLanguage.SPARQL, update, null, null, false);
      } else {
        transactions.update(session, update, () -> session(Deadline.after(TO_ABANDON)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RemoteSession session(Deadline deadline) {
    return new RemoteSession(
        address,
        credentials,
        patience,
        client,
        () -> pool.closeIdleConnections(0, TimeUnit.MILLISECONDS),
        parsing,
        deadline);
  }

  /**
   * The server as a repository of RDF4J's.
   *
   * @param deadline gives, when a connection is made, until when its requests may last
   */
  public SPARQLRepository repository(Supplier<Deadline> deadline) {
    String query = address.query().toString();
    String update = address.update() == null ? query : address.update().toString();
    return new SPARQLRepository(query, update) {
      @Override
      protected SPARQLProtocolSession createSPARQLProtocolSession() {
        return session(deadline.get());
      }

      @Override
      public RepositoryConnection getConnection() {
        return new SPARQLConnection(this, createSPARQLProtocolSession(), true);
      }
    };
  }

  @Override
  public void close() {
    parsing.shutdownNow();
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
