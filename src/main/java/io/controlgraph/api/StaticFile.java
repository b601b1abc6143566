package io.controlgraph.api;

import io.controlgraph.sparql.EntityTag;
import io.javalin.http.Context;

/** A file with its tag, which a client may keep as long as it asks whether it is still the same. */
final class StaticFile {
  private final byte[] content;
  private final String type;
  private final String tag;

  StaticFile(byte[] content, String type) {
    this.content = content;
    this.type = type;
    this.tag = EntityTag.of(content);
  }

  void send(Context ctx) {
    if (!EntityTag.isAnswered(ctx, tag)) {
      ctx.contentType(type).result(content);
    }
    ctx.header("ETag", tag)
        .header("Cache-Control", "no-cache")
        .header("Vary", "Accept-Encoding, Origin");
  }
}
