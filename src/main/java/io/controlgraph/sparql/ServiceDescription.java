package io.controlgraph.sparql;

import io.controlgraph.graph.View;
import java.math.BigInteger;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.VOID;

/**
 * What the endpoint says of itself when it is asked without a query: SPARQL 1.1 Service
 * Description, section 3, with the numbers of triples in VoID.
 */
final class ServiceDescription {
  private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
  private static final String FORMATS = "http://www.w3.org/ns/formats/";

  /** By the unique URIs that W3C gives to file formats. */
  private static final List<String> RESULT_FORMATS =
      List.of(
          "SPARQL_Results_JSON",
          "SPARQL_Results_XML",
          "SPARQL_Results_CSV",
          "SPARQL_Results_TSV",
          "Turtle",
          "N-Triples",
          "JSON-LD",
          "RDF_XML",
          "TriG",
          "N-Quads");

  private final boolean updates;
  private final boolean federates;
  private final GraphCounts counts;

  /**
   * @param updates whether the endpoint takes updates
   * @param federates whether its queries may ask other servers
   */
  ServiceDescription(boolean updates, boolean federates, GraphCounts counts) {
    this.updates = updates;
    this.federates = federates;
    this.counts = counts;
  }

  /**
   * Describes the endpoint.
   *
   * @param endpoint the address it was asked at
   */
  Graph of(String endpoint, View view) {
    GraphCounts.Counts counted = counts.of(view);
    Model model = ModelFactory.createDefaultModel();
    model.setNsPrefix("sd", SD).setNsPrefix("void", VOID.NS).setNsPrefix("formats", FORMATS);
    Resource service = model.createResource(endpoint + "#service", sd("Service"));
    service.addProperty(property("endpoint"), model.createResource(endpoint));
    service.addProperty(property("supportedLanguage"), sd("SPARQL11Query"));
    if (updates) {
      service.addProperty(property("supportedLanguage"), sd("SPARQL11Update"));
    }
    service.addProperty(property("feature"), sd("UnionDefaultGraph"));
    if (federates) {
      service.addProperty(property("feature"), sd("BasicFederatedQuery"));
    }
    RESULT_FORMATS.forEach(
        format ->
            service.addProperty(
                property("resultFormat"), ResourceFactory.createResource(FORMATS + format)));
    Resource dataset = model.createResource(endpoint + "#dataset", sd("Dataset"));
    service.addProperty(property("defaultDataset"), dataset);
    dataset.addProperty(property("defaultGraph"), graph(model, counted.all()));
    counted
        .each()
        .forEach(
            (name, triples) ->
                dataset.addProperty(
                    property("namedGraph"),
                    model
                        .createResource(sd("NamedGraph"))
                        .addProperty(property("name"), model.createResource(name))
                        .addProperty(property("graph"), graph(model, triples))));
    return model.getGraph();
  }

  private static Resource graph(Model model, long triples) {
    return model
        .createResource(sd("Graph"))
        .addProperty(VOID.triples, model.createTypedLiteral(BigInteger.valueOf(triples)));
  }

  private static Resource sd(String name) {
    return ResourceFactory.createResource(SD + name);
  }

  private static Property property(String name) {
    return ResourceFactory.createProperty(SD, name);
  }
}
