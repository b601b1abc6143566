package io.controlgraph.trace.paths;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The paths from one node to another, the best first. For one thread. */
final class Ranking {
  /** More than any path costs: that a node cannot be reached. */
  private static final int NEVER = 1 << 29;

  private static final Hops.Steps EVERYWHERE =
      new Hops.Steps() {
        @Override
        public boolean any(Way way, int node) {
          return true;
        }

        @Override
        public boolean has(Way way, int node, int next) {
          return way.isOpen(node, next);
        }
      };

  private final Ways ways;
  private final int from;
  private final int to;
  private final int maxHalves;
  private final Trail.Names names;
  private final Clock clock;
  private final Ball ahead;
  private final Ball back;
  private int radius;
  private int limit = Heap.EMPTY;
  private int stride = Way.HOP / 2;
  private @Nullable Hops hops;

  Ranking(Ways ways, int from, int to, int maxHops, Trail.Names names, Clock clock) {
    this.ways = ways;
    this.from = from;
    this.to = to;
    this.maxHalves = 2 * maxHops;
    this.names = names;
    this.clock = clock;
    this.ahead = new Ball(ways.ahead(), from, clock);
    this.back = new Ball(ways.back(), to, clock);
  }

  /** The best of them, so many at most; once. */
  List<Trail> best(int count) {
    if (from == to) {
      return List.of(Trail.at(from));
    }
    meet();
    if (limit == Heap.EMPTY) {
      return List.of();
    }
    radius = Math.min(ahead.radius(), NEVER);
    back.follow(this::fromStart);
    List<Trail> best = new ArrayList<>();
    PriorityQueue<Detour> detours = new PriorityQueue<>(Detour.order(names));
    detours.add(Detour.all(from, limit));
    boolean isPossible = false;
    while (best.size() < count && !detours.isEmpty()) {
      Detour next = detours.remove();
      if (next.isFound()) {
        best.add(next.root());
        isPossible = true;
        detours.addAll(next.leave());
      } else if (isPossible || !isHard()) {
        look(next, detours);
      } else if (new Hops(ways.back(), to, maxHalves, EVERYWHERE, clock)
          .isWithin(from, maxHalves)) {
        isPossible = true;
        look(next, detours);
      } else {
        return List.of();
      }
    }
    return List.copyOf(best);
  }

  /** Has both balls grow until nothing cheaper can lead from one to the other. */
  private void meet() {
    while (!ahead.isWhole() && !back.isWhole() && (long) ahead.radius() + back.radius() < limit) {
      Ball smaller = ahead.size() <= back.size() ? ahead : back;
      Ball larger = ahead.size() <= back.size() ? back : ahead;
      smaller.grow(
          node -> {
            int other = larger.reached(node);
            limit = other < 0 ? limit : Math.min(limit, smaller.reached(node) + other);
          });
    }
  }

  /** The least that the way from the beginning to a node costs. */
  private int fromStart(int node) {
    int cost = ahead.settled(node);
    return cost < 0 ? radius : Math.min(cost, radius);
  }

  /** The least that the way from a node to the end costs. */
  private int toEnd(int node) {
    int cost = back.settled(node);
    if (back.isWhole()) {
      return cost < 0 ? Integer.MAX_VALUE : cost;
    }
    int least = Math.max(0, limit - fromStart(node));
    return cost < 0 ? least : Math.min(cost, least);
  }

  /** Whether it may well be that no path keeps to the hops. */
  private boolean isHard() {
    return stride > 4 * Way.HOP;
  }

  /** Has paths of a higher cost looked at. */
  private Hops growTo(int cost) {
    limit = cost;
    back.growBeyond(limit);
    return new Hops(
        ways.back(),
        to,
        maxHalves,
        new Hops.Steps() {
          @Override
          public boolean any(Way way, int node) {
            return back.settled(node) + way.leastCost(node) <= limit;
          }

          @Override
          public boolean has(Way way, int node, int next) {
            return back.settled(node) + way.cost(node, next) + fromStart(next) <= limit
                && way.isOpen(node, next);
          }
        },
        clock);
  }

  private void look(Detour detour, PriorityQueue<Detour> detours) {
    int most = maxHalves / 2 * Way.DEAREST;
    if (detour.bound() > most) {
      return;
    }
    if (hops == null) {
      hops = growTo(limit);
    } else if (detour.bound() > limit) {
      // Where only the hops stood in the way, the bound says little of what a path will cost.
      stride = detour.bound() == limit + 1 ? 2 * stride : stride;
      hops = growTo(detour.bound() + stride);
    }
    Search search =
        new Search(ways.ahead(), to, maxHalves, this::toEnd, hops, limit, names, clock).run(detour);
    Trail found = search.found();
    if (found != null) {
      stride = Way.HOP / 2;
      detours.add(detour.foundTo(found));
    } else if (search.beyond() != Integer.MAX_VALUE) {
      detours.add(detour.later(search.beyond()));
    }
  }
}
