package io.controlgraph.graph.rdf4j;

import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.rdf4j.RemoteSession.Manner;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.http.Header;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpDelete;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.client.methods.HttpPut;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.apache.http.util.EntityUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Updates in transactions of RDF4J Server's, at the isolation level SERIALIZABLE. At the level that
 * it has by itself, of two updates that are made at the same time neither sees the other, and both
 * would move the graph on from one revision.
 *
 * @see <a href="https://rdf4j.org/documentation/reference/rest-api/">RDF4J REST API</a>
 */
final class SerialUpdates {
  private static final Logger LOG = LoggerFactory.getLogger(SerialUpdates.class);
  private static final String STATEMENTS = "/statements";
  private static final ContentType UPDATE =
      ContentType.create("application/sparql-update", StandardCharsets.UTF_8);

  private final URI transactions;

  private SerialUpdates(URI transactions) {
    this.transactions = transactions;
  }

  /** Those of a server, if its addresses are such as RDF4J Server has. */
  static Optional<SerialUpdates> at(ServerAddress address) {
    String query = address.query().toString();
    return address.update() != null && address.update().toString().equals(query + STATEMENTS)
        ? Optional.of(new SerialUpdates(URI.create(query + "/transactions")))
        : Optional.empty();
  }

  /** Whether the server begins and abandons a transaction when it is asked to. */
  boolean isOffered(RemoteSession session) {
    try {
      send(session, new HttpDelete(begin(session)), Manner.STEP);
      return true;
    } catch (IOException | GraphFailure e) {
      LOG.warn(
          "{} takes no transactions at SERIALIZABLE; only one program may write there: {}",
          transactions,
          e.getMessage());
      return false;
    }
  }

  /**
   * Makes an update, or nothing.
   *
   * @param abandoning gives a session with time of its own, for a transaction that failed: the
   *     server holds up other writers until it is abandoned
   * @throws GraphFailure.ServerFailed if the server cannot, which it also says if another update
   *     was made meanwhile
   */
  void update(RemoteSession session, String update, Supplier<RemoteSession> abandoning)
      throws IOException {
    URI transaction = begin(session);
    HttpPut operation = new HttpPut(transaction + "?action=UPDATE");
    operation.setEntity(new StringEntity(update, UPDATE));
    try {
      send(session, operation, Manner.STEP);
      send(session, new HttpPut(transaction + "?action=COMMIT"), Manner.UPDATE);
    } catch (IOException | GraphFailure e) {
      RemoteSession other = abandoning.get();
      try {
        send(other, new HttpDelete(transaction), Manner.STEP);
      } catch (IOException | GraphFailure gone) {
        LOG.debug("{} has ended, or the server will end it", transaction, gone);
      } finally {
        other.close();
      }
      throw e;
    }
  }

  /** Not as the answer has it, which may name another server, but with the name that it ends in. */
  private URI begin(RemoteSession session) throws IOException {
    Header location =
        answer(session, new HttpPost(transactions + "?isolation-level=SERIALIZABLE"), Manner.STEP)
            .getFirstHeader("Location");
    String name = location == null ? "" : location.getValue().replaceFirst(".*/", "");
    if (!name.matches("[A-Za-z0-9._\\-]+")) {
      throw new GraphFailure.ServerFailed(
          transactions.toString(), "began a transaction without a name");
    }
    return URI.create(transactions + "/" + name);
  }

  private static void send(RemoteSession session, HttpUriRequest request, Manner manner)
      throws IOException {
    EntityUtils.consume(session.execute(request, manner).getEntity());
  }

  private static HttpResponse answer(RemoteSession session, HttpUriRequest request, Manner manner)
      throws IOException {
    HttpResponse response = session.execute(request, manner);
    EntityUtils.consume(response.getEntity());
    return response;
  }
}
