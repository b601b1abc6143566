package io.controlgraph.sparql;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.input.ReaderInputStream;
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
   * @throws RiotException if it is no RDF of that language, with the place, or not encoded in
   *     UTF-8; RDF/XML says itself how it is encoded
   */
  public static List<Quad> read(
      InputStream content, Lang lang, String base, String baseIri, Node graph) {
    Collector quads = new Collector(baseIri, graph);
    try {
      RDFParser.source(lang.equals(Lang.RDFXML) ? content : utf8(content))
          .lang(lang)
          .base(base)
          .set(LangJSONLD11.JSONLD_OPTIONS, withoutNetwork())
          .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
          .parse(quads);
    } catch (RuntimeException e) {
      throw isOfEncoding(e) ? new RiotException("It is not encoded as UTF-8.", e) : e;
    }
    return quads.found;
  }

  private static boolean isOfEncoding(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CharacterCodingException) {
        return true;
      }
    }
    return false;
  }

  /** The same octets, as long as they are UTF-8; parsers put other letters for what is not. */
  private static InputStream utf8(InputStream content) {
    try {
      return ReaderInputStream.builder()
          .setReader(new InputStreamReader(content, StandardCharsets.UTF_8.newDecoder()))
          .setCharset(StandardCharsets.UTF_8)
          .get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
