package io.controlgraph.graph;

import java.time.Instant;

/**
 * One committed change of the graph.
 *
 * @param number counts from 1; 0 is the empty graph before the first commit
 * @param hash SHA-256, in hex, over the exact bytes of the revision's record in the log
 * @param previous the hash of the revision before; 64 zeros before the first
 * @param at when it was committed, UTC
 * @param author who wrote
 * @param message why
 * @param added how many quads it added
 * @param deleted how many quads it deleted
 */
public record Revision(
    long number,
    String hash,
    String previous,
    Instant at,
    String author,
    String message,
    long added,
    long deleted) {

  /** The hash that stands for "nothing before". */
  public static final String NO_HASH = "0".repeat(64);

  /** The state of a store before its first commit. */
  public static final Revision NONE =
      new Revision(0, NO_HASH, NO_HASH, Instant.EPOCH, "", "", 0, 0);
}
