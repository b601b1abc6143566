package io.controlgraph.sparql;

import io.controlgraph.graph.View;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.exec.RowSet;
import org.jspecify.annotations.Nullable;

/** Counts the triples of the graphs, once a revision. */
public final class GraphCounts {
  private static final String ALL = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }";
  private static final String EACH =
      "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g";

  private volatile @Nullable Counts last;

  /**
   * The triples of one revision.
   *
   * @param all of the union of all graphs
   * @param each of each graph, by its name
   */
  public record Counts(long revision, long all, Map<String, Long> each) {}

  /** What the view holds. */
  public Counts of(View view) {
    Counts known = last;
    long revision = view.revision().number();
    if (known != null && known.revision() == revision) {
      return known;
    }
    Map<String, Long> each = new TreeMap<>();
    RowSet rows = view.select(EACH);
    rows.forEach(row -> each.put(row.get("g").getURI(), number(row.get("n"))));
    rows.close();
    RowSet all = view.select(ALL);
    Counts counted = new Counts(revision, number(all.next().get("n")), each);
    all.close();
    last = counted;
    return counted;
  }

  private static long number(Node count) {
    return ((Number) count.getLiteralValue()).longValue();
  }
}
