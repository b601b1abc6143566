package io.controlgraph.api;

import static io.controlgraph.graph.Quads.all;
import static io.controlgraph.graph.Quads.quad;
import static io.controlgraph.testing.ProblemShape.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.jena.StoreOptions;
import io.controlgraph.graph.jena.Tdb2GraphStore;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Relay;
import io.controlgraph.testing.Served;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The history as clients read it and follow it. */
@Timeout(120)
final class ChangesTest {
  private static final String FEED = "/api/v1/changes";

  private Served served;

  @BeforeEach
  void serve(@TempDir Path folder) {
    served = Served.in(folder, Served.Recipe.PLAIN);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private void commit(int number) {
    served.store().write("test", "No. " + number, tx -> tx.add(quad("g", "s" + number, "p", "o")));
  }

  @Test
  void anotherStoreKeepsInStepThroughManyRevisionsAndABrokenConnection(@TempDir Path other)
      throws Exception {
    int revisions = 200;
    try (Relay way = Relay.to(served.port());
        GraphStore copy =
            Tdb2GraphStore.open(
                other, new StoreOptions(Served.BASE, GraphFactory::createDefaultGraph))) {
      commit(0);
      CountDownLatch begun = new CountDownLatch(revisions / 4);
      Follower follower = new Follower(served, way, copy, begun);
      CompletableFuture<Void> following =
          CompletableFuture.runAsync(
              () -> {
                try {
                  follower.followTo(revisions);
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              });
      Random random = new Random(20260331);
      for (int revision = 2; revision <= revisions; revision++) {
        int number = revision;
        served
            .store()
            .write(
                "test",
                "Revision \"" + number + "\"\u2028ä",
                tx -> {
                  tx.add(quad("g", "s" + number, "p", "\"ä\n" + number));
                  for (int i = 0; i < 5; i++) {
                    Quad any = quad("g" + random.nextInt(3), "s" + random.nextInt(40), "p", "o");
                    if (random.nextBoolean()) {
                      tx.add(any);
                    } else {
                      tx.delete(any);
                    }
                  }
                });
        if (revision == revisions / 2) {
          begun.await();
          way.cut();
        }
      }
      following.get();
      assertEquals(all(served.store()), all(copy));
      assertEquals(revisions, copy.revision().number());
      assertEquals(1, follower.cuts(), "it was cut off once, and came back");
    }
  }

  @Test
  void withoutAWishOnlyWhatComesIsTold() throws Exception {
    commit(1);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
      BufferedReader lines = ask(socket, FEED, "Accept: text/event-stream");
      skipTo(lines, "retry: 2000");
      commit(2);
      assertEquals("", lines.readLine());
      assertEquals("id: 2", lines.readLine());
      assertEquals("event: revision", lines.readLine());
      JsonNode data = Answer.parse(lines.readLine().substring("data: ".length()));
      assertEquals("No. 2", data.path("message").asText());
      assertEquals("/api/v1/revisions/2/patch", data.path("patch").asText());
      assertEquals(1, data.path("added").asInt());
    }
  }

  @Test
  void whoSaysSinceWhenIsToldTheRest() throws Exception {
    commit(1);
    commit(2);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
      BufferedReader lines = ask(socket, FEED + "?since=0");
      skipTo(lines, "id: 1");
      skipTo(lines, "id: 2");
    }
  }

  @Test
  void aFollowerTooManyIsToldToComeAgainAndGetsThePlaceOfOneWhoLeft() throws Exception {
    Deque<Socket> followers = new ArrayDeque<>();
    try {
      for (int i = 0; i < 64; i++) {
        Socket follower = new Socket(InetAddress.getLoopbackAddress(), served.port());
        followers.add(follower);
        skipTo(ask(follower, FEED), "retry: 2000");
      }
      Answer refused = served.get(FEED);
      assertProblem(refused, 503, "busy");
      assertEquals("30", refused.header("Retry-After"));
      followers.remove().close();
      boolean followed = false;
      while (!followed) {
        Socket next = new Socket(InetAddress.getLoopbackAddress(), served.port());
        followers.add(next);
        String status = ask(next, FEED).readLine();
        followed = status.contains(" 200 ");
        assertTrue(followed || status.contains(" 503 "), status);
      }
    } finally {
      for (Socket each : followers) {
        each.close();
      }
    }
  }

  @Test
  void theFeedEndsWithTheServer() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
      BufferedReader lines = ask(socket, FEED);
      skipTo(lines, "retry: 2000");
      served.close();
      String line = "";
      while (line != null) {
        line = lines.readLine();
      }
    }
  }

  @Test
  void whoFollowedAnotherStoreIsToldSo() throws Exception {
    commit(1);
    assertProblem(served.get(FEED, "Last-Event-ID", "2"), 409, "ahead-of-store");
    assertProblem(served.get(FEED + "?since=2"), 409, "ahead-of-store");
    assertProblem(served.get(FEED, "Last-Event-ID", "x"), 400, "bad-parameter");
    assertProblem(served.get(FEED, "Accept", "application/json"), 406, "not-acceptable");
  }

  @Test
  void headAsksForTheFeedWithoutWaiting() throws Exception {
    Answer answer = served.send(served.request(FEED).method("HEAD", BodyPublishers.noBody()));
    assertEquals(200, answer.status());
    assertEquals("text/event-stream", answer.contentType());
  }

  @Test
  void aPatchIsTheRecordWhoseHashTheRevisionHas() throws Exception {
    commit(1);
    Answer revision = served.get("/api/v1/revisions/1");
    String hash = revision.json().path("hash").asText();
    Answer patch = served.get(revision.json().path("patch").asText());
    assertEquals("application/rdf-patch", patch.contentType());
    assertEquals("\"" + hash + "\"", patch.header("ETag"));
    assertEquals("private, no-cache", patch.header("Cache-Control"));
    assertEquals(
        hash,
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256")
                    .digest(patch.body().getBytes(StandardCharsets.UTF_8))));
    assertEquals(
        304, served.get("/api/v1/revisions/1/patch", "If-None-Match", "\"" + hash + "\"").status());
    assertProblem(served.get("/api/v1/revisions/2/patch"), 404, "no-such-revision");
  }

  @Test
  void revisionsComeInPagesAndWithATag() throws Exception {
    for (int i = 1; i <= 5; i++) {
      commit(i);
    }
    Answer page = served.get("/api/v1/revisions?limit=2&from=4");
    assertEquals(
        "</api/v1/revisions?limit=2&from=5>; rel=\"first\","
            + " </api/v1/revisions?limit=2&from=5>; rel=\"prev\","
            + " </api/v1/revisions?limit=2&from=2>; rel=\"next\"",
        page.header("Link"));
    assertEquals(4, page.json().path("revisions").path(0).path("number").asInt());
    assertEquals(3, page.json().path("revisions").path(1).path("number").asInt());
    String tag = page.header("ETag");
    assertEquals(
        304, served.get("/api/v1/revisions?limit=2&from=4", "If-None-Match", tag).status());
    commit(6);
    assertEquals(
        200, served.get("/api/v1/revisions?limit=2&from=4", "If-None-Match", tag).status());
  }

  private BufferedReader ask(Socket socket, String path, String... headers) throws Exception {
    String request =
        "GET %s HTTP/1.0\r\nHost: localhost:%d\r\n%s\r\n"
            .formatted(
                path,
                served.port(),
                headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n");
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  private static void skipTo(BufferedReader lines, String wanted) throws Exception {
    String line = lines.readLine();
    while (line != null && !line.equals(wanted)) {
      line = lines.readLine();
    }
    assertEquals(wanted, line);
  }
}
