package io.controlgraph.trace.paths;

import java.util.Arrays;

/** A number for each of some nodes. For one thread. */
final class Numbers {
  /** Of a node that has none. */
  static final int NONE = Integer.MIN_VALUE;

  private int[] nodes = new int[256];
  private int[] values = new int[256];
  private int size;

  Numbers() {
    Arrays.fill(nodes, -1);
  }

  int get(int node) {
    int slot = slot(nodes, node);
    return nodes[slot] < 0 ? NONE : values[slot];
  }

  void put(int node, int value) {
    int slot = slot(nodes, node);
    if (nodes[slot] < 0) {
      nodes[slot] = node;
      size++;
    }
    values[slot] = value;
    if (size > nodes.length / 2) {
      grow();
    }
  }

  private void grow() {
    int[] larger = new int[nodes.length * 2];
    int[] moved = new int[nodes.length * 2];
    Arrays.fill(larger, -1);
    for (int i = 0; i < nodes.length; i++) {
      if (nodes[i] >= 0) {
        int slot = slot(larger, nodes[i]);
        larger[slot] = nodes[i];
        moved[slot] = values[i];
      }
    }
    nodes = larger;
    values = moved;
  }

  private static int slot(int[] nodes, int node) {
    int hash = node * 0x9E3779B9;
    int slot = (hash ^ (hash >>> 15)) & (nodes.length - 1);
    while (nodes[slot] >= 0 && nodes[slot] != node) {
      slot = (slot + 1) & (nodes.length - 1);
    }
    return slot;
  }
}
