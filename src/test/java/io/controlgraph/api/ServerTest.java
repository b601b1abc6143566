package io.controlgraph.api;

import static io.controlgraph.testing.ProblemShape.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ServerTest {
  private static final String EXPORT = "/api/v1/exports/rdf";
  private static final String GRAPHS =
      """
      PREFIX ex: <http://example.org/>
      <http://localhost:7070/graph/acme/risks> { ex:r ex:name "R" }
      <http://localhost:7070/graph/acme/assets> { ex:a ex:name "A" ; ex:part ex:r }
      <http://localhost:7070/graph/other/risks> { ex:o ex:name "O" }
      <https://w3id.org/controlgraph/graph/iso27001-2022> { ex:c ex:name "C" }
      """;

  private static Served served;

  @BeforeAll
  static void serve(@TempDir Path folder) {
    served = Served.in(folder, Served.Recipe.PLAIN).with(GRAPHS);
    served.with("<http://example.org/g> { <http://example.org/x> <http://example.org/name> 1 }");
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @Test
  void aLiveServerSaysSoAndAReadyOneItsRevision() throws Exception {
    assertEquals("live", served.get("/health/live").json().path("status").asText());
    JsonNode ready = served.get("/health/ready").json();
    assertEquals("ready", ready.path("status").asText());
    assertEquals(2, ready.path("revision").asInt());
  }

  @Test
  void revisionsAreListedNewestFirst() throws Exception {
    JsonNode revisions = served.get("/api/v1/revisions").json().path("revisions");
    assertEquals(2, revisions.size());
    assertEquals(2, revisions.at("/0/number").asInt());
    assertEquals("test", revisions.at("/0/author").asText());
    assertEquals(revisions.at("/1/hash").asText(), revisions.at("/0/previous").asText());
    assertTrue(revisions.at("/0/at").asText().endsWith("Z"), revisions.toString());
    JsonNode older = served.get("/api/v1/revisions?from=1&limit=5").json();
    assertEquals(1, older.at("/revisions/0/number").asInt());
    assertEquals(5, served.get("/api/v1/revisions/1").json().path("added").asInt());
    assertProblem(served.get("/api/v1/revisions/3"), 404, "no-such-revision");
    assertProblem(served.get("/api/v1/revisions/x"), 404, "no-such-revision");
    assertProblem(served.get("/api/v1/revisions?limit=none"), 400, "bad-parameter");
  }

  @ParameterizedTest
  @CsvSource({"trig, 5", "nquads, 5", "jsonld, 5", "turtle, 0", "rdfxml, 0"})
  void theWholeGraphIsExportedInEveryFormat(String format, int graphs) throws Exception {
    Answer answer = served.get(EXPORT + "?format=" + format);
    assertEquals(200, answer.status(), answer.body());
    Lang lang =
        format.equals("jsonld")
            ? Lang.JSONLD11
            : RDFLanguages.contentTypeToLang(answer.contentType().split(";", 2)[0]);
    DatasetGraph dataset = DatasetGraphFactory.create();
    RDFDataMgr.read(dataset, new StringReader(answer.body()), null, lang);
    assertEquals(6, dataset.stream().count(), answer.body());
    assertEquals(graphs, Iter.count(dataset.listGraphNodes()));
  }

  @Test
  void anOrganisationOrAFrameworkIsExportedAlone() throws Exception {
    assertEquals(3, served.get(EXPORT + "?org=acme&format=nquads").body().lines().count());
    assertEquals(
        1, served.get(EXPORT + "?framework=iso27001-2022&format=nquads").body().lines().count());
    assertProblem(served.get(EXPORT + "?org=acm"), 404, "nothing-to-export");
    assertProblem(served.get(EXPORT, "Accept", "text/csv"), 406, "not-acceptable");
  }

  @Test
  void aRequestIsWhatItsMethodSays() throws Exception {
    assertProblem(
        served.get("/health/live", "X-HTTP-Method-Override", "DELETE"), 400, "bad-header");
  }

  @Test
  void anotherHostIsMisdirectedAndAForeignOriginForbidden() throws Exception {
    assertStatus("421", served.raw("GET /health/live HTTP/1.1", "Host: evil.example"));
    assertStatus("421", served.raw("GET / HTTP/1.1", "Host: localhost:1"));
    assertStatus("200", served.raw("GET / HTTP/1.1", "Host: localhost:" + served.port()));
    assertProblem(
        served.get("/health/live", "Origin", "http://evil.example"), 403, "foreign-origin");
    assertEquals(
        200, served.get("/health/live", "Origin", "http://localhost:" + served.port()).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/imports", "/api/v1/validate"})
  void aWriteNeedsTheSecret(String path) throws Exception {
    Answer without = served.post(path, "multipart/form-data; boundary=x", "--x--");
    assertProblem(without, 401, "missing-secret");
    assertTrue(without.header("WWW-Authenticate").startsWith("Bearer"));
    assertProblem(
        served.post(path, "text/csv", "id", "Authorization", "Bearer wrong"), 403, "wrong-secret");
    assertProblem(
        served.post(path, "text/csv", "id", "Authorization", "Bearer " + served.secret()),
        415,
        "unsupported-media-type");
  }

  @Test
  void aPathThatIsNoneIsNotFoundInTheOneShape() throws Exception {
    assertProblem(served.get("/nothing/here"), 404, "not-found");
    assertProblem(served.get("/api/v2/queries"), 404, "not-found");
  }

  @Test
  void aMethodThatIsNotServedIsRefusedWithThoseThatAre() throws Exception {
    Answer answer =
        served.send(
            served
                .request("/health/live")
                .header("Authorization", "Bearer " + served.secret())
                .method("DELETE", BodyPublishers.noBody()));
    assertProblem(answer, 405, "method-not-allowed");
    assertTrue(answer.header("Allow").contains("GET"), answer.header("Allow"));
  }

  @Test
  void thePageIsServedWithAStrictPolicy() throws Exception {
    Answer page = served.get("/");
    assertTrue(page.contentType().startsWith("text/html"), page.contentType());
    String policy = page.header("Content-Security-Policy");
    assertTrue(policy.startsWith("default-src 'none'"), policy);
    assertFalse(policy.contains("unsafe"), policy);
    assertFalse(page.body().contains("style="), "no style attributes under this policy");
    assertTrue(served.get("/web/app/main.js").contentType().startsWith("text/javascript"));
    assertTrue(served.get("/web/styles/base.css").contentType().startsWith("text/css"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/web/../ontology/controlgraph.ttl",
        "/web/..%2f..%2fio/controlgraph/Main.class",
        "/web/%2e%2e/simplelogger.properties",
        "/web/..%5c..%5cx.js",
        "/web/.hidden.js",
        "/web/",
        "/web/app/main.js/",
        "/web/none.js",
        "/web//etc/passwd",
        "/web/app/main.js%00.css"
      })
  void noPathLeadsOutOfTheFolderOfThePage(String path) throws Exception {
    String answer = served.raw("GET " + path + " HTTP/1.1", "Host: localhost:" + served.port());
    assertTrue(answer.startsWith("HTTP/1.1 404") || answer.startsWith("HTTP/1.1 400"), answer);
    assertTrue(answer.contains("application/problem+json"), answer);
  }

  /** A version that the pom moves on must be moved on where the folders are named, too. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "lit/index.js",
        "lit-html/lit-html.js",
        "lit-html/directives/repeat.js",
        "lit-element/lit-element.js",
        "reactive-element/reactive-element.js",
        "cytoscape/cytoscape.esm.min.mjs",
        "d3-dispatch/d3-dispatch.min.js",
        "d3-force/d3-force.min.js",
        "d3-quadtree/d3-quadtree.min.js",
        "d3-timer/d3-timer.min.js",
        "yasgui/yasgui.min.js",
        "yasgui/yasgui.min.css"
      })
  void theLibrariesOfThePageAreServed(String file) throws Exception {
    Answer answer = served.get("/lib/" + file);
    assertEquals(200, answer.status(), answer.body());
    assertTrue(
        answer.contentType().startsWith(file.endsWith("css") ? "text/css" : "text/javascript"),
        answer.contentType());
    assertEquals(304, served.get("/lib/" + file, "If-None-Match", answer.header("ETag")).status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/lib/lit/package.json",
        "/lib/lit/../lit-html/lit-html.js",
        "/lib/lit/%2e%2e/%2e%2e/lit-html/3.3.2/lit-html.js",
        "/lib/lit/.hidden.js",
        "/lib/lit/none.js",
        "/lib/swagger-ui/swagger-ui.css",
        "/lib/lit"
      })
  void nothingElseOfTheClassPathIs(String path) throws Exception {
    String answer = served.raw("GET " + path + " HTTP/1.1", "Host: localhost:" + served.port());
    assertTrue(answer.startsWith("HTTP/1.1 404") || answer.startsWith("HTTP/1.1 400"), answer);
  }

  /** A browser that finds another text between the tags would not run the page. */
  @Test
  void thePolicyNamesTheImportMap() throws Exception {
    Answer page = served.get("/explore");
    String map = page.body().replaceAll("(?s).*<script type=\"importmap\">(.*?)</script>.*", "$1");
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(map.getBytes(StandardCharsets.UTF_8));
    String named = "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    assertTrue(page.header("Content-Security-Policy").contains(named), named);
    assertFalse(served.get("/health/live").header("Content-Security-Policy").contains("sha256"));
  }

  @Test
  void aRequestThatCannotBeReadIsAProblemToo() throws Exception {
    String twoHosts = served.raw("GET / HTTP/1.1", "Host: a", "Host: b");
    assertStatus("400", twoHosts);
    assertTrue(twoHosts.contains("application/problem+json"), twoHosts);
    String tooLong =
        served.raw("GET / HTTP/1.1", "Host: localhost", "X-Long: " + "x".repeat(40_000));
    assertStatus("431", tooLong);
    assertTrue(tooLong.contains("application/problem+json"), tooLong);
  }

  private static void assertStatus(String status, String answer) {
    assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
  }
}
