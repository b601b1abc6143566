package io.controlgraph.api.metrics;

import io.controlgraph.graph.Capability;
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

  private static final long UNKNOWN = -1;

  private final GraphStore store;
  private final Deadline.Registration listening;

  /** What commits added on balance that a count under way may not have, by revision. */
  private final NavigableMap<Long, Long> meanwhile = new TreeMap<>();

  private long counted;
  private long revision = UNKNOWN;
  private boolean counting;

  StatementCount(GraphStore store) {
    this.store = store;
    this.listening = store.listen(this::note);
  }

  /** A view may show a commit before it is told of. */
  private synchronized void note(Commit commit) {
    long number = commit.revision().number();
    long change = (long) commit.added().size() - commit.deleted().size();
    if (revision == UNKNOWN && counting) {
      meanwhile.put(number, change);
    } else if (revision != UNKNOWN && number > revision) {
      counted += change;
      revision = number;
    }
  }

  /**
   * The count now; not a number while the store does not answer, and for a federation. Where others
   * may write without being seen here, it is counted each time.
   */
  double now() {
    if (!store.can(Capability.REVISIONS)) {
      return Double.NaN;
    }
    synchronized (this) {
      if (revision != UNKNOWN) {
        return counted;
      }
      counting = true;
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

  private synchronized double begin(long seen, long count) {
    if (!store.can(Capability.CHANGES)) {
      return count;
    }
    if (revision == UNKNOWN) {
      counted = count;
      meanwhile.tailMap(seen, false).values().forEach(change -> counted += change);
      revision = meanwhile.isEmpty() ? seen : Math.max(seen, meanwhile.lastKey());
      meanwhile.clear();
    }
    return counted;
  }

  @Override
  public void close() {
    listening.close();
  }
}
