package io.controlgraph.api;

import io.controlgraph.api.openapi.Input;
import io.controlgraph.api.openapi.Operation;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The scripts and styles of others that the page uses, from their WebJars on the class path. */
final class LibraryFiles implements Routes {
  private static final String FOLDER = "META-INF/resources/webjars/";

  /** What the page calls a library, and its folder with the version, which the pom names too. */
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "lit", "lit/3.3.2",
          "lit-html", "lit-html/3.3.2",
          "lit-element", "lit-element/4.2.2",
          "reactive-element", "lit__reactive-element/2.1.2",
          "cytoscape", "cytoscape/3.33.1/dist",
          "d3-dispatch", "d3-dispatch/3.0.1/dist",
          "d3-force", "d3-force/3.0.0/dist",
          "d3-quadtree", "d3-quadtree/3.0.1/dist",
          "d3-timer", "d3-timer/3.0.1/dist",
          "yasgui", "zazuko__yasgui/4.5.0/build");

  /** No part begins with a dot, so that no path leads out of a folder. */
  private static final Pattern PATH =
      Pattern.compile(
          "(?<library>[a-z0-9-]+)/(?<file>(?:[a-z0-9-]+/)*[a-z0-9-][a-z0-9.-]*\\.(?:m?js|css))");

  private final StaticFiles files = new StaticFiles();

  @Override
  public void addTo(Api api) {
    api.on(
        Operation.get(
                "/lib/<path>", "getLibraryFile", "Page", "A file that the page takes from others")
            .takes(Input.path("path", "The library and the path of the file in it."))
            .tagged()
            .gives(200, "The file.", List.of("text/javascript", "text/css")),
        this::send);
  }

  private void send(Context ctx) throws IOException {
    Matcher path = PATH.matcher(ctx.pathParam("path"));
    String folder = path.matches() ? LIBRARIES.get(path.group("library")) : null;
    if (folder == null) {
      throw StaticFiles.missing(ctx);
    }
    files.send(ctx, FOLDER + folder + "/" + path.group("file"));
  }
}
