package io.controlgraph.graph;

import java.util.Set;
import org.apache.jena.sparql.core.Quad;

/** Is told of every commit, in order. */
@FunctionalInterface
public interface CommitListener {

  /**
   * Called on the writer's thread, once the revision stands and before whoever wrote is told. The
   * next writer waits until it returns, so it should be brief; what it throws is logged and changes
   * nothing.
   */
  void committed(Commit commit);

  /**
   * What was committed.
   *
   * @param added quads that were not there before
   * @param deleted quads that were
   */
  record Commit(Revision revision, Set<Quad> added, Set<Quad> deleted) {}
}
