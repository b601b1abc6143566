package io.controlgraph.trace.paths;

import java.util.Arrays;

/** What is due next: nodes, or all steps of one way from a node, by key. For one thread. */
final class Heap {
  /** The key where nothing is due. */
  static final int EMPTY = Integer.MAX_VALUE;

  /** In place of a way: the node itself. */
  static final int ITSELF = -1;

  /** Keys in the upper halves, and which entry it is in the lower. */
  private long[] heap = new long[256];

  private int[] nodes = new int[256];
  private int[] ways = new int[256];
  private int size;
  private int entries;

  int topKey() {
    return size == 0 ? EMPTY : (int) (heap[0] >>> 32);
  }

  int topNode() {
    return nodes[(int) heap[0]];
  }

  int topWay() {
    return ways[(int) heap[0]];
  }

  void add(int key, int node, int way) {
    if (entries == nodes.length) {
      nodes = Arrays.copyOf(nodes, entries * 2);
      ways = Arrays.copyOf(ways, entries * 2);
    }
    nodes[entries] = node;
    ways[entries] = way;
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, size * 2);
    }
    long item = ((long) key << 32) | entries++;
    int place = size++;
    while (place > 0 && heap[(place - 1) / 2] > item) {
      heap[place] = heap[(place - 1) / 2];
      place = (place - 1) / 2;
    }
    heap[place] = item;
  }

  void removeTop() {
    long last = heap[--size];
    sink(0, last);
  }

  private void sink(int from, long item) {
    int place = from;
    while (2 * place + 1 < size) {
      int child = 2 * place + 1;
      if (child + 1 < size && heap[child + 1] < heap[child]) {
        child++;
      }
      if (heap[child] >= item) {
        break;
      }
      heap[place] = heap[child];
      place = child;
    }
    heap[place] = item;
  }

  /** Gives all other keys. */
  void renew(Keys keys) {
    for (int i = 0; i < size; i++) {
      int entry = (int) heap[i];
      long key = keys.key((int) (heap[i] >>> 32), nodes[entry], ways[entry]);
      heap[i] = (key << 32) | entry;
    }
    for (int place = size / 2 - 1; place >= 0; place--) {
      sink(place, heap[place]);
    }
  }

  /** The new keys, none below zero, of what had others. */
  @FunctionalInterface
  interface Keys {
    int key(int old, int node, int way);
  }
}
