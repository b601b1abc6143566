package io.controlgraph.api.changes;

import io.controlgraph.graph.Revision;
import java.time.Instant;

/**
 * A revision as clients see it.
 *
 * @param patch the path of its RDF Patch
 */
public record RevisionEntry(
    long number,
    String hash,
    String previous,
    Instant at,
    String author,
    String message,
    long added,
    long deleted,
    String patch) {

  /** Where revisions are found. */
  public static final String PATH = "/api/v1/revisions";

  /** The entry of a revision. */
  public static RevisionEntry of(Revision revision) {
    return new RevisionEntry(
        revision.number(),
        revision.hash(),
        revision.previous(),
        revision.at(),
        revision.author(),
        revision.message(),
        revision.added(),
        revision.deleted(),
        PATH + "/" + revision.number() + "/patch");
  }
}
