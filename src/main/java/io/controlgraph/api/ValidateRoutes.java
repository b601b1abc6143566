package io.controlgraph.api;

import io.controlgraph.api.openapi.Input;
import io.controlgraph.api.openapi.Operation;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Preview;
import io.controlgraph.graph.ShapeReport;
import io.controlgraph.ingest.ImportOptions;
import io.controlgraph.ingest.Importer;
import io.controlgraph.ingest.Progress;
import io.controlgraph.ingest.RowError;
import io.controlgraph.ingest.SourceFile;
import io.controlgraph.sparql.Parameters;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/** Holds files against the shapes, together with what is in the graph, and writes nothing. */
final class ValidateRoutes implements Routes {
  private final GraphStore store;
  private final Importer importer;

  ValidateRoutes(GraphStore store, Importer importer) {
    this.store = store;
    this.importer = importer;
  }

  @Override
  public void addTo(Api api) {
    api.on(
        Operation.of("POST", "/api/v1/validate", "validate", "Files", "Hold files against shapes")
            .guarded()
            .takes(
                Input.text("org", "The id of the organisation whose data the files hold."),
                Input.text("as", "The kind of the rows, where the files' names do not say it."))
            .sends("multipart/form-data", Uploads.SCHEMA)
            .givesJson(200, "Whether they conform, and what does not.", Result.class),
        this::validate);
  }

  private void validate(Context ctx) throws IOException {
    Parameters parameters = Parameters.parse(ctx.queryString());
    List<Uploads.Upload> uploads = Uploads.of(ctx);
    List<Violation> violations = new ArrayList<>();
    List<SourceFile> tables = new ArrayList<>();
    List<Quad> quads = new ArrayList<>();
    for (Uploads.Upload upload : uploads) {
      if (upload.name().toLowerCase(Locale.ROOT).endsWith(".csv")) {
        tables.add(upload.asSource(parameters.one("org"), parameters.one("as")));
      } else {
        quads.addAll(RdfFile.read(upload, store.baseIri()));
      }
    }
    if (!tables.isEmpty()) {
      ImportOptions dry = ImportOptions.of("validate", "Validate").dry();
      importer
          .run(tables, dry, Progress.NONE)
          .report()
          .errors()
          .forEach(error -> violations.add(Violation.of(error)));
    }
    if (!quads.isEmpty()) {
      Preview preview = store.preview(transaction -> quads.forEach(transaction::add));
      preview.report().violations().forEach(each -> violations.add(Violation.of(each)));
    }
    Json.send(ctx, new Result(violations.isEmpty(), violations));
  }

  private record Result(boolean conforms, List<Violation> violations) {}

  /** A broken shape, or a cell that cannot be read. */
  private record Violation(
      @Nullable String focus,
      @Nullable String path,
      @Nullable String value,
      String message,
      @Nullable String file,
      @Nullable Long row) {

    static Violation of(ShapeReport.Violation broken) {
      Node value = broken.value();
      return new Violation(
          broken.focus().toString(),
          broken.path(),
          value == null
              ? null
              : value.isLiteral() ? value.getLiteralLexicalForm() : value.toString(),
          broken.message(),
          null,
          null);
    }

    static Violation of(RowError error) {
      return new Violation(
          null,
          error.column(),
          null,
          error.message(),
          error.file(),
          error.row() > 0 ? error.row() : null);
    }
  }
}
