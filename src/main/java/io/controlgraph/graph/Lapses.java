package io.controlgraph.graph;

import java.util.concurrent.atomic.AtomicLong;

/** When an index became one to be waited for anew, counted. For any thread. */
final class Lapses {
  private final AtomicLong count = new AtomicLong();
  private volatile long mended;

  void note() {
    count.incrementAndGet();
  }

  long count() {
    return count.get();
  }

  /** Says that an index is there which began to be read after so many of them. */
  void mend(long before) {
    mended = before;
  }

  boolean isLapsed() {
    return count.get() > mended;
  }
}
