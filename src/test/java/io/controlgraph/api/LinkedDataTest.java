package io.controlgraph.api;

import static io.controlgraph.testing.ProblemShape.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.ingest.reference.ReferenceData;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The IRIs of the graph, as a client of linked data follows them. */
@Timeout(60)
final class LinkedDataTest {
  private static final String ASSET = Served.BASE + "id/acme/assets/A-1";
  private static final String CONTROL = "https://w3id.org/controlgraph/id/std-2022/annex-a/A.5.1";
  private static final String TRIG =
      """
      PREFIX cg: <https://w3id.org/controlgraph/ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX acme: <http://localhost:7070/id/acme/>
      <http://localhost:7070/graph/acme/assets> {
        <http://localhost:7070/id/acme/assets/A-1> a cg:Dataset ; rdfs:label "Images"@en ;
          cg:partOf <http://localhost:7070/id/acme/assets/A-2> .
        <http://localhost:7070/id/acme/assets/A-2> rdfs:label "Archive"@en ;
          rdfs:comment "Kept for ten years."@en .
        <http://localhost:7070/id/acme/assets/a%20b> rdfs:label "Blank"@en .
        <http://localhost:7070/id/acme/assets/a%2Fb> rdfs:label "Slash"@en .
      }
      <http://localhost:7070/graph/acme/controls> {
        <http://localhost:7070/id/acme/implementations/I-1> cg:target
            <http://localhost:7070/id/acme/assets/A-1> ;
          cg:requirement <https://w3id.org/controlgraph/id/std-2022/annex-a/A.5.1> .
      }
      <https://w3id.org/controlgraph/graph/std-2022> {
        <https://w3id.org/controlgraph/id/std-2022/annex-a/A.5.1> rdfs:label "Policies"@en .
      }
      <https://w3id.org/controlgraph/graph/ontology> {
        <https://w3id.org/controlgraph/ns> rdfs:label "Ontology"@en .
        cg:target rdfs:label "target"@en .
        cg:Dataset rdfs:label "Dataset"@en .
      }
      """;

  private Served served;

