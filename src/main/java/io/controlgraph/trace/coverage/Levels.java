package io.controlgraph.trace.coverage;

import java.util.Arrays;

/** The highest level of each pair of a requirement and a target: a table by open addressing. */
public final class Levels {
  private static final long FREE = -1;

  private long[] keys = new long[1 << 10];
  private byte[] levels = new byte[1 << 10];
  private int size;

  public Levels() {
    Arrays.fill(keys, FREE);
  }

  /** Keeps a level unless there is a higher one. */
  public void raise(int requirement, int target, int level) {
    int slot = slot(requirement, target);
    if (keys[slot] == FREE) {
      keys[slot] = key(requirement, target);
      levels[slot] = (byte) level;
      if (++size > keys.length / 2) {
        grow();
      }
    } else if (levels[slot] < level) {
      levels[slot] = (byte) level;
    }
  }

  /** The level of a pair; 0 if it has none. */
  public int level(int requirement, int target) {
    return levels[slot(requirement, target)];
  }

  private static long key(int requirement, int target) {
    return ((long) requirement << 32) | target;
  }

  private int slot(int requirement, int target) {
    long key = key(requirement, target);
    long mixed = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 32) & (keys.length - 1);
    while (keys[slot] != FREE && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    byte[] oldLevels = levels;
    keys = new long[oldKeys.length * 2];
    levels = new byte[keys.length];
    Arrays.fill(keys, FREE);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != FREE) {
        int slot = slot((int) (oldKeys[i] >>> 32), (int) oldKeys[i]);
        keys[slot] = oldKeys[i];
        levels[slot] = oldLevels[i];
      }
    }
  }
}
