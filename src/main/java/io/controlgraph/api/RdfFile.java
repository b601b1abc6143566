package io.controlgraph.api;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import io.controlgraph.security.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;

/** Reads a file of RDF, and only that file: what it refers to elsewhere is not fetched. */
final class RdfFile {
  private RdfFile() {}

  /**
   * The statements of a file; those without a graph get one of the file's name, and blank nodes get
   * IRIs.
   *
   * @throws Refusal 415 if the name tells of no RDF, 400 if the file cannot be read
   */
  static List<Quad> read(Uploads.Upload upload, String baseIri) throws IOException {
    Lang lang = RDFLanguages.filenameToLang(upload.name());
    if (lang == null || !(RDFLanguages.isTriples(lang) || RDFLanguages.isQuads(lang))) {
      throw new Refusal(
          415,
          "unsupported-media-type",
          "'"
              + upload.name()
              + "' is neither CSV nor RDF by its ending (.ttl, .trig, .jsonld ...).");
    }
    Skolemised quads = new Skolemised(baseIri);
    try (InputStream content = upload.file().content()) {
      RDFParser.source(content)
          .lang(lang)
          .base(baseIri)
          .set(LangJSONLD11.JSONLD_OPTIONS, withoutNetwork())
          .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
          .parse(quads);
    } catch (RiotException e) {
      throw new Refusal(
          400, "unreadable-file", "'" + upload.path() + "' cannot be read: " + e.getMessage());
    }
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
  private static final class Skolemised extends StreamRDFBase {
    private final List<Quad> found = new ArrayList<>();
    private final String baseIri;
    private final Node graph;

    Skolemised(String baseIri) {
      this.baseIri = baseIri;
      this.graph = NodeFactory.createURI(baseIri + "graph/validated");
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
          ? NodeFactory.createURI(baseIri + ".well-known/genid/" + node.getBlankNodeLabel())
          : node;
    }
  }
}
