package io.controlgraph.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Swagger UI from its WebJar, with this server's description loaded. */
final class TryPage {
  /** The version is that of the dependency in pom.xml. */
  private static final String FOLDER = "META-INF/resources/webjars/swagger-ui/5.32.0/";

  /** The files that the page asks for, and nothing else of the WebJar. */
  private static final Set<String> FILES =
      Set.of("swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png");

  /** Swagger UI sets styles on its elements, and draws icons from data addresses. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors"
          + " 'none'";

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>ControlGraph API</title>
      <link rel="icon" href="/api/ui/favicon-32x32.png">
      <link rel="stylesheet" href="/api/ui/swagger-ui.css">
      </head>
      <body>
      <div id="swagger-ui"></div>
      <script src="/api/ui/swagger-ui-bundle.js"></script>
      <script src="/api/ui/start.js"></script>
      </body>
      </html>
      """;

  private static final String START =
      """
      const dark = matchMedia("(prefers-color-scheme: dark)");
      const follow = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
      dark.addEventListener("change", follow);
      follow();
      window.ui = SwaggerUIBundle({
        url: "/openapi.json",
        dom_id: "#swagger-ui",
        deepLinking: true,
        docExpansion: "none",
        filter: true,
        validatorUrl: null
      });
      """;

  private static final String START_FILE = "start.js";

  private final StaticFiles files = new StaticFiles();
  private final StaticFile start =
      new StaticFile(START.getBytes(StandardCharsets.UTF_8), "text/javascript; charset=utf-8");

  void send(Context ctx) {
    ctx.contentType("text/html; charset=utf-8")
        .header("Content-Security-Policy", POLICY)
        .header("Cache-Control", "no-cache")
        .result(PAGE);
  }

  void sendFile(Context ctx) throws IOException {
    String file = ctx.pathParam("file");
    if (file.equals(START_FILE)) {
      start.send(ctx);
    } else if (FILES.contains(file)) {
      files.send(ctx, FOLDER + file);
    } else {
      throw StaticFiles.missing(ctx);
    }
  }
}
