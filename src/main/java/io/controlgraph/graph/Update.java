package io.controlgraph.graph;

import java.util.List;

/**
 * A SPARQL 1.1 Update request. Its patterns see the union of the named graphs as default graph,
 * unless it says otherwise; what it inserts and deletes must name its graph.
 *
 * @param text the operations
 * @param usingGraphs graphs that make up the default graph of its patterns, in place of USING
 * @param usingNamedGraphs named graphs of its patterns, in place of USING NAMED
 */
public record Update(String text, List<String> usingGraphs, List<String> usingNamedGraphs) {
  public Update {
    usingGraphs = List.copyOf(usingGraphs);
    usingNamedGraphs = List.copyOf(usingNamedGraphs);
  }

  /** Operations that say themselves what they see. */
  public static Update of(String text) {
    return new Update(text, List.of(), List.of());
  }

  /** Whether the patterns see other graphs than the operations say. */
  public boolean hasDataset() {
    return !usingGraphs.isEmpty() || !usingNamedGraphs.isEmpty();
  }
}
