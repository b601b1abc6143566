package io.controlgraph.sparql;

import io.controlgraph.security.Limits;
import io.controlgraph.security.Refusal;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/** The RDF in the body of a request: of one media type, or files of a form. */
final class RdfBody {
  private static final String MULTIPART = "multipart/form-data";
  private static final String ACCEPTED =
      "text/turtle, application/n-triples, application/ld+json, application/rdf+xml";

  private static final Set<Lang> LANGUAGES =
      Set.of(Lang.TURTLE, Lang.NTRIPLES, Lang.JSONLD, Lang.JSONLD11, Lang.RDFXML);

  private final String baseIri;
  private final Limits limits;

  RdfBody(String baseIri, Limits limits) {
    this.baseIri = baseIri;
    this.limits = limits;
  }

  /**
   * The statements, all in {@code graph}.
   *
   * @throws Refusal 415 for another media type, charset or coding, 413 if there is too much, 400 if
   *     it cannot be read or names graphs of its own
   */
  List<Quad> read(Context ctx, Node graph) throws IOException {
    RequestReader.refuseCoding(ctx);
    if (RequestReader.mediaType(ctx.contentType()).equals(MULTIPART)) {
      if (ctx.uploadedFiles().isEmpty()) {
        throw new Refusal(400, "missing-file", "The form has no file.");
      }
      List<Quad> all = new ArrayList<>();
      for (UploadedFile file : ctx.uploadedFiles()) {
        RequestReader.requireUtf8(file.contentType());
        Lang lang = lang(RequestReader.mediaType(file.contentType()));
        Lang byName = RDFLanguages.filenameToLang(file.filename());
        try (InputStream content = file.content()) {
          all.addAll(read(content, lang == null ? byName : lang, file.filename(), graph));
        }
      }
      return all;
    }
    RequestReader.requireUtf8(ctx.contentType());
    String type = RequestReader.mediaType(ctx.contentType());
    try (InputStream content = bounded(ctx.bodyInputStream())) {
      return read(content, lang(type), type, graph);
    }
  }

  private List<Quad> read(InputStream content, @Nullable Lang lang, String what, Node graph) {
    if (lang == null || !LANGUAGES.contains(lang)) {
      throw new Refusal(
              415,
              "unsupported-media-type",
              "A graph is sent as " + ACCEPTED + ", not as '" + what + "'.")
          .withHeader("Accept-Post", ACCEPTED)
          .withHeader("Accept-Patch", "application/sparql-update");
    }
    List<Quad> quads;
    try {
      quads = RdfReader.read(content, lang, graph.getURI(), baseIri, graph);
    } catch (RiotException e) {
      throw new Refusal(400, "unreadable-rdf", "The RDF cannot be read: " + e.getMessage());
    } catch (StackOverflowError e) {
      throw new Refusal(400, "unreadable-rdf", "The RDF is nested too deeply.");
    }
    for (Quad quad : quads) {
      if (!quad.getGraph().equals(graph)) {
        throw new Refusal(
            400,
            "bad-graph",
            "What is sent for one graph names another: <" + quad.getGraph().getURI() + ">.");
      }
    }
    return quads;
  }

  private InputStream bounded(InputStream body) throws IOException {
    return BoundedInputStream.builder()
        .setInputStream(body)
        .setMaxCount(limits.uploadBytes() + 1)
        .setOnMaxCount(
            (most, count) -> {
              throw new Refusal(
                  413,
                  "upload-too-large",
                  "A graph may have " + limits.uploadBytes() + " bytes at most.");
            })
        .get();
  }

  private static @Nullable Lang lang(String mediaType) {
    return RDFLanguages.contentTypeToLang(mediaType);
  }
}
