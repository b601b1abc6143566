package io.controlgraph.trace.paths;

import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * Which paths are asked for.
 *
 * @param from the node they begin at
 * @param to the node they end at
 * @param count how many at most, 1 to {@value #MOST_PATHS}
 * @param maxHops how many hops each has at most, 1 to {@value #MOST_HOPS}
 * @param properties the properties that are walked; empty for all that are walked unless asked
 *     otherwise, as {@link Paths#weighting} says
 * @param direction which way they are walked
 */
public record PathRequest(
    Node from, Node to, int count, int maxHops, Set<Node> properties, Direction direction) {
  /** The most paths that one answer has. */
  public static final int MOST_PATHS = 50;

  /** The most hops that a path may be allowed. */
  public static final int MOST_HOPS = 12;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public PathRequest {
    if (count < 1 || count > MOST_PATHS) {
      throw new IllegalArgumentException("Between 1 and " + MOST_PATHS + " paths, not " + count);
    }
    if (maxHops < 1 || maxHops > MOST_HOPS) {
      throw new IllegalArgumentException("Between 1 and " + MOST_HOPS + " hops, not " + maxHops);
    }
    properties = Set.copyOf(properties);
  }
}
