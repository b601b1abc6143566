package io.controlgraph.api;

import io.controlgraph.ingest.SourceFile;
import io.controlgraph.security.Refusal;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of a multipart request. */
final class Uploads {
  /** The form in which they are sent. */
  static final Map<String, Object> SCHEMA =
      Map.of(
          "type",
          "object",
          "required",
          List.of("file"),
          "properties",
          Map.of(
              "file",
              Map.of("type", "array", "items", Map.of("type", "string", "format", "binary"))));

  private Uploads() {}

  /**
   * A file as it was sent.
   *
   * @param folder the folder the sender names it in, if any
   * @param name its name without folders
   */
  record Upload(@Nullable String folder, String name, UploadedFile file) {

    private static Upload of(UploadedFile file) {
      String[] path = file.filename().replace('\\', '/').split("/", -1);
      String name = path[path.length - 1];
      String folder = path.length > 1 ? path[path.length - 2] : "";
      boolean named = !folder.isEmpty() && !folder.equals(".") && !folder.equals("..");
      return new Upload(named ? folder : null, name, file);
    }

    /**
     * The file for an importer.
     *
     * @param organisation whose data it holds; null takes the folder's name
     * @param kind the kind of its rows; null lets the name say it
     */
    SourceFile asSource(@Nullable String organisation, @Nullable String kind) {
      return new SourceFile(
          name, organisation == null ? folder : organisation, kind, file::content);
    }

    /** The folder and the name. */
    String path() {
      return folder == null ? name : folder + "/" + name;
    }
  }

  /**
   * The parts named {@code file}.
   *
   * @throws Refusal 415 for another media type, 400 without a file
   */
  static List<Upload> of(Context ctx) {
    if (!ctx.isMultipartFormData()) {
      throw new Refusal(
              415,
              "unsupported-media-type",
              "Files are posted as multipart/form-data, in parts named 'file'.")
          .withHeader("Accept-Post", "multipart/form-data");
    }
    List<Upload> uploads = ctx.uploadedFiles("file").stream().map(Upload::of).toList();
    if (uploads.isEmpty()) {
      throw new Refusal(400, "missing-file", "The request has no part named 'file'.");
    }
    return uploads;
  }
}
