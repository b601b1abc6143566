package io.controlgraph.graph.rdf4j;

import io.controlgraph.graph.CommitListener;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.Preview;
import io.controlgraph.graph.Revision;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who want to know what is written from here. */
final class Listeners {
  private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

  private final List<CommitListener> listeners = new CopyOnWriteArrayList<>();

  Deadline.Registration add(CommitListener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** The revision stands, whatever a listener makes of it. */
  void tell(Revision revision, Preview net) {
    CommitListener.Commit commit =
        new CommitListener.Commit(
            revision, new LinkedHashSet<>(net.added()), new LinkedHashSet<>(net.deleted()));
    for (CommitListener listener : listeners) {
      try {
        listener.committed(commit);
      } catch (RuntimeException | Error e) {
        LOG.error("A listener failed at revision {}", revision.number(), e);
      }
    }
  }
}
