package io.controlgraph.api;

import static io.controlgraph.testing.ProblemShape.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.controlgraph.search.BeforeIndexing;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import io.controlgraph.testing.ServedHospital;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches over the shipped frameworks and the hospital, as a browser makes them. */
@Timeout(120)
final class SearchTest {
  private static final String REF = "https://w3id.org/controlgraph/id/";
  private static Served served;

  @BeforeAll
  static void serve(@TempDir Path folder) throws Exception {
    served = ServedHospital.in(folder);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static Answer search(String text, String more) throws Exception {
    return served.get("/api/v1/search?q=" + Served.encode(text) + more);
  }

  private static JsonNode hits(String text) throws Exception {
    Answer answer = search(text, "");
    assertEquals(200, answer.status(), answer.body());
    return answer.json().path("hits");
  }

  private static String first(String text) throws Exception {
    return hits(text).path(0).path("iri").asText();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A.5.23",
        "a5.23",
        "5.23",
        "A 5.23",
        "iso 27001 5.23",
        "ISO/IEC 27001:2022 A.5.23",
        "27001 5.23",
        "annex a 5.23",
        "Annex A.5.23",
        "control 5.23",
        "iso27001-2022/A.5.23"
      })
  void aControlIsFoundFirstInAnyCommonSpelling(String spelling) throws Exception {
    assertEquals(REF + "iso27001-2022/annex-a/A.5.23", first(spelling));
  }

  @Test
  void theFrameworkTellsWhichControlIsMeant() throws Exception {
    assertEquals(REF + "iso27001-2013/annex-a/A.6.1.2", first("27001-2013 A.6.1.2"));
    assertEquals(REF + "iso42001-2023/annex-a/A.6.1.2", first("iso 42001 a.6.1.2"));
    assertEquals(REF + "iso27001-2022/clauses/6.1.2", first("27001:2022 6.1.2"));
    assertEquals(REF + "iso27001-2022/clauses/6.1.2", first("clause 6.1.2 iso 27001"));
  }

  @Test
  void aHitSaysWhatItIsAndWhyItWasFound() throws Exception {
    JsonNode hit = hits("SYS-CXR").path(0);
    assertEquals(Served.BASE + "id/hospital/assets/SYS-CXR", hit.path("iri").asText());
    assertEquals("hospital/assets/SYS-CXR", hit.path("path").asText());
    assertEquals("Chest X-ray triage", hit.path("label").asText());
    assertEquals("SYS-CXR", hit.path("id").asText());
    assertEquals("AI system", hit.at("/types/0/label").asText());
    assertEquals(
        Served.BASE + "id/hospital/organisations/hospital", hit.at("/organisation/iri").asText());
    assertEquals(
        "/?thing=" + Served.encode(Served.BASE + "id/hospital/assets/SYS-CXR"),
        hit.path("page").asText());
    assertEquals("id", hit.at("/matched/how").asText());
    assertEquals("SYS-CXR", hit.at("/matched/text").asText());
    assertEquals("ISO/IEC 27001:2022", hits("27001 5.23").path(0).at("/framework/label").asText());
  }

  @Test
  void wordsMayBeBegunMistypedOrWithoutAccents() throws Exception {
    assertEquals(Served.BASE + "id/hospital/assets/SYS-CXR", first("chest x-ray tri"));
    assertEquals(Served.BASE + "id/hospital/assets/SYS-CXR", first("chset x-ray triage"));
    assertEquals("nearly", hits("chset x-ray triage").path(0).at("/matched/how").asText());
    assertEquals(Served.BASE + "id/hospital/risks/RSK-011", first("RANSÓMWARE STOPS"));
  }

  @Test
  void aTypeKeepsOthersOut() throws Exception {
    Answer answer = search("information", "&type=cg:Requirement&limit=5");
    assertEquals(5, answer.json().path("hits").size(), answer.body());
    for (JsonNode hit : answer.json().path("hits")) {
      assertTrue(hit.path("iri").asText().startsWith(REF), hit.toString());
    }
    assertProblem(search("a", "&type=Requirement"), 400, "bad-parameter");
  }

  @Test
  void whatWasWrittenIsFoundAtOnceAndWhatWasDeletedIsNot() throws Exception {
    Answer before = search("quokka", "");
    assertEquals(0, before.json().path("hits").size());
    served.with(
        "<http://localhost:7070/graph/x> { <http://localhost:7070/id/x/1>"
            + " <http://www.w3.org/2000/01/rdf-schema#label> 'Quokka' }");
    assertEquals(Served.BASE + "id/x/1", first("quokka"));
    Answer after = search("quokka", "");
    assertEquals(
        304, served.get("/api/v1/search?q=quokka", "If-None-Match", after.header("ETag")).status());
    assertNotEquals(before.header("ETag"), after.header("ETag"));
    served
        .store()
        .write(
            "test",
            "Delete it",
            tx -> tx.deleteGraph(NodeFactory.createURI("http://localhost:7070/graph/x")));
    assertEquals(0, hits("quokka").size());
  }

  @Test
  void whatCannotBeSearchedForIsRefused() throws Exception {
    assertProblem(served.get("/api/v1/search"), 400, "missing-parameter");
    assertProblem(search("x".repeat(201), ""), 400, "bad-parameter");
    assertProblem(search("a", "&limit=0"), 400, "bad-parameter");
    assertProblem(search("a", "&limit=101"), 400, "bad-parameter");
    assertEquals(0, hits("").size());
    Answer head =
        served.send(served.request("/api/v1/search?q=a").method("HEAD", BodyPublishers.noBody()));
    assertEquals(200, head.status());
    assertEquals("", head.body());
  }

  @Test
  void whileTheIndexIsBuiltSearchWaitsAsLongAsItIsGiven(@TempDir Path folder) throws Exception {
    CountDownLatch build = new CountDownLatch(1);
    try (Served slow =
        Served.in(folder, Served.Recipe.PLAIN, store -> BeforeIndexing.held(store, build))) {
      Answer early = slow.get("/api/v1/search?q=a&timeout=0.2");
      assertProblem(early, 503, "index-not-ready");
      assertEquals("2", early.header("Retry-After"));
      slow.with(
          "<http://localhost:7070/graph/x> { <http://localhost:7070/id/x/1>"
              + " <http://www.w3.org/2000/01/rdf-schema#label> 'Quokka' }");
      assertEquals(200, slow.get("/api/v1/nodes/x/1").status(), "nodes do not wait for it");
      CompletableFuture<HttpResponse<String>> patient =
          HttpClient.newHttpClient()
              .sendAsync(slow.request("/api/v1/search?q=quokka").build(), BodyHandlers.ofString());
      build.countDown();
      assertTrue(patient.get().body().contains("\"Quokka\""), patient.get().body());
    }
  }
}
