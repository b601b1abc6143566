package io.controlgraph.trace.paths;

import java.util.ArrayList;
import java.util.List;

/**
 * How many halves of a hop it is at least from a node to the end, among the steps that paths within
 * a limit of cost can take. For one thread.
 */
final class Hops {
  private final List<Way> ways;
  private final Clock clock;
  private final Steps within;
  private final Numbers halves = new Numbers();
  private final List<List<Integer>> due = new ArrayList<>();

  /**
   * @param ways from the end to the beginning
   * @param within which steps are looked at
   */
  Hops(List<Way> ways, int goal, int maxHalves, Steps within, Clock clock) {
    this.ways = ways;
    this.clock = clock;
    this.within = within;
    for (int i = 0; i <= maxHalves; i++) {
      due.add(new ArrayList<>());
    }
    halves.put(goal, 0);
    due.get(0).add(goal);
    for (int reached = 0; reached <= maxHalves; reached++) {
      for (int node : due.get(reached)) {
        if (halves.get(node) == reached) {
          expand(node, reached);
        }
      }
    }
  }

  private void expand(int node, int reached) {
    clock.tick();
    for (Way way : ways) {
      int further = reached + way.halves();
      if (further < due.size() && way.count(node) > 0 && within.any(way, node)) {
        for (int next : way.from(node)) {
          int known = halves.get(next);
          if ((known == Numbers.NONE || further < known) && within.has(way, node, next)) {
            halves.put(next, further);
            due.get(further).add(next);
          }
        }
      }
    }
  }

  /** Whether the end can be reached from a node in no more than these halves of a hop. */
  boolean isWithin(int node, int most) {
    int known = halves.get(node);
    return known != Numbers.NONE && known <= most;
  }

  /** Which steps, taken backwards, paths can take. */
  interface Steps {
    /** False if a path can take none of the steps of a way from a node. */
    boolean any(Way way, int node);

    boolean has(Way way, int node, int next);
  }
}
