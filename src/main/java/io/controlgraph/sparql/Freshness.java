package io.controlgraph.sparql;

import io.javalin.http.Context;

/** What caches are told about answers that change with the graph (RFC 9111). */
public final class Freshness {
  /** The header with the number of the revision that an answer was made of. */
  public static final String REVISION = "ControlGraph-Revision";

  private Freshness() {}

  /** The answer may be kept by its reader, who asks each time whether it still holds. */
  public static void mark(Context ctx) {
    ctx.header("Cache-Control", "private, no-cache")
        .header("Vary", "Accept, Accept-Encoding, Origin");
  }
}
