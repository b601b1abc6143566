package io.controlgraph.sparql;

import io.javalin.http.Context;

/** What caches are told about answers that change with the graph (RFC 9111). */
public final class Freshness {
  private Freshness() {}

  /** The answer may be kept by its reader, who asks each time whether it still holds. */
  public static void mark(Context ctx) {
    ctx.header("Cache-Control", "private, no-cache")
        .header("Vary", "Accept, Accept-Encoding, Origin");
  }
}
