package io.controlgraph.trace.index;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * Notes what is read of an index while something is worked out. A note is made at almost every step
 * of that, so it costs one bit. To be written by one thread.
 */
public final class Reads {
  final BitSet forward = new BitSet();
  final BitSet backward = new BitSet();
  final BitSet literals = new BitSet();
  final Set<Node> unknown = new HashSet<>();
  private boolean isAll;

  /** Notes that everything was read. */
  void all() {
    isAll = true;
  }

  boolean isAll() {
    return isAll;
  }

  /** What was read so far, to be kept. */
  public Basis basis() {
    return new Basis(this);
  }
}
