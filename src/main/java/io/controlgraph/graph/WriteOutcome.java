package io.controlgraph.graph;

/** What became of a write. */
public sealed interface WriteOutcome {

  /** It is in the log and in the store. */
  record Committed(Revision revision) implements WriteOutcome {}

  /** It changed nothing, so there is no new revision. */
  record Unchanged(Revision revision) implements WriteOutcome {}

  /** The graph would not have been well formed; nothing was written. */
  record Refused(ShapeReport report) implements WriteOutcome {}
}
