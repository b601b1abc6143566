package io.controlgraph.graph.rdf4j;

import io.controlgraph.graph.Preview;
import io.controlgraph.graph.Revision;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** Gives revisions of engines without a log their hash. */
final class Hashed {
  private Hashed() {}

  /**
   * The revision with its hash: over the hash before, a nonce, and what is changed. The nonce is
   * for two writers who make the same change at the same moment: theirs are two revisions, of which
   * one stands.
   */
  static Revision of(Revision draft, Preview net, UUID nonce) {
    StringBuilder text = new StringBuilder(draft.previous()).append(nonce);
    net.deleted().forEach(quad -> Sparql.appendRow(text.append("- "), quad));
    net.added().forEach(quad -> Sparql.appendRow(text.append("+ "), quad));
    return new Revision(
        draft.number(),
        sha256(text.toString()),
        draft.previous(),
        draft.at(),
        draft.author(),
        draft.message(),
        draft.added(),
        draft.deleted());
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
