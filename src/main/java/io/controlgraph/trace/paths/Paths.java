package io.controlgraph.trace.paths;

import java.util.List;

/**
 * The paths that were found.
 *
 * @param paths the cheapest first; among those of one cost the shortest, then in the order of the
 *     IRIs of their nodes and properties; none twice
 * @param weighting what makes a path cheap, and what is not walked, in words
 */
public record Paths(List<Path> paths, String weighting) {
  /** How paths are weighed, in words for whoever reads the answer. */
  public static final String WEIGHTING =
      "The cheapest path comes first; of two that cost the same, the one with fewer hops. A"
          + " statement costs 1 + log2(n), where n is how many statements of its property there are"
          + " at the busier of its two ends: 1 if there is no other, 7 if 64 things hang on the"
          + " same post, so that hubs do not swallow every path. A mapping is one hop from its"
          + " subject to its object and costs half for each of its two statements, with n the"
          + " number of mappings of the requirement, so that a direct mapping comes before one"
          + " derived through other mappings. Mappings that deny a link, or say that nothing was"
          + " found, are not walked. Not walked unless asked for by name, since they connect"
          + " everything with everything: the type, and properties whose values are concepts"
          + " (status, kind), organisations or frameworks, and the predicate and justification of a"
          + " mapping.";

  public Paths {
    paths = List.copyOf(paths);
  }
}
