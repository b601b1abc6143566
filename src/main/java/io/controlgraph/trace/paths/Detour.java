package io.controlgraph.trace.paths;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The paths that begin with a trail and do not go on with some steps.
 *
 * @param root the trail, which may be a whole path
 * @param closed trails one step longer than the root, that are not gone on with
 * @param bound the least that such a path costs
 * @param isFound whether {@link #root} is a whole path, and the best of them
 * @param start how many steps the root had when it was looked for
 */
record Detour(Trail root, List<Trail> closed, int bound, boolean isFound, int start) {
  /** All paths from a node. */
  static Detour all(int from, int bound) {
    return new Detour(Trail.at(from), List.of(), bound, false, 0);
  }

  /** The same, with what is the best of them. */
  Detour foundTo(Trail best) {
    return new Detour(best, closed, best.cost(), true, start);
  }

  /** The same, since they cost no less than this. */
  Detour later(int atLeast) {
    return new Detour(root, closed, atLeast, false, start);
  }

  /** All but the path that was found: those that leave it at one of its nodes, for each node. */
  List<Detour> leave() {
    List<Detour> detours = new ArrayList<>();
    for (int steps = start; steps < root.steps(); steps++) {
      List<Trail> taken = new ArrayList<>(steps == start ? closed : List.of());
      taken.add(root.first(steps + 1));
      detours.add(new Detour(root.first(steps), List.copyOf(taken), bound, false, steps));
    }
    return detours;
  }

  /**
   * The cheapest first, then what is still to be looked for, then the shortest, then by {@link
   * Trail#order}.
   */
  static Comparator<Detour> order(Trail.Names names) {
    Comparator<Trail> trails =
        Comparator.comparingInt(Trail::halves).thenComparing(Trail.order(names));
    return Comparator.comparingInt(Detour::bound)
        .thenComparing(Detour::isFound)
        .thenComparing(Detour::root, trails);
  }
}
