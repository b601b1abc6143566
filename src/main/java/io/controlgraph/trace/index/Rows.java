package io.controlgraph.trace.index;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * For each of many nodes a row of numbers, ascending and each once. Immutable.
 *
 * <p>Compressed sparse rows: the nodes that have a row are a set of bits, with the number of rows
 * before each word of it, so that the row of a node is found by counting bits. Rows that differ
 * from these lie beside them, until they are worth being laid together.
 *
 * @see <a href="https://doi.org/10.1109/SFCS.1989.63533">Jacobson, Space-efficient Static Trees and
 *     Graphs, for rank by counting bits</a>
 */
public final class Rows {
  private static final int[] EMPTY = {};

  /** No row at all. */
  public static final Rows NONE = of(new long[0], 0);

  /** So many rows beside the compressed ones are worth being laid together with them. */
  private static final int WORTH_MERGING = 1_000;

  /** No more than so many lie beside the compressed ones. */
  private static final int MOST_BESIDE = 8 * WORTH_MERGING;

  private final int firstWord;
  private final long[] bits;
  private final int[] before;
  private final int[] starts;
  private final int[] values;
  private final Map<Integer, int[]> changed;
  private final int size;

  /** Notes which rows are read; null for nobody. */
  private final @Nullable BitSet read;

  /** Notes all of what is read at once; null with {@link #read}. */
  private final @Nullable Reads reads;

  private Rows(
      int firstWord,
      long[] bits,
      int[] before,
      int[] starts,
      int[] values,
      Map<Integer, int[]> changed,
      int size) {
    this.firstWord = firstWord;
    this.bits = bits;
    this.before = before;
    this.starts = starts;
    this.values = values;
    this.changed = changed;
    this.size = size;
    this.read = null;
    this.reads = null;
  }

  private Rows(Rows same, BitSet read, Reads reads) {
    this.firstWord = same.firstWord;
    this.bits = same.bits;
    this.before = same.before;
    this.starts = same.starts;
    this.values = same.values;
    this.changed = same.changed;
    this.size = same.size;
    this.read = read;
    this.reads = reads;
  }

  /**
   * The same rows, to be read under notice.
   *
   * @param rows of which nodes a row was read, also one that is not there
   * @param all told when all are read at once
   */
  Rows noting(BitSet rows, Reads all) {
    return new Rows(this, rows, all);
  }

  /** That something has no number is noted where it is looked up. */
  private void note(int node) {
    if (read != null && node >= 0) {
      read.set(node);
    }
  }

  /**
   * Rows of pairs.
   *
   * @param pairs each a node in the upper half and a number in the lower, as {@link #pair} makes
   *     them; ascending and each once
   * @param count how many of them, from the first
   */
  static Rows of(long[] pairs, int count) {
    if (count == 0) {
      return new Rows(0, new long[0], new int[0], new int[1], EMPTY, Map.of(), 0);
    }
    int firstWord = node(pairs[0]) >>> 6;
    long[] bits = new long[(node(pairs[count - 1]) >>> 6) - firstWord + 1];
    int[] values = new int[count];
    int rows = 0;
    for (int i = 0; i < count; i++) {
      values[i] = (int) pairs[i];
      int node = node(pairs[i]);
      if (i == 0 || node != node(pairs[i - 1])) {
        bits[(node >>> 6) - firstWord] |= 1L << node;
        rows++;
      }
    }
    int[] starts = new int[rows + 1];
    int row = 0;
    for (int i = 1; i < count; i++) {
      if (node(pairs[i]) != node(pairs[i - 1])) {
        starts[++row] = i;
      }
    }
    starts[rows] = count;
    return new Rows(firstWord, bits, ranks(bits), starts, values, Map.of(), count);
  }

  private static int[] ranks(long[] bits) {
    int[] before = new int[bits.length];
    for (int word = 1; word < bits.length; word++) {
      before[word] = before[word - 1] + Long.bitCount(bits[word - 1]);
    }
    return before;
  }

  /** A node and a number as one. */
  static long pair(int node, int number) {
    return ((long) node << 32) | number;
  }

  static int node(long pair) {
    return (int) (pair >>> 32);
  }

  static int number(long pair) {
    return (int) pair;
  }

