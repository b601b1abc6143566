package io.controlgraph.trace.index;

import java.util.Arrays;
import java.util.function.LongConsumer;

/** Pairs of numbers, as {@link Rows#pair} makes them, that are still coming in. For one thread. */
final class Pairs {
  private long[] pairs = new long[16];
  private int size;

  void add(int node, int number) {
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, size * 2);
    }
    pairs[size++] = Rows.pair(node, number);
  }

  int size() {
    return size;
  }

  long get(int place) {
    return pairs[place];
  }

  void sort() {
    Arrays.sort(pairs, 0, size);
  }

  /**
   * Sorts them and keeps each once.
   *
   * @param again takes each as often as it is there more than once
   */
  void distinct(LongConsumer again) {
    sort();
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (kept > 0 && pairs[i] == pairs[kept - 1]) {
        again.accept(pairs[i]);
      } else {
        pairs[kept++] = pairs[i];
      }
    }
    size = kept;
  }

  /** Turns each around, and sorts them. */
  void turn() {
    for (int i = 0; i < size; i++) {
      pairs[i] = Rows.pair(/* node= */ Rows.number(pairs[i]), /* number= */ Rows.node(pairs[i]));
    }
    sort();
  }

  /** Where the pairs of a node end, if they begin at a place. */
  int endOfNode(int place) {
    int node = Rows.node(pairs[place]);
    int end = place;
    while (end < size && Rows.node(pairs[end]) == node) {
      end++;
    }
    return end;
  }

  /** Rows of them, which are in order and each once. */
  Rows rows() {
    return Rows.of(pairs, size);
  }
}
