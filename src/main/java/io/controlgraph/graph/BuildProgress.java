package io.controlgraph.graph;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** How far an index is that is being built. Written by one thread at a time, read by any. */
public final class BuildProgress {
  private static final long UNKNOWN = -1;

  private final AtomicLong read = new AtomicLong();
  private volatile long expected = UNKNOWN;

  /** Says how many statements there are to be read. */
  public void expect(long statements) {
    expected = statements;
  }

  /** Says that so many more were read. */
  public void add(long statements) {
    read.addAndGet(statements);
  }

  /** How many statements were read so far. */
  public long read() {
    return read.get();
  }

  /** Of how many, where that is known; what is written meanwhile can make them more. */
  public OptionalLong expected() {
    long known = expected;
    return known == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(known);
  }
}
