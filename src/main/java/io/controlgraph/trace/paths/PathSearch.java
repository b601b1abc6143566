package io.controlgraph.trace.paths;

import io.controlgraph.graph.Deadline;
import io.controlgraph.trace.index.TraceIndex;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the cheapest simple paths between two nodes of an index. May be asked by several threads at
 * once.
 *
 * <p>Searches from both ends until they meet say what the rest of a way costs at least. With that,
 * Yen's algorithm as Lawler improved it takes the paths in order: the best path is one answer, and
 * those that leave it at one of its nodes are looked for apart, each only when nothing cheaper is
 * left.
 *
 * @see <a href="https://doi.org/10.1287/mnsc.17.11.712">Yen, Finding the K shortest loopless paths
 *     in a network</a>
 * @see <a href="https://doi.org/10.1287/mnsc.18.7.401">Lawler, A procedure for computing the K best
 *     solutions to discrete optimization problems</a>
 */
public final class PathSearch {
  private final TraceIndex index;
  private final Readings readings;

  /** Searches an index, and has the statements read as an ontology does. */
  public PathSearch(TraceIndex index, Readings readings) {
    this.index = index;
    this.readings = readings;
  }

  /**
   * The best paths of a request. None if one of its nodes is not in the index; the one without a
   * statement from a node to itself.
   *
   * @throws io.controlgraph.graph.GraphFailure.DeadlineExceeded if the deadline passes before all
   *     are found
   */
  public Paths find(PathRequest request, Deadline deadline) {
    int from = index.number(request.from());
    int to = index.number(request.to());
    if (from < 0 || to < 0) {
      return new Paths(List.of(), Paths.WEIGHTING);
    }
    Ways ways = Ways.of(index, readings, request.properties(), request.direction());
    Ranking ranking =
        new Ranking(ways, from, to, request.maxHops(), index::iri, new Clock(deadline));
    List<Path> paths = new ArrayList<>();
    for (Trail trail : ranking.best(request.count())) {
      paths.add(path(trail));
    }
    return new Paths(paths, Paths.WEIGHTING);
  }

  private Path path(Trail trail) {
    List<Edge> edges = new ArrayList<>();
    for (int count = 1; count <= trail.steps(); count++) {
      Trail step = trail.first(count);
      Trail before = step.before();
      Way way = step.way();
      if (before != null && way != null) {
        edges.add(edge(before.node(), way, step.node()));
      }
    }
    return new Path(edges, (trail.halves() + 1) / 2, trail.cost() / (double) Way.HOP);
  }

  private Edge edge(int node, Way way, int next) {
    return new Edge(
        index.node(way.isBackwards() ? next : node),
        way.property(),
        index.node(way.isBackwards() ? node : next),
        way.isBackwards(),
        readings.of(way.property(), way.isBackwards()));
  }
}
