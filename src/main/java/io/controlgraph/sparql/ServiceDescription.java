package io.controlgraph.sparql;

import io.controlgraph.graph.View;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.vocabulary.VOID;
import org.jspecify.annotations.Nullable;

/**
 * What the endpoint says of itself when it is asked without a query: SPARQL 1.1 Service
 * Description, section 3, with the numbers of triples in VoID.
 *
 * <p>The triples are counted once a revision.
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
          "RDF_XML");

  private static final String ALL = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }";
  private static final String EACH =
      "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g";

  private final boolean updates;
  private volatile @Nullable Counts last;

  /**
   * @param updates whether the endpoint takes updates
   */
  ServiceDescription(boolean updates) {
    this.updates = updates;
  }

  /** The triples of one revision: of the union of all graphs, and of each. */
  private record Counts(long revision, long all, Map<String, Long> each) {}

  /**
   * Describes the endpoint.
   *
   * @param endpoint the address it was asked at
   */
  Graph of(String endpoint, View view) {
    Counts counts = counts(view);
    Model model = ModelFactory.createDefaultModel();
    model.setNsPrefix("sd", SD).setNsPrefix("void", VOID.NS).setNsPrefix("formats", FORMATS);
    Resource service = model.createResource(endpoint + "#service", sd("Service"));
    service.addProperty(property("endpoint"), model.createResource(endpoint));
    service.addProperty(property("supportedLanguage"), sd("SPARQL11Query"));
    if (updates) {
      service.addProperty(property("supportedLanguage"), sd("SPARQL11Update"));
    }
    service.addProperty(property("feature"), sd("UnionDefaultGraph"));
    RESULT_FORMATS.forEach(
        format ->
            service.addProperty(
                property("resultFormat"), ResourceFactory.createResource(FORMATS + format)));
    Resource dataset = model.createResource(endpoint + "#dataset", sd("Dataset"));
    service.addProperty(property("defaultDataset"), dataset);
    dataset.addProperty(property("defaultGraph"), graph(model, counts.all()));
    counts
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

  private Counts counts(View view) {
    Counts known = last;
    long revision = view.revision().number();
    if (known != null && known.revision() == revision) {
      return known;
    }
    Map<String, Long> each = new TreeMap<>();
    RowSet rows = view.select(EACH);
    rows.forEach(row -> each.put(row.get("g").getURI(), number(row.get("n"))));
    rows.close();
    RowSet all = view.select(ALL);
    Counts counted = new Counts(revision, number(all.next().get("n")), each);
    all.close();
    last = counted;
    return counted;
  }

  private static long number(Node count) {
    return ((Number) count.getLiteralValue()).longValue();
  }

  private static Resource sd(String name) {
    return ResourceFactory.createResource(SD + name);
  }

  private static Property property(String name) {
    return ResourceFactory.createProperty(SD, name);
  }
}