  /** How many numbers there are in all rows. */
  public int size() {
    return size;
  }

  /** The row of a node; do not change it. Empty if it has none. */
  public int[] of(int node) {
    note(node);
    if (!changed.isEmpty()) {
      int[] row = changed.get(node);
      if (row != null) {
        return row;
      }
    }
    int row = row(node);
    return row < 0 ? EMPTY : Arrays.copyOfRange(values, starts[row], starts[row + 1]);
  }

  /** Whether the row of a node has a number. */
  public boolean has(int node, int number) {
    note(node);
    if (!changed.isEmpty()) {
      int[] row = changed.get(node);
      if (row != null) {
        return Arrays.binarySearch(row, number) >= 0;
      }
    }
    int row = row(node);
    return row >= 0 && Arrays.binarySearch(values, starts[row], starts[row + 1], number) >= 0;
  }

  /** How many numbers the row of a node has. */
  public int length(int node) {
    note(node);
    if (!changed.isEmpty()) {
      int[] row = changed.get(node);
      if (row != null) {
        return row.length;
      }
    }
    int row = row(node);
    return row < 0 ? 0 : starts[row + 1] - starts[row];
  }

  private int row(int node) {
    int word = (node >>> 6) - firstWord;
    if (word < 0 || word >= bits.length) {
      return -1;
    }
    long bit = 1L << node;
    return (bits[word] & bit) == 0 ? -1 : before[word] + Long.bitCount(bits[word] & (bit - 1));
  }

  /** The nodes that have a row, ascending. */
  public int[] nodes() {
    if (reads != null) {
      reads.all();
    }
    int[] nodes = new int[starts.length - 1 + changed.size()];
    int count = 0;
    for (int word = 0; word < bits.length; word++) {
      for (long left = bits[word]; left != 0; left &= left - 1) {
        int node = ((word + firstWord) << 6) + Long.numberOfTrailingZeros(left);
        if (!changed.containsKey(node)) {
          nodes[count++] = node;
        }
      }
    }
    for (Map.Entry<Integer, int[]> each : changed.entrySet()) {
      if (each.getValue().length > 0) {
        nodes[count++] = each.getKey();
      }
    }
    int[] found = Arrays.copyOf(nodes, count);
    if (!changed.isEmpty()) {
      Arrays.sort(found);
    }
    return found;
  }

  /**
   * These rows with others in place of some.
   *
   * @param others by node, ascending; an empty one takes the row away
   */
  Rows with(Map<Integer, int[]> others) {
    if (others.isEmpty()) {
      return this;
    }
    Map<Integer, int[]> all = new HashMap<>(changed);
    int total = size;
    for (Map.Entry<Integer, int[]> each : others.entrySet()) {
      total += each.getValue().length - length(each.getKey());
      all.put(each.getKey(), each.getValue());
    }
    Rows rows = beside(all, total);
    return all.size() > MOST_BESIDE ? rows.merged() : rows;
  }

  private Rows beside(Map<Integer, int[]> all, int total) {
    return new Rows(firstWord, bits, before, starts, values, all, total);
  }

  private Rows merged() {
    return of(pairs(), size);
  }

  /** Whether so many rows lie beside the compressed ones that all are worth being compressed. */
  boolean isWorthMerging() {
    return changed.size() > WORTH_MERGING;
  }

  /** The same rows, all compressed if that is worth it. */
  Rows settled() {
    return isWorthMerging() ? merged() : this;
  }

  /**
   * The same rows, on those that were compressed meanwhile.
   *
   * @param from rows of which these were made by {@link #with}
   * @param settled those, {@link #settled}
   */
  Rows onto(Rows from, Rows settled) {
    if (starts != from.starts || settled == from) {
      return this;
    }
    Map<Integer, int[]> since = new HashMap<>();
    changed.forEach(
        (node, row) -> {
          if (from.changed.get(node) != row) {
            since.put(node, row);
          }
        });
    return settled.beside(since, size);
  }

  /** All pairs, as they were given to {@link #of}. */
  long[] pairs() {
    long[] pairs = new long[size];
    int count = 0;
    for (int node : nodes()) {
      for (int number : of(node)) {
        pairs[count++] = pair(node, number);
      }
    }
    return pairs;
  }
}
