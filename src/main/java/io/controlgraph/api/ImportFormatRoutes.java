package io.controlgraph.api;

import io.controlgraph.api.openapi.Input;
import io.controlgraph.api.openapi.Operation;
import io.controlgraph.ingest.csv.Kind;
import io.controlgraph.ingest.csv.Kinds;
import io.controlgraph.ingest.csv.Templates;
import io.controlgraph.security.Refusal;
import io.controlgraph.sparql.EntityTag;
import io.controlgraph.sparql.Parameters;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What files an import takes, and empty ones to begin with. The same whatever is in the graph. */
final class ImportFormatRoutes implements Routes {
  static final String PATH = "/api/v1/imports/format";
  static final String TEMPLATES = "/api/v1/imports/templates/";

  private static final String GROUP = "Files";
  private static final String JSON = "application/json";
  private static final String CSV = "text/csv";

  @Override
  public void addTo(Api api) {
    api.on(
        Operation.get(PATH, "getImportFormat", GROUP, "The kinds of file and their columns")
            .tagged()
            .givesJson(200, "The import format.", ImportFormat.class),
        ctx -> send(ctx, JSON, Json.bytes(ImportFormat.of(Kinds.shipped()))));
    api.on(
        Operation.get(TEMPLATES + "{kind}.csv", "getTemplate", GROUP, "An empty sheet of a kind")
            .takes(
                Input.path("kind", "The kind of file, such as risks."),
                Input.flag("filled", "With a row that shows what goes where."))
            .tagged()
            .gives(200, "The sheet.", List.of(CSV)),
        this::template);
  }

  private void template(Context ctx) {
    Kind kind = Kinds.shipped().find(ctx.pathParam("kind"));
    if (kind == null) {
      throw new Refusal(
          404,
          "no-such-kind",
          "There is no kind of file '%s'; %s lists them.".formatted(ctx.pathParam("kind"), PATH));
    }
    boolean filled = Parameters.parse(ctx.queryString()).flag("filled");
    String sheet = filled ? Templates.withExample(kind) : Templates.of(kind);
    ctx.header("Content-Disposition", "attachment; filename=\"" + kind.name() + ".csv\"");
    send(ctx, CSV + "; charset=utf-8", sheet.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(Context ctx, String mediaType, byte[] content) {
    String tag = EntityTag.of(content);
    if (!EntityTag.isAnswered(ctx, tag)) {
      ctx.contentType(mediaType).result(content);
    }
    ctx.header("ETag", tag).header("Cache-Control", "no-cache").header("Vary", "Accept-Encoding");
  }
}
