package io.controlgraph.bench;

import io.controlgraph.graph.jena.Tdb2GraphStore;
import java.io.IOException;
import java.util.List;

/**
 * All that is asked, as it is sent: made before a server has the store.
 *
 * @param figures coverage, the dashboard and gaps
 * @param again what was asked before
 * @param traces traces, impact and neighbours
 * @param scoped every question of the catalogue about one organisation
 * @param overAll every question that can be asked about all organisations
 * @param path one shortest path each
 * @param paths five shortest paths each
 * @param whatIf what would be lost without something
 * @param written the implementations that writes prove
 */
record Plan(
    List<Contest> figures,
    Contest again,
    List<Contest> traces,
    List<Contest> scoped,
    List<Contest> overAll,
    List<Ask> path,
    List<Ask> paths,
    List<Ask> whatIf,
    List<String> written) {
  private static final int FIVE = 5;

  static Plan of(BenchData data) throws IOException {
    try (Tdb2GraphStore store = data.open()) {
      Asked asked = new Asked(store);
      Contests contests = new Contests(asked);
      return new Plan(
          contests.figures(),
          contests.again(),
          contests.traces(),
          contests.catalogue(),
          contests.catalogueOverAll(),
          contests.paths(1),
          contests.paths(FIVE),
          contests.whatIf(),
          Writes.targets(asked));
    }
  }
}
