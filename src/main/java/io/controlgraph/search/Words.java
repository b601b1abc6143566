package io.controlgraph.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.SortedMap;

/** The words of an index in their order, each with the things that have it. Immutable. */
final class Words {
  static final Words NONE = new Words(new String[0], new int[0][]);

  private final String[] words;
  private final int[][] things;

  private Words(String[] words, int[][] things) {
    this.words = words;
    this.things = things;
  }

  /** Things that get a word, and things that lose it; none is in both. */
  static final class Change {
    private int[] added = new int[0];
    private int[] removed = new int[0];
    private int addedSize;
    private int removedSize;

    void add(int thing) {
      added = withRoom(added, addedSize);
      added[addedSize++] = thing;
    }

    void remove(int thing) {
      removed = withRoom(removed, removedSize);
      removed[removedSize++] = thing;
    }

    private static int[] withRoom(int[] things, int size) {
      return size < things.length ? things : Arrays.copyOf(things, Math.max(2, 2 * size));
    }

    int[] applied(int[] before) {
      Arrays.sort(removed, 0, removedSize);
      int[] after = Arrays.copyOf(before, before.length + addedSize);
      int size = 0;
      for (int thing : before) {
        if (Arrays.binarySearch(removed, 0, removedSize, thing) < 0) {
          after[size++] = thing;
        }
      }
      System.arraycopy(added, 0, after, size, addedSize);
      size += addedSize;
      Arrays.sort(after, 0, size);
      return Arrays.copyOf(after, size);
    }
  }

  int size() {
    return words.length;
  }

  String at(int index) {
    return words[index];
  }

  /** The index of the first word that is not before {@code text}. */
  int from(String text) {
    int found = Arrays.binarySearch(words, text);
    return found < 0 ? -found - 1 : found;
  }

  /** The index of the first word after all that begin with {@code prefix}. */
  int after(String prefix) {
    return from(prefix + Character.MAX_VALUE);
  }

  /** Adds the things that have a word to {@code target}. */
  void collect(int index, BitSet target) {
    for (int thing : things[index]) {
      target.set(thing);
    }
  }

  /** The things with a word that begins with {@code prefix}. */
  BitSet startingWith(String prefix) {
    BitSet found = new BitSet();
    int end = after(prefix);
    for (int i = from(prefix); i < end; i++) {
      collect(i, found);
    }
    return found;
  }

  /** The things that have just this word. */
  BitSet having(String word) {
    BitSet found = new BitSet();
    int index = from(word);
    if (index < words.length && words[index].equals(word)) {
      collect(index, found);
    }
    return found;
  }

  /** These words after changes; what is not changed is shared. */
  Words with(SortedMap<String, Change> changes) {
    String[] newWords = new String[words.length + changes.size()];
    int[][] newThings = new int[newWords.length][];
    int old = 0;
    int size = 0;
    for (Map.Entry<String, Change> change : changes.entrySet()) {
      int end = from(change.getKey());
      int copied = Math.max(0, end - old);
      System.arraycopy(words, old, newWords, size, copied);
      System.arraycopy(things, old, newThings, size, copied);
      size += copied;
      old = end;
      boolean known = old < words.length && words[old].equals(change.getKey());
      int[] changed = change.getValue().applied(known ? things[old] : new int[0]);
      if (changed.length > 0) {
        newWords[size] = known ? words[old] : change.getKey();
        newThings[size++] = changed;
      }
      old += known ? 1 : 0;
    }
    int left = words.length - old;
    System.arraycopy(words, old, newWords, size, left);
    System.arraycopy(things, old, newThings, size, left);
    size += left;
    return new Words(Arrays.copyOf(newWords, size), Arrays.copyOf(newThings, size));
  }
}
