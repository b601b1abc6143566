package io.controlgraph.trace.paths;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A way from the beginning of a path to a node, by its last step and the trail before it.
 *
 * @param before null at the beginning
 * @param way how the last step was taken; null at the beginning
 * @param node where it ends
 * @param cost what it costs
 * @param halves how long it is, in halves of a hop
 * @param steps how many steps it has
 */
record Trail(@Nullable Trail before, @Nullable Way way, int node, int cost, int halves, int steps) {
  static Trail at(int node) {
    return new Trail(null, null, node, 0, 0, 0);
  }

  Trail with(Way next, int to, int price) {
    return new Trail(this, next, to, cost + price, halves + next.halves(), steps + 1);
  }

  /** The trail of so many steps that this one begins with. */
  Trail first(int count) {
    Trail trail = this;
    while (trail.steps > count && trail.before != null) {
      trail = trail.before;
    }
    return trail;
  }

  /**
   * The order of trails that begin at one node: by the IRIs of the nodes in turn, and the ways to
   * them; the shorter first where one begins like the other.
   */
  static Comparator<Trail> order(Names names) {
    return (one, other) -> {
      int common = Math.min(one.steps, other.steps);
      int order = ofSameLength(one.first(common), other.first(common), names);
      return order == 0 ? Integer.compare(one.steps, other.steps) : order;
    };
  }

  private static int ofSameLength(Trail one, Trail other, Names names) {
    Trail left = one;
    Trail right = other;
    int order = 0;
    while (left.before != null && right.before != null) {
      int here = left.compareStep(right, names);
      order = here == 0 ? order : here;
      left = left.before;
      right = right.before;
    }
    return order;
  }

  private int compareStep(Trail other, Names names) {
    if (node != other.node) {
      return names.iri(node).compareTo(names.iri(other.node));
    }
    return way == null || other.way == null ? 0 : Integer.compare(way.rank(), other.way.rank());
  }

  /** The IRIs of nodes. */
  @FunctionalInterface
  interface Names {
    String iri(int node);
  }
}
