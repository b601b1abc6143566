package io.controlgraph.api;

import io.controlgraph.api.openapi.Input;
import io.controlgraph.api.openapi.Operation;
import io.controlgraph.packaged.PackagedFiles;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** The files of the page, from the class path. */
final class WebFiles implements Routes {
  private static final String GROUP = "Page";
  private static final String INDEX = "index.html";

  /** The views of the page; each can be opened by its address. */
  private static final List<String> VIEWS =
      List.of(
          "framework",
          "cell",
          "trace",
          "explore",
          "what-if",
          "gaps",
          "questions",
          "editor",
          "import",
          "history",
          "terms");

  /** No dots but the one before the ending, so that no path leads out of the folder. */
  private static final Pattern PATH =
      Pattern.compile("(?:[a-z0-9-]+/)*[a-z0-9-]+\\.(?:html|js|css|svg)");

  private final StaticFiles files = new StaticFiles();

  private final String policy = PagePolicy.letting(PackagedFiles.text("web/" + INDEX));

  @Override
  public void addTo(Api api) {
    api.on(page("/", "getPage", "The page, for people"), this::sendPage);
    for (String view : VIEWS) {
      api.on(
          page("/" + view, "getPageOf-" + view, "The page, opened at '" + view + "'"),
          this::sendPage);
    }
    api.on(
        Operation.get("/web/<path>", "getPageFile", GROUP, "A file of the page")
            .takes(Input.path("path", "The file's path."))
            .tagged()
            .gives(200, "The file.", List.of("text/javascript", "text/css", "image/svg+xml")),
        ctx -> send(ctx, ctx.pathParam("path")));
  }

  private static Operation page(String path, String id, String summary) {
    return Operation.get(path, id, GROUP, summary)
        .lenient()
        .tagged()
        .gives(200, "The page.", List.of("text/html"));
  }

  private void sendPage(Context ctx) throws IOException {
    send(ctx, INDEX);
    ctx.header("Content-Security-Policy", policy);
  }

  private void send(Context ctx, String path) throws IOException {
    if (!PATH.matcher(path).matches()) {
      throw StaticFiles.missing(ctx);
    }
    files.send(ctx, "web/" + path);
  }
}
