package io.controlgraph.trace.index;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.roaringbitmap.RoaringBitmap;

/**
 * What was read of an index to work something out. As long as none of it changes, the same comes of
 * it. To be written by one thread.
 */
public final class Reads {
  final RoaringBitmap forward = new RoaringBitmap();
  final RoaringBitmap backward = new RoaringBitmap();
  final RoaringBitmap literals = new RoaringBitmap();
  final Set<Node> unknown = new HashSet<>();
  private boolean isAll;

  /** Notes that everything was read. */
  void all() {
    isAll = true;
  }

  /**
   * Whether what was read may have changed since.
   *
   * @param later the index now
   */
  public boolean isChangedBy(Changed changed, TraceIndex later) {
    return isAll
        || RoaringBitmap.intersects(forward, changed.subjects)
        || RoaringBitmap.intersects(backward, changed.objects)
        || RoaringBitmap.intersects(literals, changed.literals)
        || unknown.stream().anyMatch(later::knows);
  }
}
