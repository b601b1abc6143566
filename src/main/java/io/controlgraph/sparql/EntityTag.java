package io.controlgraph.sparql;

import io.controlgraph.graph.Capability;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Revision;
import io.controlgraph.security.Refusal;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Entity tags, and the conditions that requests put on them (RFC 9110, section 13). A tag is made
 * of the store's revision with its hash, the run of the server, the address, the format and the
 * coding, so a change of any graph changes those of all: a condition may fail needlessly, and never
 * holds wrongly.
 */
public final class EntityTag {
  private static final int HASH_DIGITS = 12;

  /** Tells this run from others, whose questions or code may have been different. */
  private static final String START = UUID.randomUUID().toString();

  private EntityTag() {}

  /**
   * The tag of what the address asked gives in a format and in the coding that is accepted. Where
   * the store has no revisions, each answer has a tag of its own, so that none is taken for
   * current.
   */
  public static String of(Context ctx, GraphStore store, String mediaType) {
    return of(ctx, store, mediaType, "");
  }

  /** The same of an answer that depends on something else that the address does not tell. */
  public static String of(Context ctx, GraphStore store, String mediaType, String also) {
    if (!store.can(Capability.REVISIONS)) {
      return "\"" + UUID.randomUUID() + "\"";
    }
    return of(ctx, store.revision(), mediaType, also);
  }

  /** The same of an answer that was made of a revision which is known. */
  public static String of(Context ctx, Revision revision, String mediaType, String also) {
    ctx.header(Freshness.REVISION, Long.toString(revision.number()));
    boolean zipped = String.valueOf(ctx.header("Accept-Encoding")).contains("gzip");
    String made = String.join(" ", START, ctx.fullUrl(), mediaType, zipped ? "gzip" : "", also);
    return "\"" + state(revision) + "." + Integer.toHexString(made.hashCode()) + "\"";
  }

  /** What is in the store, in this one and no other: the number alone says little. */
  private static String state(Revision revision) {
    return revision.number() + "-" + revision.hash().substring(0, HASH_DIGITS);
  }

  /** The tag of bytes that do not come from the graph. */
  public static String of(byte[] content) {
    return "\"" + UUID.nameUUIDFromBytes(content) + "\"";
  }

  /** Answers 304 if the client has just this already, and says whether it did. */
  public static boolean isAnswered(Context ctx, String tag) {
    boolean known = lists(ctx.header("If-None-Match"), tag);
    if (known) {
      ctx.status(304).header("ETag", tag);
      Freshness.mark(ctx);
    }
    return known;
  }

  /**
   * Holds a write to the conditions of its request.
   *
   * @param exists whether the graph is there now
   * @throws Refusal 412 if they do not hold
   */
  static void check(Context ctx, Revision revision, boolean exists) {
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
  private static boolean holds(String tags, Revision revision) {
    return tags.strip().equals("*")
        || Arrays.stream(tags.split(",", -1))
            .anyMatch(tag -> tag.strip().startsWith("\"" + state(revision) + "."));
  }

  private static boolean lists(@Nullable String tags, String tag) {
    return tags != null
        && (tags.strip().equals("*")
            || Arrays.stream(tags.split(",", -1))
                .map(each -> each.strip().replaceFirst("^W/", ""))
                .anyMatch(tag::equals));
  }
}
