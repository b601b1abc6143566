package io.controlgraph.trace.paths;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the best path of a {@link Detour} among those that cost no more than a limit.
 *
 * <p>It is the algorithm A* over pairs of node and length: a trail is given up if one to the same
 * node costs no more and is no longer, which keeps the bound on hops exact. Such a pair of bounds
 * never makes a circle worth while, so that what is found is a simple path. For one thread.
 */
final class Search {
  private final List<Way> ways;
  private final int goal;
  private final int maxHalves;
  private final IntUnaryOperator rest;
  private final Hops hops;
  private final int limit;
  private final Clock clock;
  private final Comparator<Due> order;
  private int beyond = Integer.MAX_VALUE;
  private @Nullable Trail found;

  /**
   * @param rest the least that the rest of the way from a node costs. It may not differ between the
   *     ends of a step by more than the step costs
   * @param hops how long the rest of the way is among paths within the limit
   * @param limit what a path costs at most
   */
  Search(
      List<Way> ways,
      int goal,
      int maxHalves,
      IntUnaryOperator rest,
      Hops hops,
      int limit,
      Trail.Names names,
      Clock clock) {
    this.ways = ways;
    this.goal = goal;
    this.maxHalves = maxHalves;
    this.rest = rest;
    this.hops = hops;
    this.limit = limit;
    this.clock = clock;
    Comparator<Trail> trails = Trail.order(names);
    this.order =
        (one, other) -> {
          int sooner = Integer.compare(one.total, other.total);
          sooner = sooner == 0 ? Integer.compare(one.trail.cost(), other.trail.cost()) : sooner;
          sooner = sooner == 0 ? Integer.compare(one.trail.halves(), other.trail.halves()) : sooner;
          sooner = sooner == 0 ? Integer.compare(one.trail.node(), other.trail.node()) : sooner;
          return sooner == 0 ? trails.compare(one.trail, other.trail) : sooner;
        };
  }

  /** The best path, if there was one within the limit. */
  @Nullable Trail found() {
    return found;
  }

  /** The least that a path beyond the limit costs; the largest integer if there is none. */
  int beyond() {
    return beyond;
  }

  /** Looks for the best path of a detour; once. */
  Search run(Detour detour) {
    PriorityQueue<Due> due = new PriorityQueue<>(order);
    Numbers shortest = new Numbers();
    for (Trail each = detour.root(); each != null; each = each.before()) {
      shortest.put(each.node(), 0);
    }
    expand(detour.root(), detour.closed(), shortest, due);
    while (!due.isEmpty()) {
      clock.tick();
      Trail trail = due.remove().trail;
      if (trail.node() == goal) {
        found = trail;
        return this;
      }
      if (isShorter(trail.halves(), shortest.get(trail.node()))) {
        shortest.put(trail.node(), trail.halves());
        expand(trail, List.of(), shortest, due);
      }
    }
    return this;
  }

  private static boolean isShorter(int halves, int known) {
    return known == Numbers.NONE || halves < known;
  }

  private void expand(Trail trail, List<Trail> closed, Numbers shortest, PriorityQueue<Due> due) {
    for (Way way : ways) {
      int halves = trail.halves() + way.halves();
      if (halves <= maxHalves && way.count(trail.node()) > 0) {
        int least = trail.cost() + way.leastCost(trail.node());
        if (least > limit) {
          beyond = Math.min(beyond, least);
        } else {
          for (int next : way.from(trail.node())) {
            if (isShorter(halves, shortest.get(next)) && way.isOpen(trail.node(), next)) {
              step(trail, way, next, closed, due);
            }
          }
        }
      }
    }
  }

  private void step(Trail trail, Way way, int next, List<Trail> closed, PriorityQueue<Due> due) {
    int price = way.cost(trail.node(), next);
    int more = rest.applyAsInt(next);
    if (more == Integer.MAX_VALUE) {
      return;
    }
    int total = trail.cost() + price + more;
    if (isClosed(way, next, closed)) {
      return;
    }
    if (total > limit) {
      beyond = Math.min(beyond, total);
    } else if (!hops.isWithin(next, maxHalves - trail.halves() - way.halves())) {
      beyond = Math.min(beyond, limit + 1);
    } else {
      due.add(new Due(total, trail.with(way, next, price)));
    }
  }

  private static boolean isClosed(Way way, int next, List<Trail> closed) {
    for (Trail each : closed) {
      if (each.node() == next && each.way() == way) {
        return true;
      }
    }
    return false;
  }

  /** A trail, and the least that a path that begins with it costs. */
  private record Due(int total, Trail trail) {}
}
