package io.controlgraph.trace.lanes;

import java.util.List;
import org.apache.jena.graph.Node;

/**
 * All things that stand in one relation to the thing traced.
 *
 * @param name what they are, such as "implementations"
 * @param side on which side they are
 * @param nodes each once, in the order of their IRIs; there may be none
 */
public record Lane(String name, Side side, List<Node> nodes) {
  public Lane {
    nodes = List.copyOf(nodes);
  }
}
