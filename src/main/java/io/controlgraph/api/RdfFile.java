package io.controlgraph.api;

import io.controlgraph.security.Refusal;
import io.controlgraph.sparql.RdfReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RiotException;
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
    Node graph = NodeFactory.createURI(baseIri + "graph/validated");
    try (InputStream content = upload.file().content()) {
      return RdfReader.read(content, lang, baseIri, baseIri, graph);
    } catch (RiotException e) {
      throw new Refusal(
          400, "unreadable-file", "'" + upload.path() + "' cannot be read: " + e.getMessage());
    }
  }
}
