package io.controlgraph.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Revision;
import io.controlgraph.graph.Transaction;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Relay;
import io.controlgraph.testing.Served;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.apache.jena.graph.Node;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;
import org.apache.jena.sparql.core.Quad;

/** A store of its own that does what the change feed of a server tells. */
final class Follower {
  private final Served leader;
  private final Relay way;
  private final GraphStore copy;
  private final CountDownLatch applied;
  private long seen;
  private int cuts;
  private String hash = Revision.NO_HASH;

  /**
   * @param applied counts the revisions down that were applied
   */
  Follower(Served leader, Relay way, GraphStore copy, CountDownLatch applied) {
    this.applied = applied;
    this.leader = leader;
    this.way = way;
    this.copy = copy;
  }

  /** How often it was cut off. */
  int cuts() {
    return cuts;
  }

  /** Follows until a revision has been seen, coming back whenever it is cut off. */
  void followTo(long last) throws Exception {
    while (seen < last) {
      follow(last);
    }
  }

  /** Follows until a revision has been seen, or until it is cut off. */
  private void follow(long last) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), way.port())) {
      String request =
          "GET /api/v1/changes HTTP/1.0\r\nHost: localhost:%d\r\nLast-Event-ID: %d\r\n\r\n"
              .formatted(leader.port(), seen);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      read(socket, last);
    } catch (SocketException e) {
      cuts++;
    }
  }

  private void read(Socket socket, long last) throws Exception {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null && seen < last; line = lines.readLine()) {
      if (line.startsWith("data: ")) {
        apply(Answer.parse(line.substring("data: ".length())));
      }
    }
  }

  private void apply(JsonNode revision) throws Exception {
    long number = revision.path("number").asLong();
    if (number != seen + 1 || !revision.path("previous").asText().equals(hash)) {
      throw new AssertionError("Revision %d came after %d".formatted(number, seen));
    }
    Answer patch = leader.get(revision.path("patch").asText());
    copy.write(
        revision.path("author").asText(),
        revision.path("message").asText(),
        transaction ->
            RDFPatchOps.read(
                    new ByteArrayInputStream(patch.body().getBytes(StandardCharsets.UTF_8)))
                .apply(new Changes(transaction)));
    hash = revision.path("hash").asText();
    seen = number;
    applied.countDown();
  }

  private static final class Changes extends RDFChangesBase {
    private final Transaction transaction;

    Changes(Transaction transaction) {
      this.transaction = transaction;
    }

    @Override
    public void add(Node graph, Node subject, Node predicate, Node object) {
      transaction.add(Quad.create(graph, subject, predicate, object));
    }

    @Override
    public void delete(Node graph, Node subject, Node predicate, Node object) {
      transaction.delete(Quad.create(graph, subject, predicate, object));
    }
  }
}
