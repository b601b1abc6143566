package io.controlgraph.api;

import io.controlgraph.api.openapi.Operation;
import io.controlgraph.packaged.PackagedFiles;
import io.controlgraph.sparql.EntityTag;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;

/**
 * What belongs to the ontology and stands in no graph: its JSON-LD context, and the shapes that
 * records are held against. They say nothing of anybody, so pages of other sites may read them, and
 * caches may keep them for a day.
 */
final class OntologyFiles implements Routes {
  private static final String CONTEXT = "/ontology/context.jsonld";
  private static final String SHAPES = "/ontology/shapes";
  private static final String JSON_LD = "application/ld+json";

  @Override
  public void addTo(Api api) {
    byte[] shapes = PackagedFiles.bytes("ontology/shapes.ttl");
    add(
        api,
        CONTEXT,
        "getContext",
        "The JSON-LD context of the ontology",
        JSON_LD,
        PackagedFiles.bytes("ontology/context.jsonld"));
    add(api, SHAPES + ".ttl", "getShapes", "The SHACL shapes of records", "text/turtle", shapes);
    add(
        api,
        SHAPES + ".jsonld",
        "getShapesAsJsonLd",
        "The SHACL shapes of records in JSON-LD",
        JSON_LD,
        expanded(shapes));
  }

  /** Whether pages of any site may read what is at a path. */
  static boolean isForAll(String path) {
    return path.equals(CONTEXT) || path.startsWith(SHAPES + ".");
  }

  private static void add(
      Api api, String path, String id, String summary, String mediaType, byte[] bytes) {
    String tag = EntityTag.of(bytes);
    api.on(
        Operation.get(path, id, "Linked data", summary)
            .tagged()
            .gives(200, "The file.", List.of(mediaType)),
        ctx -> send(ctx, bytes, mediaType, tag));
  }

  private static void send(Context ctx, byte[] bytes, String mediaType, String tag) {
    if (!EntityTag.isAnswered(ctx, tag)) {
      ctx.contentType(mediaType).result(bytes);
    }
    ctx.header("ETag", tag)
        .header("Cache-Control", "public, max-age=86400")
        .header("Vary", "Accept-Encoding")
        .header("Access-Control-Allow-Origin", "*")
        .header("Cross-Origin-Resource-Policy", "cross-origin");
  }

  /** With whole IRIs and without a context, so that a page reads it without a library. */
  private static byte[] expanded(byte[] turtle) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RDFWriter.source(RDFParser.source(new ByteArrayInputStream(turtle)).lang(Lang.TURTLE).toGraph())
        .format(RDFFormat.JSONLD11_PLAIN)
        .output(out);
    return out.toByteArray();
  }
}
