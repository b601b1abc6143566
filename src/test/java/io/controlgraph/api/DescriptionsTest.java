package io.controlgraph.api;

import static io.controlgraph.testing.ProblemShape.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What programs find that look for data, and that it leads where it says. */
@Timeout(60)
final class DescriptionsTest {
  private static final String PREFIXES =
      """
      PREFIX void: <http://rdfs.org/ns/void#> PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      """;

  private Served served;

  @BeforeEach
  void serve(@TempDir Path folder) {
    served =
        Served.in(folder, Served.Recipe.PLAIN)
            .with(
                """
                PREFIX cg: <https://w3id.org/controlgraph/ns#>
                PREFIX dcterms: <http://purl.org/dc/terms/>
                <http://localhost:7070/graph/acme/organisation> {
                  <http://localhost:7070/id/acme/organisation/acme> a cg:Organisation .
                  <http://localhost:7070/id/acme/units/U-1> cg:inOrganisation
                    <http://localhost:7070/id/acme/organisation/acme> .
                }
                <https://w3id.org/controlgraph/graph/std-2022> {
                  <https://w3id.org/controlgraph/id/std-2022> dcterms:license
                    <https://www.apache.org/licenses/LICENSE-2.0> .
                }
                """);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void void_counts_the_triples_of_the_whole_and_of_each_graph() throws Exception {
    Graph graph = graph(served.get("/.well-known/void", "Accept", "text/turtle"));
    assertEquals(List.of("3"), values(graph, "?x void:sparqlEndpoint ?any ; void:triples ?value"));
    assertEquals(
        List.of("2"),
        values(graph, "<http://localhost:7070/graph/acme/organisation> void:triples ?value"));
    assertEquals(
        List.of("https://w3id.org/controlgraph/graph/std-2022"),
        values(graph, "?value dcterms:license <https://www.apache.org/licenses/LICENSE-2.0>"));
    assertEquals(
        List.of("http://localhost:7070/id/acme/organisation/acme"),
        values(graph, "?x void:exampleResource ?value"));
  }

  @Test
  void every_download_is_there() throws Exception {
    Graph dataset = graph(served.get("/.well-known/void", "Accept", "text/turtle"));
    Graph catalogue = graph(served.get("/catalog", "Accept", "text/turtle"));
    List<String> dumps = values(dataset, "?x void:dataDump ?value");
    List<String> downloads = values(catalogue, "?x dcat:downloadURL ?value");
    assertEquals(5, dumps.size());
    assertEquals(10, downloads.size());
    for (List<String> addresses : List.of(dumps, downloads)) {
      for (String address : addresses) {
        URI uri = URI.create(address);
        assertEquals(served.port(), uri.getPort());
        Answer answer = served.get(uri.getRawPath() + "?" + uri.getRawQuery());
        assertEquals(200, answer.status(), address);
        assertFalse(answer.body().isBlank(), address);
      }
    }
  }

  @Test
  void a_compressed_dump_holds_what_it_says_and_can_be_loaded() throws Exception {
    Graph dataset = graph(served.get("/.well-known/void", "Accept", "text/turtle"));
    List<String> whole = values(dataset, "?x void:sparqlEndpoint ?any ; void:dataDump ?value");
    assertEquals(1, whole.size());
    assertEquals(3, unpacked(whole.get(0)).size());
    String one = "<http://localhost:7070/graph/acme/organisation> void:dataDump ?value";
    String dump =
        values(dataset, one).stream().filter(each -> each.contains("gzip")).findFirst().get();
    assertEquals(2, unpacked(dump).size());
  }

  /** The quads of a dump. */
  private Set<Quad> unpacked(String address) throws Exception {
    URI uri = URI.create(address);
    HttpResponse<byte[]> answer =
        served.bytes(served.request(uri.getRawPath() + "?" + uri.getRawQuery()));
    assertEquals("application/gzip", answer.headers().firstValue("Content-Type").orElse(""));
    assertEquals(
        "attachment; filename=controlgraph-1.nq.gz",
        answer.headers().firstValue("Content-Disposition").orElse(""));
    DatasetGraph quads = DatasetGraphFactory.create();
    RDFParser.source(new GZIPInputStream(new ByteArrayInputStream(answer.body())))
        .lang(Lang.NQUADS)
        .parse(quads);
    return Iter.toSet(quads.find());
  }

  @Test
  void a_dump_is_whole_in_every_format() throws Exception {
    for (String format : List.of("nq", "trig", "jsonld")) {
      String path = "/api/v1/exports/rdf?format=" + format;
      HttpResponse<byte[]> zipped = served.bytes(served.request(path + "&compress=gzip"));
      try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
        assertEquals(
            served.get(path).body(), new String(in.readAllBytes(), StandardCharsets.UTF_8), format);
      }
    }
  }

  @Test
  void a_dump_is_tagged_and_takes_no_other_packing() throws Exception {
    String path = "/api/v1/exports/rdf?compress=gzip&format=nq";
    HttpResponse<byte[]> first = served.bytes(served.request(path));
    String tag = first.headers().firstValue("ETag").orElse("");
    assertEquals(304, served.get(path, "If-None-Match", tag).status());
    assertProblem(served.get("/api/v1/exports/rdf?compress=zip"), 400, "bad-parameter");
    assertProblem(
        served.get("/api/v1/exports/rdf?graph=http://example.org/none"), 404, "nothing-to-export");
  }

  @Test
  void the_catalogue_names_the_endpoint_and_what_it_serves() throws Exception {
    Graph catalogue = graph(served.get("/catalog", "Accept", "text/turtle"));
    assertEquals(
        List.of(served.at("/sparql").toString()),
        values(catalogue, "?c dcat:service ?s . ?s dcat:endpointURL ?value"));
    assertEquals(
        List.of(
            "http://localhost:7070/graph/acme/organisation",
            "https://w3id.org/controlgraph/graph/std-2022"),
        values(catalogue, "?s dcat:servesDataset ?value . ?c dcat:dataset ?value"));
    assertTrue(
        values(catalogue, "?d dcat:mediaType ?value")
            .contains("https://www.iana.org/assignments/media-types/text/turtle"));
  }

  @Test
  void both_are_negotiated_and_tagged() throws Exception {
    for (String path : List.of("/.well-known/void", "/catalog")) {
      Answer json = served.get(path, "Accept", "application/ld+json");
      assertEquals("application/ld+json", json.contentType());
      assertEquals(
          304,
          served
              .get(path, "Accept", "application/ld+json", "If-None-Match", json.header("ETag"))
              .status());
      assertProblem(served.get(path, "Accept", "image/png"), 406, "not-acceptable");
    }
  }

  private static Graph graph(Answer answer) {
    assertEquals(200, answer.status(), answer.body());
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(answer.body(), Lang.TURTLE).parse(graph);
    return graph;
  }

  private static List<String> values(Graph graph, String pattern) {
    try (QueryExec exec =
        QueryExec.graph(graph)
            .query(PREFIXES + "SELECT DISTINCT ?value { " + pattern + " } ORDER BY STR(?value)")
            .build()) {
      return exec.select().stream()
          .map(row -> row.get("value"))
          .map(node -> node.isURI() ? node.getURI() : node.getLiteralLexicalForm())
          .toList();
    }
  }
}
