package io.controlgraph.api;

import io.controlgraph.api.openapi.Operation;
import io.controlgraph.packaged.PackagedFiles;
import io.controlgraph.sparql.EntityTag;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The JSON-LD context of the ontology. It says nothing of anybody, so pages of other sites may read
 * it, and caches may keep it for a day.
 */
final class ContextRoutes implements Routes {
  static final String PATH = "/ontology/context.jsonld";

  private static final String MEDIA_TYPE = "application/ld+json";
  private static final String FILE = "ontology/context.jsonld";

  private final byte[] content;
  private final String tag;

  ContextRoutes() {
    try (InputStream file = PackagedFiles.open(FILE)) {
      this.content = file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.tag = EntityTag.of(content);
  }

  @Override
  public void addTo(Api api) {
    api.on(
        Operation.get(PATH, "getContext", "Linked data", "The JSON-LD context of the ontology")
            .tagged()
            .gives(200, "The context.", List.of(MEDIA_TYPE)),
        this::send);
  }

  private void send(Context ctx) {
    if (!EntityTag.isAnswered(ctx, tag)) {
      ctx.contentType(MEDIA_TYPE).result(content);
    }
    ctx.header("ETag", tag)
        .header("Cache-Control", "public, max-age=86400")
        .header("Vary", "Accept-Encoding")
        .header("Access-Control-Allow-Origin", "*")
        .header("Cross-Origin-Resource-Policy", "cross-origin");
  }
}
