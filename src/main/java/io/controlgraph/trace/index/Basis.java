package io.controlgraph.trace.index;

import java.util.Set;
import org.apache.jena.graph.Node;
import org.roaringbitmap.BitSetUtil;
import org.roaringbitmap.RoaringBitmap;

/**
 * What was read of an index to work something out. As long as none of it changes, the same comes of
 * it. Immutable.
 */
public final class Basis {
  private final RoaringBitmap forward;
  private final RoaringBitmap backward;
  private final RoaringBitmap literals;
  private final Set<Node> unknown;
  private final boolean isAll;

  Basis(Reads reads) {
    this.forward = BitSetUtil.bitmapOf(reads.forward);
    this.backward = BitSetUtil.bitmapOf(reads.backward);
    this.literals = BitSetUtil.bitmapOf(reads.literals);
    this.unknown = Set.copyOf(reads.unknown);
    this.isAll = reads.isAll();
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