  @BeforeEach
  void serve(@TempDir Path folder) {
    served = Served.in(folder, Served.Recipe.PLAIN).with(TRIG);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @ParameterizedTest
  @CsvSource({
    "text/turtle, /doc/acme/assets/A-1.ttl",
    "*/*, /doc/acme/assets/A-1.ttl",
    "application/ld+json, /doc/acme/assets/A-1.jsonld",
    "application/rdf+xml, /doc/acme/assets/A-1.rdf",
    "application/n-triples, /doc/acme/assets/A-1.nt",
    "text/html, /?thing=http%3A%2F%2Flocalhost%3A7070%2Fid%2Facme%2Fassets%2FA-1",
  })
  void a_thing_leads_to_what_the_client_accepts(String accept, String location) throws Exception {
    Answer answer = served.get("/id/acme/assets/A-1", "Accept", accept);
    assertEquals(303, answer.status());
    assertEquals(location, answer.header("Location"));
    assertTrue(answer.header("Vary").contains("Accept"));
    assertTrue(answer.header("Link").contains("</doc/acme/assets/A-1.ttl>; rel=\"alternate\""));
  }

  @Test
  void a_browser_is_sent_to_the_page() throws Exception {
    String browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    assertTrue(
        served.get("/id/acme/assets/A-1", "Accept", browser).header("Location").startsWith("/?"));
    assertEquals(
        served.get("/id/acme/assets/A-1", "Accept", browser).header("Location"),
        served.get("/page/acme/assets/A-1").header("Location"));
  }

  @Test
  void what_cannot_be_made_or_is_not_there_is_said() throws Exception {
    assertProblem(served.get("/id/acme/assets/A-1", "Accept", "image/png"), 406, "not-acceptable");
    assertProblem(served.get("/id/acme/assets/A-9"), 404, "no-such-thing");
    assertProblem(served.get("/doc/acme/assets/A-9.ttl"), 404, "no-such-thing");
    assertProblem(served.get("/page/acme/assets/A-9"), 404, "no-such-thing");
    assertProblem(served.get("/ontology/Nothing"), 404, "no-such-thing");
    assertProblem(served.get("/doc/acme/assets/A-1.ttl?page=0"), 400, "bad-parameter");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ttl", "nt", "jsonld", "rdf"})
  void a_document_says_what_is_known_in_both_directions(String ending) throws Exception {
    Graph graph = graph(served.get("/doc/acme/assets/A-1." + ending));
    assertEquals(expected(), graph.stream().collect(Collectors.toSet()));
  }

  /** Of A-1: three facts, one that refers to it, and the labels of all that these name. */
  private static Set<Triple> expected() {
    String rdfs = "http://www.w3.org/2000/01/rdf-schema#";
    String cg = "https://w3id.org/controlgraph/ns#";
    String id = Served.BASE + "id/acme/";
    Set<Triple> expected = new LinkedHashSet<>();
    for (String triple :
        new String[] {
          "(<%s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <%sDataset>)"
              .formatted(ASSET, cg),
          "(<%s> <%slabel> 'Images'@en)".formatted(ASSET, rdfs),
          "(<%s> <%spartOf> <%sassets/A-2>)".formatted(ASSET, cg, id),
          "(<%simplementations/I-1> <%starget> <%s>)".formatted(id, cg, ASSET),
          "(<%sassets/A-2> <%slabel> 'Archive'@en)".formatted(id, rdfs),
          "(<%starget> <%slabel> 'target'@en)".formatted(cg, rdfs),
          "(<%sDataset> <%slabel> 'Dataset'@en)".formatted(cg, rdfs),
        }) {
      expected.add(SSE.parseTriple(triple));
    }
    return expected;
  }

  @Test
  void a_control_of_a_framework_is_a_thing_of_this_server_too() throws Exception {
    Answer answer = served.get("/id/std-2022/annex-a/A.5.1", "Accept", "text/turtle");
    assertEquals("/doc/std-2022/annex-a/A.5.1.ttl", answer.header("Location"));
    assertTrue(says(served.get(answer.header("Location")), CONTROL));
    // No ending of ours: the client's wish decides.
    assertEquals(
        "application/n-triples",
        served.get("/doc/std-2022/annex-a/A.5.1", "Accept", "application/n-triples").contentType());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a%20b", "a%2Fb"})
  void percent_signs_stay_as_they_are_in_the_iri(String id) throws Exception {
    Answer answer = served.get("/id/acme/assets/" + id, "Accept", "text/turtle");
    assertEquals("/doc/acme/assets/" + id + ".ttl", answer.header("Location"));
    assertTrue(says(served.get(answer.header("Location")), Served.BASE + "id/acme/assets/" + id));
  }

  @Test
  void the_ontology_and_its_terms_are_answered() throws Exception {
    assertEquals(
        "/ontology.ttl", served.get("/ontology", "Accept", "text/turtle").header("Location"));
    assertEquals(3, graph(served.get("/ontology.ttl")).size());
    assertEquals("/terms", served.get("/ontology", "Accept", "text/html").header("Location"));
    assertEquals(
        "/terms?term=target",
        served.get("/ontology/target", "Accept", "text/html").header("Location"));
    assertEquals(
        "/ontology/target.jsonld",
        served.get("/ontology/target", "Accept", "application/ld+json").header("Location"));
    assertTrue(says(served.get("/ontology/target.ttl"), "https://w3id.org/controlgraph/ns#target"));
  }

  @Test
  void the_context_may_be_read_by_pages_of_other_sites_and_the_graph_may_not() throws Exception {
    Answer context = readFromElsewhere("/ontology/context.jsonld", "application/ld+json");
    assertEquals("https://w3id.org/controlgraph/ns#", context.json().at("/@context/cg").asText());
    assertProblem(
        served.get("/ontology.ttl", "Origin", "https://playground.example"), 403, "foreign-origin");
  }

  @Test
  void the_shapes_may_be_read_by_pages_of_other_sites() throws Exception {
    Graph shapes = graph(readFromElsewhere("/ontology/shapes.ttl", "text/turtle"));
    assertTrue(shapes.isIsomorphicWith(ReferenceData.shapes()));
    Answer json = readFromElsewhere("/ontology/shapes.jsonld", "application/ld+json");
    assertTrue(graph(json).isIsomorphicWith(shapes));
    assertFalse(json.body().contains("@context"), "it is read without a library");
  }

  private Answer readFromElsewhere(String path, String mediaType) throws Exception {
    Answer answer = served.get(path, "Origin", "https://playground.example");
    assertEquals(200, answer.status());
    assertEquals(mediaType, answer.contentType());
    assertEquals("*", answer.header("Access-Control-Allow-Origin"));
    assertEquals("public, max-age=86400", answer.header("Cache-Control"));
    assertEquals(304, served.get(path, "If-None-Match", answer.header("ETag")).status());
    return answer;
  }

  @Test
  void a_hub_comes_in_pages_which_together_are_whole() throws Exception {
    StringBuilder many = new StringBuilder("<http://localhost:7070/graph/acme/many> {\n");
    for (int i = 0; i < 450; i++) {
      many.append(
          "<http://localhost:7070/id/acme/x/%d> <http://example.org/p> <%s> .\n"
              .formatted(i, ASSET));
    }
    served.with(many.append("}").toString());
    Set<Triple> referring = new LinkedHashSet<>();
    String next = "/doc/acme/assets/A-1.nt";
    int pages = 0;
    while (!next.isEmpty()) {
      Answer answer = served.get(next);
      graph(answer).stream()
          .filter(triple -> triple.getObject().equals(NodeFactory.createURI(ASSET)))
          .forEach(triple -> assertTrue(referring.add(triple), "twice: " + triple));
      next = link(answer, "next");
      pages++;
    }
    assertEquals(451, referring.size());
    assertEquals(3, pages);
    assertEquals(
        "/doc/acme/assets/A-1.nt?page=1",
        link(served.get("/doc/acme/assets/A-1.nt?page=2"), "prev"));
    assertEquals(
        "/doc/acme/assets/A-1.nt", link(served.get("/doc/acme/assets/A-1.nt?page=2"), "first"));
  }

  @Test
  void a_document_is_sent_again_only_when_it_may_have_changed() throws Exception {
    Answer first = served.get("/doc/acme/assets/A-1.ttl");
    String tag = first.header("ETag");
    assertFalse(tag.isEmpty());
    Answer again = served.get("/doc/acme/assets/A-1.ttl", "If-None-Match", tag);
    assertEquals(304, again.status());
    assertEquals(tag, again.header("ETag"));
    assertEquals(200, served.get("/doc/acme/assets/A-1.nt", "If-None-Match", tag).status());
    served.with("<http://localhost:7070/graph/g> { <http://e.org/a> <http://e.org/b> 1 }");
    assertEquals(200, served.get("/doc/acme/assets/A-1.ttl", "If-None-Match", tag).status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/web/app/main.js",
        "/sparql",
        "/sparql?query=ASK%7B%7D",
        "/data?default",
        "/id/acme/assets/A-1",
        "/doc/acme/assets/A-1.ttl",
        "/page/acme/assets/A-1",
        "/ontology",
        "/ontology.ttl",
        "/ontology/target",
        "/ontology/context.jsonld",
        "/ontology/shapes.ttl",
        "/.well-known/void",
        "/catalog",
        "/api/v1/queries",
        "/api/v1/revisions",
        "/api/v1/running",
        "/api/v1/exports/rdf",
        "/health/live",
      })
  void head_has_the_headers_of_get_and_no_body(String path) throws Exception {
    Answer get = served.get(path);
    Answer head = served.send(served.request(path).method("HEAD", BodyPublishers.noBody()));
    assertEquals(get.status(), head.status());
    assertEquals(get.contentType(), head.contentType());
    assertEquals(get.header("ETag"), head.header("ETag"));
    assertEquals(get.header("Location"), head.header("Location"));
    assertEquals("", head.body());
    Answer options = served.send(served.request(path).method("OPTIONS", BodyPublishers.noBody()));
    assertEquals(204, options.status());
    Set<String> allowed = Set.of(options.header("Allow").split(", "));
    assertTrue(allowed.containsAll(Set.of("GET", "HEAD", "OPTIONS")), allowed.toString());
  }

  private static boolean says(Answer answer, String subject) {
    return graph(answer).stream()
        .anyMatch(triple -> triple.getSubject().equals(NodeFactory.createURI(subject)));
  }

  private static Graph graph(Answer answer) {
    assertEquals(200, answer.status(), answer.body());
    Lang lang = RDFLanguages.contentTypeToLang(answer.contentType().replaceAll(";.*", ""));
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(answer.body(), lang).parse(graph);
    return graph;
  }

  /** The target of a link, or the empty string. */
  private static String link(Answer answer, String relation) {
    Pattern pattern = Pattern.compile("<([^>]*)>; rel=\"" + relation + "\"");
    return Arrays.stream(answer.header("Link").split(", "))
        .map(pattern::matcher)
        .filter(Matcher::lookingAt)
        .map(found -> found.group(1))
        .findFirst()
        .orElse("");
  }
}
