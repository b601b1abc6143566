package io.controlgraph.trace.lanes;

import io.controlgraph.trace.paths.Edge;
import java.util.List;
import org.apache.jena.graph.Node;

/**
 * The lanes of a thing.
 *
 * @param node the thing, which is in none of its lanes
 * @param kind what it is traced as
 * @param lanes all lanes of the kind, those upstream first, in the order in which they are come to
 * @param edges the statements that lead from the thing or a lane to a lane or back to the thing,
 *     each once each way, in the order in which they were come upon
 */
public record Trace(Node node, Kind kind, List<Lane> lanes, List<Edge> edges) {
  public Trace {
    lanes = List.copyOf(lanes);
    edges = List.copyOf(edges);
  }
}
