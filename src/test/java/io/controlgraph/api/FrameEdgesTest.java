package io.controlgraph.api;

import static io.controlgraph.testing.ProblemShape.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.JsonDocument;
import com.fasterxml.jackson.databind.JsonNode;
import io.controlgraph.security.Limits;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import jakarta.json.JsonArray;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Trees of graphs that nobody meant well with. */
@Timeout(60)
final class FrameEdgesTest {
  private static final String PREFIXES =
      """
      PREFIX cg: <https://w3id.org/controlgraph/ns#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      PREFIX a: <http://localhost:7070/id/acme/>
      <http://localhost:7070/graph/acme/x> {
        cg:Dataset rdfs:subClassOf cg:Asset . cg:Asset rdfs:subClassOf cg:Asset, cg:Dataset .
      """;

  private final Served served;

  FrameEdgesTest(@TempDir Path folder) {
    Limits usual = Limits.DEFAULT;
    served =
        Served.in(
            folder,
            Served.Recipe.PLAIN.withLimits(
                new Limits(
                    usual.queryBytes(),
                    usual.uploadBytes(),
                    usual.queryTime(),
                    usual.longestQueryTime(),
                    2_000,
                    usual.resultRows(),
                    usual.concurrentQueries(),
                    usual.waitingQueries())));
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private Answer asset(String name) throws Exception {
    return served.get("/doc/acme/" + name + ".jsonld?frame=asset");
  }

  @Test
  void circles_end_where_the_frame_ends() throws Exception {
    served.with(
        PREFIXES
            + """
            a:A a cg:Dataset, cg:Risk, cg:Implementation, cg:Treatment, cg:Incident, cg:Evidence ;
              cg:partOf a:A ; cg:target a:A ; cg:requirement a:A ; cg:risk a:A ; cg:threatens a:A ;
              cg:proves a:A ; cg:affects a:A ; cg:accountable a:A ; dcterms:identifier "A" . }
            """);
    JsonNode tree = asset("A").json();
    assertEquals("A", tree.at("/implementations/0/evidence/0/identifier").asText());
    assertEquals("A", tree.at("/risks/0/treatments/0/requirements/0/identifier").asText());
    assertTrue(tree.at("/partOf/0/partOf").isMissingNode());
  }

  @Test
  void a_member_is_one_value_or_always_an_array_whatever_the_store_holds() throws Exception {
    served.with(
        PREFIXES
            + """
            a:A a cg:Dataset ; rdfs:label "Zebra", "Ape", "Affe"@de, "Monkey"@en, 7 ;
              cg:personalData "perhaps"^^xsd:boolean ; cg:validFrom 5, "2024-01-01"^^xsd:date ;
              cg:accountable a:P2, a:P1, "nobody" ; cg:partOf "text", a:B . }
            """);
    JsonNode tree = asset("A").json();
    assertEquals("Ape", tree.path("label").asText());
    assertEquals("Monkey", tree.path("title").asText());
    assertEquals("perhaps", tree.path("personalData").asText());
    assertEquals("2024-01-01", tree.path("validFrom").asText());
    assertEquals("http://localhost:7070/id/acme/P1", tree.at("/accountable/id").asText());
    assertEquals(1, tree.path("partOf").size());
  }

  /** They are IRIs, and short forms of others in a document with our context. */
  @Test
  void iris_that_would_be_read_as_others_are_left_out() throws Exception {
    served.with(
        PREFIXES
            + """
            a:A a cg:Dataset, <cg:Evil>, <http://example.org/C> ;
              cg:partOf <cg:Evil>, <title:x>, <label:y>, <urn:fine:1>, <http://example.org/fine> . }
            """);
    Answer answer = asset("A");
    assertEquals("[\"Dataset\",\"http://example.org/C\"]", answer.json().path("types").toString());
    assertEquals(2, answer.json().path("partOf").size());
    assertFalse(answer.body().contains("Evil"));
  }

  @Test
  void nothing_in_a_graph_is_taken_for_json_ld_or_fetched() throws Exception {
    String port = "http://127.0.0.1:" + served.port();
    served.with(
        PREFIXES
            + """
            a:A a cg:Dataset ; rdfs:label "{\\"@context\\": \\"%1$s/c\\"}" ;
              dcterms:description "{\\"@context\\": \\"%1$s/c\\"}"^^rdf:JSON ;
              <%1$s/@context> <%1$s/c> ; cg:partOf <%1$s/@context> . }
            """
                .formatted(port));
    Answer answer = asset("A");
    assertEquals("{\"@context\": \"" + port + "/c\"}", answer.json().path("label").asText());
    assertFalse(answer.json().has("description"));
    JsonArray expanded =
        JsonLd.expand(JsonDocument.of(new StringReader(answer.body())))
            .loader(
                (url, options) -> {
                  throw new JsonLdError(
                      JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, url.toString());
                })
            .get();
    assertEquals(1, expanded.size());
    Graph graph = RDFParser.fromString(answer.body(), Lang.JSONLD11).toGraph();
    assertEquals(3, graph.size());
  }

  @Test
  void percent_signs_stay_and_quotes_do_no_harm() throws Exception {
    served.with(
        PREFIXES
            + """
            <http://localhost:7070/id/acme/a%20b%2Fc'd> a cg:Dataset ; rdfs:label "Odd \\"\\u2028<" . }
            """);
    Answer answer = asset("a%20b%2Fc'd");
    assertEquals("Odd \"\u2028<", answer.json().path("label").asText());
    assertEquals("http://localhost:7070/id/acme/a%20b%2Fc'd", answer.json().path("id").asText());
  }

  /** Forty implementations whose post forty persons hold make 1,600 appointments. */
  @Test
  void a_tree_that_multiplies_is_refused_before_anything_is_sent() throws Exception {
    String many =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    """
                    a:I%1$d a cg:Implementation ; cg:target a:A ; cg:accountable a:P .
                    a:H%1$d a cg:Appointment ; cg:post a:P ; cg:validFrom "2020-01-01"^^xsd:date .
                    """
                        .formatted(i))
            .collect(Collectors.joining());
    served.with(PREFIXES + "a:A a cg:Dataset .\n" + many + "}");
    assertProblem(asset("A"), 406, "too-large-for-format");
    assertEquals(200, served.get("/doc/acme/A.jsonld").status());
  }

  @Test
  void a_thing_without_a_class_fits_no_frame() throws Exception {
    served.with(PREFIXES + "a:A rdfs:label \"Nothing\" . }");
    assertEquals(
        "[]", assertProblem(asset("A"), 400, "frame-does-not-fit").path("available").toString());
  }
}
