package io.controlgraph.sparql;

import io.javalin.http.Context;
import java.util.regex.Pattern;

/** What caches are told about answers that change with the graph (RFC 9111). */
public final class Freshness {
  /** The header with the number of the revision that an answer was made of. */
  public static final String REVISION = "ControlGraph-Revision";

  private static final Pattern NO_CACHE =
      Pattern.compile("(?:^|,)\\s*no-cache\\s*(?:,|$)", Pattern.CASE_INSENSITIVE);

  private Freshness() {}

  /** The answer may be kept by its reader, who asks each time whether it still holds. */
  public static void mark(Context ctx) {
    ctx.header("Cache-Control", "private, no-cache")
        .header("Vary", "Accept, Accept-Encoding, Origin");
  }

  /** Whether the client wants no answer that was kept (RFC 9111, section 5.2.1.4). */
  public static boolean isAskedAnew(Context ctx) {
    String given = ctx.header("Cache-Control");
    return given != null && NO_CACHE.matcher(given).find();
  }
}
