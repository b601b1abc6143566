package io.controlgraph.api;

import io.controlgraph.packaged.PackagedFiles;
import io.controlgraph.security.Refusal;
import io.javalin.http.Context;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends files of the class path. Each is read and tagged once, since it stays the same while a
 * server runs; whoever sends them sees to it that a path names nothing else.
 */
final class StaticFiles {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "mjs", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png");

  private final Map<String, StaticFile> read = new ConcurrentHashMap<>();

  /**
   * Sends a file, or that what the client has of it is still the same.
   *
   * @param path its path on the class path; its ending tells what it is
   * @throws Refusal 404 if there is none
   */
  void send(Context ctx, String path) throws IOException {
    StaticFile file = read.get(path);
    if (file == null) {
      file = read(ctx, path);
      read.put(path, file);
    }
    file.send(ctx);
  }

  private static StaticFile read(Context ctx, String path) throws IOException {
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    if (type == null) {
      throw missing(ctx);
    }
    try (InputStream in = PackagedFiles.open(path)) {
      return new StaticFile(in.readAllBytes(), type);
    } catch (FileNotFoundException e) {
      throw missing(ctx);
    }
  }

  /** There is nothing at the address that was asked for. */
  static Refusal missing(Context ctx) {
    return new Refusal(404, "not-found", "There is nothing at " + ctx.path() + ".");
  }
}
