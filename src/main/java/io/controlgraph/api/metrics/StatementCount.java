package io.controlgraph.api.metrics;

import io.controlgraph.graph.CommitListener.Commit;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Scope;
import java.time.Duration;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.jena.sparql.exec.RowSet;

/**
 * How many statements the graphs hold, each counted once for every graph that says it. Counted when
 * it is first asked for, and kept by the commits from then on.
 */
final class StatementCount implements AutoCloseable {
  private static final String COUNT = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final GraphStore store;
  private final Deadline.Registration listening;

  /** What commits added on balance that are not in the count, by revision. */
  private final NavigableMap<Long, Long> since = new TreeMap<>();

  private long counted;
  private boolean known;

  StatementCount(GraphStore store) {
    this.store = store;
    this.listening = store.listen(this::note);
  }

  private synchronized void note(Commit commit) {
    long change = (long) commit.added().size() - commit.deleted().size();
    if (known) {
      counted += change;
    } else {
      since.put(commit.revision().number(), change);
    }
  }

  /** The count now; not a number while the store does not answer. */
  double now() {
    synchronized (this) {
      if (known) {
        return counted;
      }
    }
    try {
      return store.<Double, GraphFailure>read(
          Scope.ALL,
          Deadline.after(PATIENCE),
          view -> {
            RowSet rows = view.select(COUNT);
            Number number = (Number) rows.next().get("n").getLiteralValue();
            return begin(view.revision().number(), number.longValue());
          });
    } catch (GraphFailure e) {
      return Double.NaN;
    }
  }

  private synchronized double begin(long revision, long count) {
    if (!known) {
      counted = count;
      since.tailMap(revision, false).values().forEach(change -> counted += change);
      since.clear();
      known = true;
    }
    return counted;
  }

  @Override
  public void close() {
    listening.close();
  }
}
