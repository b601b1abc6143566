package io.controlgraph.api;

import io.controlgraph.api.openapi.Input;
import io.controlgraph.api.openapi.OpenApi;
import io.controlgraph.api.openapi.Operation;
import io.controlgraph.sparql.AskedAddress;
import io.controlgraph.sparql.EntityTag;
import io.controlgraph.sparql.Freshness;
import io.javalin.http.Context;
import java.util.List;

/** The API's description of itself, and a page on which it can be tried. */
final class OpenApiRoutes implements Routes {
  private static final String PATH = "/openapi.json";
  private static final String MEDIA_TYPE = "application/json";
  private static final String GROUP = "Description";

  private final TryPage page = new TryPage();

  @Override
  public void addTo(Api api) {
    api.on(
        Operation.get(PATH, "getOpenApi", GROUP, "This description, in OpenAPI 3.1")
            .tagged()
            .gives(200, "The description.", List.of(MEDIA_TYPE)),
        ctx -> describe(ctx, api));
    api.on(
        Operation.get("/api", "getTryPage", GROUP, "A page to try the API on")
            .gives(200, "The page.", List.of("text/html")),
        page::send);
    api.on(
        Operation.get("/api/ui/{file}", "getTryPageFile", GROUP, "A file of that page")
            .takes(Input.path("file", "The file's name."))
            .tagged()
            .gives(200, "The file.", List.of("text/javascript", "text/css", "image/png")),
        page::sendFile);
  }

  /** It changes with the version of the server only. */
  private static void describe(Context ctx, Api api) {
    byte[] document = Json.bytes(OpenApi.of(AskedAddress.of(ctx), api.operations()));
    String tag = EntityTag.of(document);
    Freshness.mark(ctx);
    if (!EntityTag.isAnswered(ctx, tag)) {
      ctx.header("ETag", tag).contentType(MEDIA_TYPE).result(document);
    }
  }
}
