package io.controlgraph.graph.rdf4j;

import io.controlgraph.graph.Capability;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.Revision;
import io.controlgraph.graph.RevisionLog;
import io.controlgraph.graph.Scope;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;

/** The revisions that an engine has noted: who, when and why, but not the changes themselves. */
final class EngineLog implements RevisionLog {
  private static final Duration BRIEF = Duration.ofSeconds(30);

  private final Rdf4jGraphStore store;
  private final Engine engine;

  EngineLog(Rdf4jGraphStore store, Engine engine) {
    this.store = store;
    this.engine = engine;
  }

  @Override
  public List<Revision> list(long newest, int limit) {
    return store.read(
        Scope.ALL, Deadline.after(BRIEF), view -> engine.list((EngineView) view, newest, limit));
  }

  @Override
  public InputStream record(long number) {
    throw notKept();
  }

  @Override
  public void changes(long number, Changed to) {
    throw notKept();
  }

  @Override
  public Verification verify() {
    throw notKept();
  }

  private GraphFailure notKept() {
    return new GraphFailure.NotCapable(engine.name(), Capability.CHANGES);
  }
}
