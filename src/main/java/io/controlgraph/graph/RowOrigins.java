package io.controlgraph.graph;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/**
 * From which members of a federation a row came, by what it tells of: the members that state
 * something about the things in its cells.
 *
 * <p>A thing that all members know, such as a requirement of a framework, which stands on all
 * servers, tells nothing about where a row came from; it counts only in a row that has nothing
 * else.
 */
public final class RowOrigins {
  private RowOrigins() {}

  /**
   * The members that a row came from.
   *
   * @param cells the row's nodes; literals say nothing
   * @param origins what {@link View#origins} says of them at least
   * @param members how many members the federation has
   * @return names in order; empty if no member states anything about any cell
   */
  public static SortedSet<String> of(
      Collection<Node> cells, Map<Node, Set<String>> origins, int members) {
    Set<Set<String>> known =
        cells.stream()
            .map(cell -> origins.getOrDefault(cell, Set.of()))
            .filter(names -> !names.isEmpty())
            .collect(Collectors.toSet());
    SortedSet<String> telling = union(known, members);
    return telling.isEmpty() ? union(known, members + 1) : telling;
  }

  private static SortedSet<String> union(Set<Set<String>> known, int fewerThan) {
    return known.stream()
        .filter(names -> names.size() < fewerThan)
        .flatMap(Set::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
