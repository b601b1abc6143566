package io.controlgraph.trace.paths;

import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import org.apache.jena.graph.Node;

/**
 * The statements of one property, walked one way.
 *
 * <p>What a step costs depends on the statement only, not on which way it is walked.
 */
final class Way {
  /** What a hop costs where nothing else is linked: the unit of costs is a thousandth of it. */
  static final int HOP = 1_000;

  /** More than any statement costs. */
  static final int DEAREST = 32 * HOP;

  private static final int[] COSTS = new int[4_096];

  static {
    for (int links = 1; links < COSTS.length; links++) {
      COSTS[links] = costOf(links);
    }
  }

  private final Node property;
  private final int rank;
  private final boolean isBackwards;
  private final Rows there;
  private final Rows back;
  private final Mappings mappings;
  private final boolean isMapping;

  /**
   * @param rank the place of the way in the order of all
   * @param mappings the mappings of the index
   */
  Way(Node property, int rank, boolean isBackwards, Links links, Mappings mappings) {
    this.property = property;
    this.rank = rank;
    this.isBackwards = isBackwards;
    this.there = isBackwards ? links.backward() : links.forward();
    this.back = isBackwards ? links.forward() : links.backward();
    this.mappings = mappings;
    this.isMapping = Mappings.isEnd(property);
  }

  Node property() {
    return property;
  }

  boolean isBackwards() {
    return isBackwards;
  }

  /** The place of the way in the order of all: by property, as stated before backwards. */
  int rank() {
    return rank;
  }

  /** How long a step is, in halves of a hop. */
  int halves() {
    return isMapping ? 1 : 2;
  }

  /** How many steps there are from a node, closed ones too. */
  int count(int node) {
    return there.length(node);
  }

  /** Where steps from a node lead, closed ones too. */
  int[] from(int node) {
    return there.of(node);
  }

  /** Whether a step may be taken. */
  boolean isOpen(int node, int next) {
    return !isMapping || mappings.isLink(isBackwards ? next : node);
  }

  /** What a step costs. */
  int cost(int node, int next) {
    return cost(
        Math.max(links(there, node, isBackwards), links(back, next, !isBackwards)), isMapping);
  }

  /** The least that any step from a node costs. */
  int leastCost(int node) {
    return cost(links(there, node, isBackwards), isMapping);
  }

  /** How many links there are at an end; at a requirement all of its mappings. */
  private int links(Rows rows, int node, boolean isObject) {
    return isMapping && isObject ? mappings.count(node) : rows.length(node);
  }

  private static int cost(int links, boolean isHalf) {
    int cost = links < COSTS.length ? COSTS[links] : costOf(links);
    return isHalf ? cost / 2 : cost;
  }

  private static int costOf(int links) {
    return HOP + (int) StrictMath.round(HOP * StrictMath.log(links) / StrictMath.log(2));
  }
}
