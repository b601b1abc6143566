package io.controlgraph.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.controlgraph.vocab.Cg;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;

/** The JSON-LD context names every term, and loses nothing on the way there and back. */
class ContextTest {

  private static final Path CONTEXT = OntologyFiles.FOLDER.resolve("context.jsonld");
  private static final Graph ONTOLOGY = OntologyFiles.ontology();

  @Test
  void everyClassAndPropertyHasItsLocalName() throws IOException {
    JsonNode terms = terms();
    for (var type :
        List.of(OWL2.Class, OWL2.ObjectProperty, OWL2.DatatypeProperty, OWL2.AnnotationProperty)) {
      for (Node term : G.listPO(ONTOLOGY, RDF.type.asNode(), type.asNode())) {
        if (term.isURI() && term.getURI().startsWith(Cg.NS)) {
          JsonNode entry = terms.path(term.getLocalName());
          String iri = entry.isTextual() ? entry.asText() : entry.path("@id").asText();
          assertEquals("cg:" + term.getLocalName(), iri);
        }
      }
    }
  }

  @Test
  void everyTermOfTheContextExists() throws IOException {
    for (var entry : terms().properties()) {
      String iri =
          entry.getValue().isTextual()
              ? entry.getValue().asText()
              : entry.getValue().path("@id").asText();
      if (iri.startsWith("cg:")) {
        Node term = Cg.term(iri.substring("cg:".length()));
        assertTrue(ONTOLOGY.contains(term, RDF.type.asNode(), Node.ANY), iri);
      }
    }
  }

  @Test
  void whatPointsAtANodeIsWrittenAsAnIri() throws IOException {
    for (Node property : G.listPO(ONTOLOGY, RDF.type.asNode(), OWL2.ObjectProperty.asNode())) {
      if (property.getURI().startsWith(Cg.NS)) {
        assertEquals("@id", terms().path(property.getLocalName()).path("@type").asText());
      }
    }
  }

  @Test
  void datesAndNumbersKeepTheirDatatype() throws IOException {
    JsonNode terms = terms();
    for (OntologyFiles.Column column : OntologyFiles.columns()) {
      switch (column.type()) {
        case "date", "dateTime", "integer", "decimal", "boolean" ->
            assertEquals(
                "xsd:" + column.type(),
                terms.path(column.to()).path("@type").asText(),
                column.kind() + "." + column.to());
        default -> {}
      }
    }
    for (Node property : G.listPO(ONTOLOGY, RDF.type.asNode(), OWL2.DatatypeProperty.asNode())) {
      List<Node> ranges = G.listSP(ONTOLOGY, property, RDFS.range.asNode());
      if (!ranges.isEmpty() && !ranges.get(0).getLocalName().equals("string")) {
        assertEquals(
            "xsd:" + ranges.get(0).getLocalName(),
            terms.path(property.getLocalName()).path("@type").asText());
      }
    }
  }

  @Test
  void recordsAreCompactedToShortNamesAndComeBackUnchanged() throws IOException, JsonLdError {
    for (Path snippet : OntologyFiles.files(Path.of("src/test/resources/shapes"), ".ttl")) {
      Graph sample = OntologyFiles.read(snippet);
      String compact = compact(sample);
      assertTrue(sample.isIsomorphicWith(parse(compact)), snippet::toString);
    }
    JsonNode finding =
        new ObjectMapper()
            .readTree(
                compact(
                    RDFParser.fromString(
                            """
                            @prefix cg: <https://w3id.org/controlgraph/ns#> .
                            @prefix dcterms: <http://purl.org/dc/terms/> .
                            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
                            <http://example.org/EVL-013> a cg:RiskEvaluation ;
                              dcterms:identifier "EVL-013" ;
                              rdfs:label "Residual evaluation" ;
                              cg:risk <http://example.org/RSK-007> ;
                              cg:evaluationKind cg:EvaluationKind-residual ;
                              cg:evaluatedOn "2025-06-10"^^xsd:date ;
                              cg:likelihood 3 .
                            """,
                            Lang.TURTLE)
                        .toGraph()));
    Set<String> keys = new TreeSet<>();
    finding.fieldNames().forEachRemaining(keys::add);
    assertEquals(
        Set.of(
            "@context",
            "id",
            "type",
            "identifier",
            "label",
            "risk",
            "evaluationKind",
            "evaluatedOn",
            "likelihood"),
        keys);
    assertEquals("2025-06-10", finding.path("evaluatedOn").asText());
    assertEquals("cg:EvaluationKind-residual", finding.path("evaluationKind").asText());
    assertFalse(finding.path("risk").isObject());
  }

  private static JsonNode terms() throws IOException {
    return new ObjectMapper().readTree(CONTEXT.toFile()).path("@context");
  }

  private static String compact(Graph graph) throws IOException, JsonLdError {
    StringWriter expanded = new StringWriter();
    RDFDataMgr.write(expanded, graph, Lang.JSONLD11);
    try (Reader context = Files.newBufferedReader(CONTEXT)) {
      return JsonLd.compact(
              JsonDocument.of(new StringReader(expanded.toString())), JsonDocument.of(context))
          .get()
          .toString();
    }
  }

  private static Graph parse(String compact) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(compact, Lang.JSONLD11).parse(graph);
    return graph;
  }
}
