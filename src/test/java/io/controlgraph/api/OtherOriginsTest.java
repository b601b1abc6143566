package io.controlgraph.api;

import static io.controlgraph.testing.ProblemShape.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.security.Openings;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages of other origins may do, as the Fetch standard has browsers ask. */
@Timeout(60)
final class OtherOriginsTest {
  private static final String APP = "https://app.example.org";
  private static final String ALLOW = "Access-Control-Allow-Origin";

  private Served served;

  @BeforeEach
  void serve(@TempDir Path folder) {
    served =
        Served.in(
                folder,
                Served.Recipe.PLAIN.withOpenings(
                    new Openings(false, false, Set.of(APP), List.of())))
            .with("<http://example.org/g> { <http://example.org/s> <http://example.org/p> 1 . }");
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void anAllowedOriginReadsAndSeesTheHeadersItNeeds() throws Exception {
    for (String path :
        List.of(
            Served.sparql("ASK {}"),
            "/data?default",
            "/catalog",
            "/api/v1/queries",
            "/api/v1/revisions")) {
      Answer answer = served.get(path, "Origin", APP);
      assertEquals(200, answer.status(), path);
      assertEquals(APP, answer.header(ALLOW), path);
      assertEquals("cross-origin", answer.header("Cross-Origin-Resource-Policy"), path);
      Set<String> exposed = Set.of(answer.header("Access-Control-Expose-Headers").split(", ", -1));
      assertTrue(exposed.containsAll(Set.of("ETag", "Link", "Location")), path);
    }
  }

  @Test
  void errorsCanBeReadToo() throws Exception {
    Answer answer = served.get(Served.sparql("SELECT"), "Origin", APP);
    assertProblem(answer, 400, "bad-query");
    assertEquals(APP, answer.header(ALLOW));
  }

  @Test
  void itMayAskByPost() throws Exception {
    Answer answer = served.post("/sparql", "application/sparql-query", "ASK {}", "Origin", APP);
    assertEquals(200, answer.status());
    assertEquals(APP, answer.header(ALLOW));
  }

  @Test
  void aPreflightIsAnsweredWithoutTheRightToWrite() throws Exception {
    Answer answer =
        served.send(
            served
                .request("/sparql")
                .method("OPTIONS", BodyPublishers.noBody())
                .headers(
                    "Origin", APP,
                    "Access-Control-Request-Method", "POST",
                    "Access-Control-Request-Headers", "content-type"));
    assertEquals(204, answer.status());
    assertEquals(APP, answer.header(ALLOW));
    assertEquals("GET, HEAD, POST", answer.header("Access-Control-Allow-Methods"));
    List<String> headers = List.of(answer.header("Access-Control-Allow-Headers").split(", ", -1));
    assertTrue(headers.contains("Content-Type"));
    assertEquals(false, headers.contains("Authorization"));
  }

  @Test
  void itMayNotWriteEvenWithTheSecret() throws Exception {
    Answer answer =
        served.send(
            served
                .request("/api/v1/running/1")
                .DELETE()
                .headers("Origin", APP, "Authorization", "Bearer " + served.secret()));
    assertProblem(answer, 403, "foreign-origin");
    assertEquals("", answer.header(ALLOW));
  }

  @Test
  void anyOtherOriginIsRefused() throws Exception {
    Answer answer = served.get("/catalog", "Origin", "https://evil.example");
    assertProblem(answer, 403, "foreign-origin");
    assertEquals("", answer.header(ALLOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/web/styles/base.css",
        "/api",
        "/api/ui/start.js",
        "/catalog",
        "/sparql",
        "/api/v1/queries",
        "/api/v1/running",
        "/api/v1/revisions/1",
        "/health/live",
        "/metrics",
        "/openapi.json",
        "/nowhere"
      })
  void cachesAreToldThatTheOriginMatters(String path) throws Exception {
    Answer plain = served.get(path);
    assertTrue(List.of(plain.header("Vary").split(", ", -1)).contains("Origin"));
    assertEquals("", plain.header(ALLOW));
  }
}
