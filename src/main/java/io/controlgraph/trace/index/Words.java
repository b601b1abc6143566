package io.controlgraph.trace.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Texts by number, each once, in both directions. Immutable: a text keeps its number in all that is
 * made from it by {@link #with}.
 *
 * <p>Most lie one after another in one array of bytes, with a hash table of their numbers; those
 * that came since lie beside it, until they are worth being laid together.
 */
final class Words {
  /** No text at all. */
  static final Words NONE = new Words(new byte[0], new int[1], new int[2], Map.of(), new String[0]);

  /** So many texts beside the others are worth being laid together with them. */
  private static final int WORTH_MERGING = 4_096;

  /** No more than so many lie beside the others. */
  private static final int MOST_BESIDE = 8 * WORTH_MERGING;

  private final byte[] bytes;

  /** Where each text begins, and the last one ends. */
  private final int[] starts;

  /** Numbers, one more than they are, where their hash leads; 0 where there is none. */
  private final int[] table;

  private final Map<String, Integer> since;
  private final String[] added;

  private Words(
      byte[] bytes, int[] starts, int[] table, Map<String, Integer> since, String[] added) {
    this.bytes = bytes;
    this.starts = starts;
    this.table = table;
    this.since = since;
    this.added = added;
  }

  /** Texts as they lie in a file. */
  static Words of(byte[] bytes, int[] starts) {
    int[] table = new int[Math.max(2, Integer.highestOneBit(Math.max(1, starts.length)) * 4)];
    for (int number = 0; number + 1 < starts.length; number++) {
      int slot = hash(bytes, starts[number], starts[number + 1]) & (table.length - 1);
      while (table[slot] != 0) {
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = number + 1;
    }
    return new Words(bytes, starts, table, Map.of(), new String[0]);
  }

  int size() {
    return starts.length - 1 + added.length;
  }

  /** The number of a text; -1 if it has none. */
  int number(String text) {
    byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
    int slot = hash(wanted, 0, wanted.length) & (table.length - 1);
    for (; table[slot] != 0; slot = (slot + 1) & (table.length - 1)) {
      int number = table[slot] - 1;
      if (Arrays.equals(bytes, starts[number], starts[number + 1], wanted, 0, wanted.length)) {
        return number;
      }
    }
    return since.getOrDefault(text, -1);
  }

  /** The text of a number that was given out. */
  String text(int number) {
    int own = starts.length - 1;
    return number < own
        ? new String(
            bytes, starts[number], starts[number + 1] - starts[number], StandardCharsets.UTF_8)
        : added[number - own];
  }

  /** The same with others, which get the next numbers in their order. */
  Words with(Iterable<String> others) {
    Set<String> unknown = new LinkedHashSet<>();
    for (String other : others) {
      if (number(other) < 0) {
        unknown.add(other);
      }
    }
    if (unknown.isEmpty()) {
      return this;
    }
    Words words = beside(unknown);
    return words.added.length > MOST_BESIDE ? words.merged() : words;
  }

  /** The same with others, none of which is there. */
  private Words beside(Collection<String> others) {
    Map<String, Integer> all = new HashMap<>(since);
    String[] texts = Arrays.copyOf(added, added.length + others.size());
    int count = added.length;
    for (String other : others) {
      all.put(other, starts.length - 1 + count);
      texts[count++] = other;
    }
    return new Words(bytes, starts, table, all, texts);
  }

  private Words merged() {
    return of(bytes(), starts());
  }

  /** Whether so many lie beside the others that all are worth being laid together. */
  boolean isWorthMerging() {
    return added.length > WORTH_MERGING;
  }

  /** The same texts, laid together if that is worth it. */
  Words settled() {
    return isWorthMerging() ? merged() : this;
  }

  /**
   * The same texts, on those that were laid together meanwhile.
   *
   * @param from texts of which these were made by {@link #with}
   * @param settled those, {@link #settled}
   */
  Words onto(Words from, Words settled) {
    if (bytes != from.bytes || settled == from) {
      return this;
    }
    return settled.beside(Arrays.asList(added).subList(from.added.length, added.length));
  }

  /** All texts, one after another. */
  byte[] bytes() {
    if (added.length == 0) {
      return bytes;
    }
    byte[] more = String.join("", added).getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(bytes, bytes.length + more.length);
    System.arraycopy(more, 0, all, bytes.length, more.length);
    return all;
  }

  /** Where each text begins in {@link #bytes}, and the last one ends. */
  int[] starts() {
    int own = starts.length - 1;
    int[] all = Arrays.copyOf(starts, starts.length + added.length);
    for (int i = 0; i < added.length; i++) {
      all[own + i + 1] = all[own + i] + added[i].getBytes(StandardCharsets.UTF_8).length;
    }
    return all;
  }

  private static int hash(byte[] text, int from, int to) {
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text[i];
    }
    return hash ^ (hash >>> 15);
  }

  /** Gives out numbers while much is read. For one thread. */
  static final class Builder {
    private byte[] bytes = new byte[1 << 16];
    private int[] starts = new int[1 << 12];
    private int[] table = new int[1 << 13];
    private int size;

    /** The number of a text, a new one if it has none. */
    int number(String text) {
      byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
      int hash = hash(wanted, 0, wanted.length);
      int slot = hash & (table.length - 1);
      for (; table[slot] != 0; slot = (slot + 1) & (table.length - 1)) {
        int number = table[slot] - 1;
        if (Arrays.equals(bytes, starts[number], starts[number + 1], wanted, 0, wanted.length)) {
          return number;
        }
      }
      add(wanted);
      table[slot] = size;
      if (size > table.length / 2) {
        grow();
      }
      return size - 1;
    }

    private void add(byte[] text) {
      int end = Math.addExact(starts[size], text.length);
      if (end > bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8, end * 2L));
      }
      System.arraycopy(text, 0, bytes, starts[size], text.length);
      if (size + 2 > starts.length) {
        starts = Arrays.copyOf(starts, starts.length * 2);
      }
      starts[++size] = end;
    }

    private void grow() {
      int[] larger = new int[table.length * 2];
      for (int number = 0; number < size; number++) {
        int slot = hash(bytes, starts[number], starts[number + 1]) & (larger.length - 1);
        while (larger[slot] != 0) {
          slot = (slot + 1) & (larger.length - 1);
        }
        larger[slot] = number + 1;
      }
      table = larger;
    }

    Words build() {
      return new Words(
          Arrays.copyOf(bytes, starts[size]),
          Arrays.copyOf(starts, size + 1),
          table,
          Map.of(),
          new String[0]);
    }
  }
}
