package io.controlgraph.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SPARQL 1.1 Update request. Its patterns see the union of the named graphs as default graph,
 * unless it says otherwise; what it inserts and deletes must name its graph.
 *
 * @param text the operations
 * @param usingGraphs graphs that make up the default graph of its patterns, in place of USING
 * @param usingNamedGraphs named graphs of its patterns, in place of USING NAMED
 * @param within the one graph it works on, which then stands for the default graph
 */
public record Update(
    String text, List<String> usingGraphs, List<String> usingNamedGraphs, @Nullable String within) {
  public Update {
    usingGraphs = List.copyOf(usingGraphs);
    usingNamedGraphs = List.copyOf(usingNamedGraphs);
  }

  /** Operations that say themselves what they see. */
  public static Update of(String text) {
    return new Update(text, List.of(), List.of(), null);
  }

  /** Operations whose patterns see the graphs that the request names. */
  public static Update using(String text, List<String> graphs, List<String> namedGraphs) {
    return new Update(text, graphs, namedGraphs, null);
  }

  /** Operations on one graph, which they need not name. */
  public static Update within(String text, String graph) {
    return new Update(text, List.of(), List.of(), graph);
  }

  /** Whether the patterns see other graphs than the operations say. */
  public boolean hasDataset() {
    return !usingGraphs.isEmpty() || !usingNamedGraphs.isEmpty();
  }
}
