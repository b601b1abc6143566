package io.controlgraph.graph;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.jena.sparql.core.Quad;

/** The append-only log of revisions: the truth from which the store can be rebuilt. */
public interface RevisionLog {

  /** At most {@code limit} revisions, newest first, from {@code newest} downwards. */
  List<Revision> list(long newest, int limit);

  /**
   * The record of a revision, exactly as it was written: an RDF Patch.
   *
   * @throws IllegalArgumentException if there is no such revision
   */
  InputStream record(long number) throws IOException;

  /**
   * Tells what a revision changed, statement by statement, in the order of its record.
   *
   * @throws IllegalArgumentException if there is no such revision
   * @throws GraphFailure.Inconsistent if its record is damaged
   * @throws GraphFailure.NotCapable if the engine keeps no changes
   */
  void changes(long number, Changed to);

  /** Is told of changes. */
  interface Changed {
    void added(Quad quad);

    void deleted(Quad quad);
  }

  /** Reads the whole log and checks its chain of hashes. */
  Verification verify();

  /** What a check of the log found. */
  sealed interface Verification {
    /** Every record is there and carries the hash of the one before. */
    record Intact(long revisions, String lastHash) implements Verification {}

    /** The first record that is missing, damaged or out of order. */
    record Broken(long revision, String reason) implements Verification {}
  }
}
