package io.controlgraph.trace.coverage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The things of an organisation, by type. */
public final class Members {
  private static final int[] NONE = {};

  private final int[] all;
  private final Map<Integer, int[]> byType = new HashMap<>();

  public Members(Facts facts, int organisation) {
    all = facts.membersOf(organisation);
    Map<Integer, Integer> sizes = new HashMap<>();
    for (int thing : all) {
      for (int type : facts.typesOf(thing)) {
        int size = sizes.merge(type, 1, Integer::sum);
        int[] own = byType.computeIfAbsent(type, any -> new int[4]);
        if (size > own.length) {
          own = Arrays.copyOf(own, size * 2);
          byType.put(type, own);
        }
        own[size - 1] = thing;
      }
    }
    byType.replaceAll((type, things) -> Arrays.copyOf(things, sizes.getOrDefault(type, 0)));
  }

  /** All of them; do not change them. */
  public int[] all() {
    return all;
  }

  /** Those of a type; do not change them. */
  public int[] ofType(int type) {
    return byType.getOrDefault(type, NONE);
  }
}
