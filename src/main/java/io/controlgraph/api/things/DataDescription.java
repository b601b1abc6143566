package io.controlgraph.api.things;

import io.controlgraph.graph.View;
import io.controlgraph.sparql.AnswerFormat;
import io.controlgraph.sparql.GraphCounts;
import io.controlgraph.sparql.GraphFormat;
import io.controlgraph.vocab.Cg;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Literal;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.VOID;
import org.jspecify.annotations.Nullable;

/**
 * What the server holds, for programs that look for data: as a dataset with its graphs in the
 * Vocabulary of Interlinked Datasets (W3C note VoID, 3 March 2011), and as a catalogue with
 * downloads in the Data Catalog Vocabulary (W3C recommendation DCAT 3).
 */
public final class DataDescription {
  private static final String TITLE = "ControlGraph";
  private static final String FORMATS = "http://www.w3.org/ns/formats/";
  private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";
  private static final String GZIP = "application/gzip";
  private static final String LICENCES =
      "SELECT ?graph ?licence WHERE { GRAPH ?graph { ?any <http://purl.org/dc/terms/license>"
          + " ?licence } }";
  private static final String EXAMPLES =
      "SELECT ?thing WHERE { ?thing a <" + Cg.NS + "Organisation> } ORDER BY ?thing LIMIT 3";

  private final String baseIri;
  private final GraphCounts counts;

  /** Describes a store; {@code baseIri} is what the IRIs of its organisations begin with. */
  public DataDescription(String baseIri, GraphCounts counts) {
    this.baseIri = baseIri;
    this.counts = counts;
  }

  /**
   * The dataset in VoID.
   *
   * @param server the address the server was asked at, without a slash at its end
   */
  public Graph dataset(String server, View view) {
    GraphCounts.Counts counted = counts.of(view);
    Map<String, String> licences = licences(view);
    Model model = ModelFactory.createDefaultModel();
    model.setNsPrefix("void", VOID.NS).setNsPrefix("dcterms", DCTerms.NS);
    Resource dataset =
        model
            .createResource(server + "/.well-known/void#dataset", VOID.Dataset)
            .addProperty(DCTerms.title, TITLE, "en")
            .addProperty(VOID.sparqlEndpoint, model.createResource(server + "/sparql"))
            .addProperty(VOID.dataDump, model.createResource(dump(server, GraphFormat.NQUADS)))
            .addProperty(VOID.uriSpace, baseIri + "id/")
            .addProperty(VOID.vocabulary, model.createResource(Cg.NS))
            .addProperty(VOID.triples, number(counted.all()));
    for (String format : List.of("Turtle", "N-Triples", "JSON-LD", "RDF_XML")) {
      dataset.addProperty(VOID.feature, model.createResource(FORMATS + format));
    }
    examples(view)
        .forEach(each -> dataset.addProperty(VOID.exampleResource, model.createResource(each)));
    counted
        .each()
        .forEach(
            (name, triples) -> {
              Resource graph =
                  model
                      .createResource(name, VOID.Dataset)
                      .addProperty(VOID.triples, number(triples))
                      .addProperty(
                          VOID.dataDump,
                          model.createResource(document(server, name, GraphFormat.TURTLE)))
                      .addProperty(VOID.dataDump, model.createResource(dump(server, name)));
              licence(graph, licences.get(name));
              dataset.addProperty(VOID.subset, graph);
            });
    return model.getGraph();
  }

  /**
   * The catalogue in DCAT: each graph is a dataset that can be downloaded, and the SPARQL endpoint
   * serves them all.
   *
   * @param server the address the server was asked at, without a slash at its end
   */
  public Graph catalogue(String server, View view) {
    Map<String, String> licences = licences(view);
    Model model = ModelFactory.createDefaultModel();
    model.setNsPrefix("dcat", DCAT.NS).setNsPrefix("dcterms", DCTerms.NS);
    Resource catalogue =
        model
            .createResource(server + "/catalog#catalog", DCAT.Catalog)
            .addProperty(DCTerms.title, TITLE, "en");
    Resource service =
        model
            .createResource(server + "/sparql#service", DCAT.DataService)
            .addProperty(DCTerms.title, "SPARQL endpoint", "en")
            .addProperty(DCAT.endpointURL, model.createResource(server + "/sparql"))
            .addProperty(DCAT.endpointDescription, model.createResource(server + "/sparql"));
    catalogue.addProperty(DCAT.service, service);
    for (String name : counts.of(view).each().keySet()) {
      Resource graph =
          model
              .createResource(name, DCAT.Dataset)
              .addProperty(DCTerms.title, name.substring(name.indexOf("/graph/") + 1), "en")
              .addProperty(DCTerms.identifier, name);
      licence(graph, licences.get(name));
      for (AnswerFormat format : GraphFormat.forTriples()) {
        if (format instanceof GraphFormat rdf) {
          graph.addProperty(
              DCAT.distribution, distribution(model, document(server, name, rdf), rdf));
        }
      }
      graph.addProperty(
          DCAT.distribution,
          distribution(model, dump(server, name), GraphFormat.NQUADS)
              .addProperty(DCAT.compressFormat, model.createResource(MEDIA_TYPES + GZIP)));
      service.addProperty(DCAT.servesDataset, graph);
      catalogue.addProperty(DCAT.dataset, graph);
    }
    return model.getGraph();
  }

  private static Resource distribution(Model model, String address, GraphFormat format) {
    return model
        .createResource(address + "#distribution", DCAT.Distribution)
        .addProperty(DCAT.accessURL, model.createResource(address))
        .addProperty(DCAT.downloadURL, model.createResource(address))
        .addProperty(
            DCAT.mediaType, model.createResource(MEDIA_TYPES + format.mediaTypes().get(0)));
  }

  private static void licence(Resource graph, @Nullable String licence) {
    if (licence != null) {
      graph.addProperty(DCTerms.license, graph.getModel().createResource(licence));
    }
  }

  private static Map<String, String> licences(View view) {
    Map<String, String> licences = new HashMap<>();
    RowSet rows = view.select(LICENCES);
    rows.forEachRemaining(
        row -> {
          if (row.get("licence").isURI()) {
            licences.put(row.get("graph").getURI(), row.get("licence").getURI());
          }
        });
    rows.close();
    return licences;
  }

  private static List<String> examples(View view) {
    RowSet rows = view.select(EXAMPLES);
    List<String> examples = rows.stream().map(row -> row.get("thing").toString()).toList();
    rows.close();
    return examples;
  }

  private static String dump(String server, GraphFormat format) {
    return server + "/api/v1/exports/rdf?compress=gzip&format=" + format.names().get(0);
  }

  /** A graph alone, compressed, with its name on each statement. */
  private static String dump(String server, String graph) {
    return dump(server, GraphFormat.NQUADS)
        + "&graph="
        + URLEncoder.encode(graph, StandardCharsets.UTF_8);
  }

  private static String document(String server, String graph, GraphFormat format) {
    return "%s/data?graph=%s&format=%s"
        .formatted(server, URLEncoder.encode(graph, StandardCharsets.UTF_8), format.names().get(0));
  }

  private static Literal number(long count) {
    return ResourceFactory.createTypedLiteral(BigInteger.valueOf(count));
  }
}
