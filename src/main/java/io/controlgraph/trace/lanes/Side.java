package io.controlgraph.trace.lanes;

/** On which side of a thing a lane is. */
public enum Side {
  /** What it rests on, what led to it, and who answers for it. */
  UPSTREAM,
  /** What rests on it, what came of it, and what was done about it. */
  DOWNSTREAM
}
