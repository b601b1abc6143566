package io.controlgraph.trace.paths;

import java.util.List;

/**
 * A path on which no node comes twice.
 *
 * @param edges its statements in the order they are walked, each from where the one before led;
 *     none from a node to itself
 * @param hops how long it is: a statement is one hop, each of the two statements of a mapping half
 *     of one, and a half at the end counts as a whole
 * @param cost what it costs, in steps of 0.001, as {@link Paths#weighting} says
 */
public record Path(List<Edge> edges, int hops, double cost) {
  public Path {
    edges = List.copyOf(edges);
  }
}
