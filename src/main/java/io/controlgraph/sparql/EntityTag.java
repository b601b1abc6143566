package io.controlgraph.sparql;

import io.controlgraph.security.Refusal;
import io.javalin.http.Context;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Entity tags, and the conditions that requests put on them (RFC 9110, section 13). A tag is made
 * of the store's revision, the address and the format, so a change of any graph changes those of
 * all: a condition may fail needlessly, and never holds wrongly.
 */
public final class EntityTag {
  private EntityTag() {}

  /** The tag of what an address gives in a format. */
  public static String of(long revision, String address, String mediaType) {
    return "\"" + revision + "." + Integer.toHexString((address + mediaType).hashCode()) + "\"";
  }

  /** Answers 304 if the client has just this already, and says whether it did. */
  public static boolean isAnswered(Context ctx, String tag) {
    boolean known = lists(ctx.header("If-None-Match"), tag);
    if (known) {
      ctx.status(304).header("ETag", tag);
      ctx.header("Vary", "Accept, Accept-Encoding").header("Cache-Control", "no-cache");
    }
    return known;
  }

  /**
   * Holds a write to the conditions of its request.
   *
   * @param exists whether the graph is there now
   * @throws Refusal 412 if they do not hold
   */
  static void check(Context ctx, long revision, boolean exists) {
    String match = ctx.header("If-Match");
    if (match != null && !(exists && holds(match, revision))) {
      throw failed("The graph is not as the request takes it to be.");
    }
    String noneMatch = ctx.header("If-None-Match");
    if (noneMatch != null && exists && holds(noneMatch.replace("W/", ""), revision)) {
      throw failed("The graph is there already.");
    }
  }

  private static Refusal failed(String why) {
    return new Refusal(412, "precondition-failed", why + " Read it again.");
  }

  /** In whatever format it was read. */
  private static boolean holds(String tags, long revision) {
    return tags.strip().equals("*")
        || Arrays.stream(tags.split(",", -1))
            .anyMatch(tag -> tag.strip().startsWith("\"" + revision + "."));
  }

  private static boolean lists(@Nullable String tags, String tag) {
    return tags != null
        && (tags.strip().equals("*")
            || Arrays.stream(tags.split(",", -1))
                .map(each -> each.strip().replaceFirst("^W/", ""))
                .anyMatch(tag::equals));
  }
}
