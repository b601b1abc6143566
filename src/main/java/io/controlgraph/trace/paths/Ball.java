package io.controlgraph.trace.paths;

import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * The nodes nearest to one, and what the way to each costs, by Dijkstra's algorithm, which goes on
 * from where it stopped. Where a guide says what the rest of the way costs at least, it is the
 * algorithm A*. The many steps of a hub wait until the cheapest of them can be due. For one thread.
 *
 * @see <a href="https://doi.org/10.1007/BF01386390">Dijkstra, A note on two problems in connexion
 *     with graphs</a>
 * @see <a href="https://doi.org/10.1109/TSSC.1968.300136">Hart, Nilsson and Raphael, A formal basis
 *     for the heuristic determination of minimum cost paths</a>
 */
final class Ball {
  /** So many steps are taken at once. */
  private static final int FEW = 4;

  private final List<Way> ways;
  private final Clock clock;
  private final Heap due = new Heap();

  /** What the way to a node costs; one's complement of it once no cheaper one can be found. */
  private final Numbers costs = new Numbers();

  private IntUnaryOperator guide = node -> 0;
  private int settled;

  Ball(List<Way> ways, int centre, Clock clock) {
    this.ways = ways;
    this.clock = clock;
    costs.put(centre, 0);
    due.add(0, centre, Heap.ITSELF);
  }

  /** What the way to a node costs, if no cheaper one can be found; otherwise -1. */
  int settled(int node) {
    int cost = costs.get(node);
    return cost < 0 && cost != Numbers.NONE ? ~cost : -1;
  }

  /** What a way to a node costs, if one was found; otherwise -1. */
  int reached(int node) {
    int cost = costs.get(node);
    return cost == Numbers.NONE ? -1 : Math.max(cost, ~cost);
  }

  /** The least that a way to a node not settled costs, with what the guide says of it. */
  int radius() {
    return due.topKey();
  }

  boolean isWhole() {
    return due.topKey() == Heap.EMPTY;
  }

  /** How many nodes are settled. */
  int size() {
    return settled;
  }

  /**
   * Has it go on under a guide; once.
   *
   * @param guide the least that the rest of the way from a node costs. It may not differ between
   *     the ends of a step by more than the step costs
   */
  void follow(IntUnaryOperator guide) {
    this.guide = guide;
    due.renew(
        (key, node, way) -> {
          int more = guide.applyAsInt(node);
          return way == Heap.ITSELF ? key + more : Math.max(key, ~costs.get(node) + more);
        });
  }

  /** Goes on until the radius is larger. */
  void growBeyond(int radius) {
    while (due.topKey() <= radius && !isWhole()) {
      grow(node -> {});
    }
  }

  /** Does what is due next. */
  void grow(Reached reached) {
    clock.tick();
    int node = due.topNode();
    int way = due.topWay();
    due.removeTop();
    if (way != Heap.ITSELF) {
      take(ways.get(way), node, ~costs.get(node), reached);
    } else if (costs.get(node) >= 0) {
      int cost = costs.get(node);
      costs.put(node, ~cost);
      settled++;
      for (int i = 0; i < ways.size(); i++) {
        int count = ways.get(i).count(node);
        if (count > FEW) {
          due.add(cost + Math.max(ways.get(i).leastCost(node), guide.applyAsInt(node)), node, i);
        } else if (count > 0) {
          take(ways.get(i), node, cost, reached);
        }
      }
    }
  }

  private void take(Way way, int node, int cost, Reached reached) {
    for (int next : way.from(node)) {
      int known = costs.get(next);
      if (known >= 0 || known == Numbers.NONE) {
        int total = cost + way.cost(node, next);
        if ((known == Numbers.NONE || total < known) && way.isOpen(node, next)) {
          costs.put(next, total);
          due.add(total + guide.applyAsInt(next), next, Heap.ITSELF);
          reached.node(next);
        }
      }
    }
  }

  /** Is told of every node that a cheaper way was found to. */
  @FunctionalInterface
  interface Reached {
    void node(int node);
  }
}
