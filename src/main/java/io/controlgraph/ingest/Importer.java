package io.controlgraph.ingest;

import java.io.IOException;
import java.util.List;

/**
 * Turns sources into statements of the graph.
 *
 * <p>All files of one run are one import: they may refer to each other in any order, and they are
 * one revision or none. A file that repeats what is known changes nothing.
 */
public interface Importer {

  /**
   * Imports the files, or tells what an import would do.
   *
   * @param progress is told how far the work is, on the caller's thread
   * @return what became of it; whatever is wrong with the files is in the report, not thrown
   * @throws IOException if a source cannot be read at all
   */
  ImportOutcome run(List<SourceFile> files, ImportOptions options, Progress progress)
      throws IOException;
}
