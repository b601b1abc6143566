package io.controlgraph.trace.forms;

import io.controlgraph.trace.paths.Edge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * What is to be shown of paths or of a trace.
 *
 * @param marked the nodes asked for; shown even if no edge touches them
 * @param edges the edges; a statement that several walk is shown once, as the first walks it
 * @param labels what to call a node, in any text
 */
public record Picture(List<Node> marked, List<Edge> edges, Function<Node, String> labels) {
  public Picture {
    marked = List.copyOf(marked);
    edges = List.copyOf(edges);
  }

  /** The statements, each once, in the order of the edges. */
  public List<Triple> triples() {
    return drawn().stream().map(Edge::triple).toList();
  }

  /** One edge for each statement. */
  List<Edge> drawn() {
    Set<Triple> seen = new LinkedHashSet<>();
    List<Edge> drawn = new ArrayList<>();
    for (Edge edge : edges) {
      if (seen.add(edge.triple())) {
        drawn.add(edge);
      }
    }
    return drawn;
  }

  /** A short name for each node, in which no character means anything to a program. */
  Map<Node, String> names() {
    Map<Node, String> names = new LinkedHashMap<>();
    for (Node node : marked) {
      names.putIfAbsent(node, "n" + names.size());
    }
    for (Edge edge : edges) {
      names.putIfAbsent(edge.from(), "n" + names.size());
      names.putIfAbsent(edge.to(), "n" + names.size());
    }
    return names;
  }
}
