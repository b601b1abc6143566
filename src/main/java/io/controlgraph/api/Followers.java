package io.controlgraph.api;

import io.controlgraph.api.changes.ChangeFeed;
import io.controlgraph.api.metrics.Metrics;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.search.LiveIndex;
import io.controlgraph.trace.LiveTrace;
import io.controlgraph.trace.index.IndexFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** All in a server that follows the commits of its store, from its start to its end. */
record Followers(ChangeFeed feed, Metrics metrics, LiveIndex index, LiveTrace trace)
    implements AutoCloseable {

  /**
   * Begins to follow.
   *
   * @param copies a folder for copies of indexes between runs; null for none
   * @param stays whether the server stays, so that the trace index is made before it is asked for
   */
  static Followers of(GraphStore store, @Nullable Path copies, boolean stays) {
    IndexFile copy = copies == null ? null : new IndexFile(copies.resolve("trace.index"));
    LiveTrace trace = stays ? LiveTrace.atOnce(store, copy) : LiveTrace.over(store, copy);
    return new Followers(new ChangeFeed(store), new Metrics(store), LiveIndex.over(store), trace);
  }

  @Override
  public void close() {
    feed.close();
    metrics.close();
    index.close();
    trace.close();
  }
}
