package io.controlgraph.api;

import io.controlgraph.security.Refusal;
import io.controlgraph.sparql.EntityTag;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Swagger UI from its WebJar, with this server's description loaded. */
final class TryPage {
  /** The version is that of the dependency in pom.xml. */
  private static final String FOLDER = "META-INF/resources/webjars/swagger-ui/5.32.0/";

  /** The files that the page asks for, and nothing else of the WebJar. */
  private static final Map<String, String> FILES =
      Map.of(
          "swagger-ui.css", "text/css; charset=utf-8",
          "swagger-ui-bundle.js", "text/javascript; charset=utf-8",
          "favicon-32x32.png", "image/png");

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

  void send(Context ctx) {
    ctx.contentType("text/html; charset=utf-8")
        .header("Content-Security-Policy", POLICY)
        .header("Cache-Control", "no-cache")
        .result(PAGE);
  }

  void sendFile(Context ctx) throws IOException {
    String file = ctx.pathParam("file");
    String type = file.equals(START_FILE) ? FILES.get("swagger-ui-bundle.js") : FILES.get(file);
    if (type == null) {
      throw new Refusal(404, "not-found", "There is nothing at " + ctx.path() + ".");
    }
    byte[] content = content(file);
    String tag = EntityTag.of(content);
    if (!EntityTag.isAnswered(ctx, tag)) {
      ctx.contentType(type).result(content);
    }
    ctx.header("ETag", tag)
        .header("Cache-Control", "no-cache")
        .header("Vary", "Accept-Encoding, Origin");
  }

  private byte[] content(String file) throws IOException {
    if (file.equals(START_FILE)) {
      return START.getBytes(StandardCharsets.UTF_8);
    }
    try (InputStream in = TryPage.class.getClassLoader().getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IOException("The class path has no " + FOLDER + file);
      }
      return in.readAllBytes();
    }
  }
}
