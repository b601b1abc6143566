package io.controlgraph.api;

import io.controlgraph.api.openapi.Input;
import io.controlgraph.api.openapi.Operation;
import io.controlgraph.ingest.ImportOptions;
import io.controlgraph.ingest.ImportOutcome;
import io.controlgraph.ingest.ImportReport;
import io.controlgraph.ingest.Importer;
import io.controlgraph.ingest.Progress;
import io.controlgraph.ingest.SourceFile;
import io.controlgraph.security.Refusal;
import io.controlgraph.sparql.Parameters;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files in; one revision or none out. */
final class ImportRoutes implements Routes {
  private static final String NOBODY = "unknown";

  private final Importer importer;

  ImportRoutes(Importer importer) {
    this.importer = importer;
  }

  @Override
  public void addTo(Api api) {
    api.on(
        Operation.of("POST", "/api/v1/imports", "importFiles", "Files", "Take files in")
            .guarded()
            .takes(
                Input.text("org", "The id of the organisation whose data the files hold."),
                Input.texts(
                    "as",
                    "The kind of the rows, where the files' names do not say it: once for all"
                        + " files, or once a file in their order."),
                Input.flag("replace", "What the files no longer say goes."),
                Input.flag("dryRun", "Only the report; nothing is written."),
                Input.text("author", "Who imports, for the history."),
                Input.text("message", "Why, for the history."))
            .sends("multipart/form-data", Uploads.SCHEMA)
            .givesJson(
                200,
                "The report of a dry run, or that nothing changed; as lines, the progress too.",
                ImportReport.class,
                ProgressLines.MEDIA_TYPE)
            .givesJson(201, "What was imported, as one revision.", ImportReport.class),
        this::run);
  }

  private void run(Context ctx) throws IOException {
    Parameters parameters = Parameters.parse(ctx.queryString());
    ImportOptions options =
        new ImportOptions(
            or(parameters.one("author"), NOBODY),
            or(parameters.one("message"), "Import"),
            parameters.flag("replace"),
            parameters.flag("dryRun"));
    String organisation = parameters.one("org");
    List<SourceFile> files = sources(Uploads.of(ctx), organisation, parameters.all("as"));
    if (String.valueOf(ctx.header("Accept")).contains(ProgressLines.MEDIA_TYPE)) {
      ProgressLines.send(ctx, progress -> importer.run(files, options, progress));
    } else {
      answer(ctx, importer.run(files, options, Progress.NONE));
    }
  }

  /**
   * @throws Refusal 400 if there are several kinds, and not as many as files
   */
  private static List<SourceFile> sources(
      List<Uploads.Upload> uploads, @Nullable String organisation, List<String> kinds) {
    if (kinds.size() > 1 && kinds.size() != uploads.size()) {
      throw new Refusal(
          400,
          "bad-parameter",
          "The parameter 'as' is given once for all files, or once a file; here are %d for %d."
              .formatted(kinds.size(), uploads.size()));
    }
    List<SourceFile> files = new ArrayList<>();
    for (Uploads.Upload upload : uploads) {
      String kind = kinds.isEmpty() ? null : kinds.get(kinds.size() > 1 ? files.size() : 0);
      files.add(upload.asSource(organisation, kind));
    }
    return files;
  }

  private static void answer(Context ctx, ImportOutcome outcome) {
    ImportReport report = outcome.report();
    if (outcome instanceof ImportOutcome.Rejected) {
      Problems.send(ctx, rejection(report));
    } else if (outcome instanceof ImportOutcome.Imported && report.revision() != null) {
      String revision = String.valueOf(report.revision());
      ctx.header("Location", "/api/v1/revisions/" + revision);
      Json.send(ctx.header("ControlGraph-Revision", revision), 201, "application/json", report);
    } else {
      Json.send(ctx, report);
    }
  }

  private static Problem rejection(ImportReport report) {
    long count = report.errors().size() + report.furtherErrors();
    return Problem.of(
            422,
            "import-rejected",
            (count == 1 ? "One error" : count + " errors") + "; nothing was imported.")
        .with("errors", report.errors())
        .with("more", report.furtherErrors())
        .with("files", report.files())
        .with("passedOver", report.passedOver());
  }

  private static String or(@Nullable String given, String otherwise) {
    return given == null || given.isBlank() ? otherwise : given;
  }
}
