package io.controlgraph.sparql;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;

/** Reads RDF from a stream, and only from it: what it refers to elsewhere is not fetched. */
public final class RdfReader {
  private static final String GENID = ".well-known/genid/";

  private RdfReader() {}

  /**
   * The statements of a stream. Those without a graph get {@code graph}; blank nodes get IRIs under
   * {@code .well-known/genid/}, as RDF 1.1 Concepts, section 3.5, has it.
   *
   * @param base what relative IRIs begin with
   * @param baseIri what the IRIs of blank nodes begin with
   * @throws RiotException if it is no RDF of that language, with the place
   */
  public static List<Quad> read(
      InputStream content, Lang lang, String base, String baseIri, Node graph) {
    Collector quads = new Collector(baseIri, graph);
    RDFParser.source(content)
        .lang(lang)
        .base(base)
        .set(LangJSONLD11.JSONLD_OPTIONS, withoutNetwork())
        .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
        .parse(quads);
    return quads.found;
  }

  private static JsonLdOptions withoutNetwork() {
    return new JsonLdOptions(
        (url, options) -> {
          throw new JsonLdError(
              JsonLdErrorCode.LOADING_DOCUMENT_FAILED, "Contexts are not fetched: " + url);
        });
  }

  /** Gives each blank node an IRI and each triple a graph. */
  private static final class Collector extends StreamRDFBase {
    private final List<Quad> found = new ArrayList<>();
    private final String baseIri;
    private final Node graph;

    Collector(String baseIri, Node graph) {
      this.baseIri = baseIri;
      this.graph = graph;
    }

    @Override
    public void triple(Triple triple) {
      quad(Quad.create(graph, triple));
    }

    @Override
    public void quad(Quad quad) {
      Node named = Quad.isDefaultGraph(quad.getGraph()) ? graph : quad.getGraph();
      found.add(
          Quad.create(
              iri(named), iri(quad.getSubject()), quad.getPredicate(), iri(quad.getObject())));
    }

    private Node iri(Node node) {
      return node.isBlank()
          ? NodeFactory.createURI(baseIri + GENID + node.getBlankNodeLabel())
          : node;
    }
  }
}
