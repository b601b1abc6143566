package io.controlgraph.trace;

import io.controlgraph.graph.Revision;
import io.controlgraph.trace.index.IndexFile;
import io.controlgraph.trace.index.TraceIndex;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The copy of an index that lies in a file between runs. */
final class Copies {
  private static final Logger LOG = LoggerFactory.getLogger(Copies.class);

  private final @Nullable IndexFile file;
  private String written = "";

  /**
   * @param file null for no copy at all
   */
  Copies(@Nullable IndexFile file) {
    this.file = file;
  }

  /** The index of a revision, if there is a copy of it. */
  synchronized Optional<TraceIndex> read(Revision revision) {
    Optional<TraceIndex> found =
        file == null ? Optional.empty() : file.read(revision.number(), revision.hash());
    if (found.isPresent()) {
      written = revision.hash();
    }
    return found;
  }

  /** Writes a copy, unless there is one of just this revision. */
  synchronized void write(TraceIndex index, String hash) {
    if (file == null || hash.equals(written)) {
      return;
    }
    try {
      file.write(index, hash);
      written = hash;
    } catch (IOException e) {
      LOG.warn("The trace index was not copied to a file; the next start builds it.", e);
    }
  }
}
