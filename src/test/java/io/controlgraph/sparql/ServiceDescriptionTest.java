package io.controlgraph.sparql;

import static io.controlgraph.testing.ProblemShape.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SPARQL 1.1 Service Description. */
final class ServiceDescriptionTest {
  private static final String PREFIXES =
      "PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>"
          + " PREFIX void: <http://rdfs.org/ns/void#> ";

  private static Served served;

  @BeforeAll
  static void serve(@TempDir Path folder) {
    served = Served.in(folder, Served.Recipe.PLAIN).with(Fixture.SMALL);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @Test
  void aBareGetGivesTheEndpointAtTheAddressAsked() throws Exception {
    for (String path : List.of("/sparql", "/sparql/")) {
      Model model = described(served.get(path, "Accept", "text/turtle"), Lang.TURTLE);
      assertEquals(
          Set.of(served.at(path).toString()),
          values(model, "SELECT ?x { ?s a sd:Service ; sd:endpoint ?x }"));
    }
  }

  @Test
  void itTellsLanguageFeatureAndFormats() throws Exception {
    Model model = described(served.get("/sparql", "Accept", "text/turtle"), Lang.TURTLE);
    assertEquals(
        Set.of("http://www.w3.org/ns/sparql-service-description#SPARQL11Query"),
        values(model, "SELECT ?x { ?s a sd:Service ; sd:supportedLanguage ?x }"));
    assertEquals(
        Set.of("http://www.w3.org/ns/sparql-service-description#UnionDefaultGraph"),
        values(model, "SELECT ?x { ?s a sd:Service ; sd:feature ?x }"));
    assertEquals(10, values(model, "SELECT ?x { ?s a sd:Service ; sd:resultFormat ?x }").size());
  }

  @Test
  void itFederatesOnlyWhereOtherServersMayBeAsked(@TempDir Path folder) throws Exception {
    try (Served asking =
        Served.in(folder, Served.Recipe.PLAIN.withServices("https://query.example.org/sparql"))) {
      assertEquals(
          Set.of(
              "http://www.w3.org/ns/sparql-service-description#BasicFederatedQuery",
              "http://www.w3.org/ns/sparql-service-description#UnionDefaultGraph"),
          values(of(asking), "SELECT ?x { ?s a sd:Service ; sd:feature ?x }"));
    }
  }

  @Test
  void itCountsTheTriplesOfEachGraphAndOfTheirUnionAtEachRevision(@TempDir Path folder)
      throws Exception {
    try (Served fresh = Served.in(folder, Served.Recipe.PLAIN).with(Fixture.SMALL)) {
      assertEquals(
          Set.of("4"), values(of(fresh), "SELECT ?x { ?s sd:defaultGraph/void:triples ?x }"));
      String each =
          "SELECT (CONCAT(STR(?g), ' ', STR(?n)) AS ?x)"
              + " { ?s sd:namedGraph [ sd:name ?g ; sd:graph/void:triples ?n ] }";
      assertEquals(
          Set.of("http://example.org/g1 2", "http://example.org/g2 3"), values(of(fresh), each));
      fresh.with(Fixture.PREFIXES + "ex:g1 { ex:c ex:name 'C' }");
      assertTrue(values(of(fresh), each).contains("http://example.org/g1 3"));
    }
  }

  @Test
  void itIsNegotiatedLikeEveryGraph() throws Exception {
    Answer rdfXml = served.get("/sparql?format=rdfxml");
    assertEquals("application/rdf+xml", rdfXml.contentType());
    assertTrue(described(rdfXml, Lang.RDFXML).size() > 10);
    assertProblem(served.get("/sparql", "Accept", "text/csv"), 406, "not-acceptable");
  }

  @Test
  void aDatasetWithoutAQueryIsNoBareGet() throws Exception {
    assertProblem(
        served.get("/sparql?default-graph-uri=http://example.org/g1"), 400, "missing-query");
  }

  private static Model of(Served server) throws Exception {
    return described(server.get("/sparql", "Accept", "text/turtle"), Lang.TURTLE);
  }

  private static Model described(Answer answer, Lang lang) {
    assertEquals(200, answer.status(), answer.body());
    Model model = ModelFactory.createDefaultModel();
    RDFParser.fromString(answer.body(), lang).parse(model);
    return model;
  }

  private static Set<String> values(Model model, String query) {
    Set<String> values = new TreeSet<>();
    try (var execution = QueryExecutionFactory.create(PREFIXES + query, model)) {
      for (var rows = execution.execSelect(); rows.hasNext(); ) {
        QuerySolution row = rows.next();
        values.add(
            row.get("x").isLiteral()
                ? row.getLiteral("x").getLexicalForm()
                : row.getResource("x").getURI());
      }
    }
    return values;
  }
}
