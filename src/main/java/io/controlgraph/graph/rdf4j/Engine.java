package io.controlgraph.graph.rdf4j;

import io.controlgraph.graph.Capability;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.Preview;
import io.controlgraph.graph.Revision;
import java.util.List;
import java.util.Set;
import org.eclipse.rdf4j.repository.RepositoryConnection;

/** What differs between the engines that RDF4J reaches. */
interface Engine extends AutoCloseable {

  /** As a user would name it. */
  String name();

  Set<Capability> capabilities();

  /** Steps of work with it. */
  Guard guard(Deadline deadline);

  /** A connection for reading, until the deadline. */
  RepositoryConnection connect(Deadline deadline);

  /**
   * The revision that a connection reads.
   *
   * @param view asks over it
   */
  Revision revision(RepositoryConnection connection, EngineView view);

  /** At most {@code limit} revisions, newest first, from {@code newest} downwards. */
  List<Revision> list(EngineView view, long newest, int limit);

  /**
   * Makes a change, all of it or nothing, and moves the revision.
   *
   * @param net what to change
   * @param next the revision it makes; its hash is still to be made
   * @return the revision as it stands now
   * @throws GraphFailure.Overtaken if another revision than the one before is the latest now
   * @throws GraphFailure.TooLarge if it cannot be made at once
   */
  Revision commit(Preview net, Revision next, Deadline deadline);

  @Override
  void close();
}
