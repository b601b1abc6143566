package io.controlgraph.graph;

import java.time.Duration;
import java.util.Set;

/**
 * A graph of linked data with a history, whatever engine keeps it.
 *
 * <p>A store is read through {@link View}s, each of which stands at one revision for as long as it
 * lasts, and written through {@code write} alone. Readers never wait for a writer; writers take
 * turns. All methods may be called from any thread.
 */
public interface GraphStore extends AutoCloseable {

  /** The IRI that instance IRIs of this store begin with; ends in a slash and never changes. */
  String baseIri();

  /** The engine that keeps it, as a user would name it: {@code tdb2}, {@code sparql} ... */
  String engine();

  /** What the engine can do beyond answering questions; it never changes while it is open. */
  Set<Capability> capabilities();

  /** Whether the engine can do something. */
  default boolean can(Capability capability) {
    return capabilities().contains(capability);
  }

  /**
   * @throws GraphFailure.NotCapable if the engine cannot do something
   */
  default void require(Capability capability) {
    if (!can(capability)) {
      throw new GraphFailure.NotCapable(engine(), capability);
    }
  }

  /** The other servers that queries may ask. */
  ServiceList services();

  /** The latest committed revision. */
  Revision revision();

  /**
   * Runs {@code work} at the latest revision and returns what it returns.
   *
   * @param scope which graphs may be seen
   * @param deadline until when the work may read; a query that runs longer is stopped
   * @throws GraphFailure.DeadlineExceeded if the deadline passes
   * @throws X what the work throws
   */
  <T extends @org.jspecify.annotations.Nullable Object, X extends Exception> T read(
      Scope scope, Deadline deadline, ReadWork<T, X> work) throws X;

  /**
   * Runs {@code work} in a transaction and commits its net change as one revision, if it has any
   * and if the graph as it would be is well formed. Waits for the writers before it, however long
   * they take.
   *
   * @param author who writes, as it shall stand in the log
   * @param message why, in a line
   * @throws X what the work throws; nothing is then written
   */
  <X extends Exception> WriteOutcome write(String author, String message, WriteWork<X> work)
      throws X;

  /**
   * Writes as {@link #write(String, String, WriteWork)} does, but not for longer than it is given.
   *
   * @param deadline until when it waits for the writers before it, and works; nothing is committed
   *     by work that ends later
   * @throws GraphFailure.DeadlineExceeded if the deadline passes, or is cancelled
   * @throws X what the work throws; nothing is then written
   */
  <X extends Exception> WriteOutcome write(
      String author, String message, Deadline deadline, WriteWork<X> work) throws X;

  /**
   * Runs {@code work} as {@link #write(String, String, WriteWork)} would and tells the outcome, but
   * writes nothing.
   */
  <X extends Exception> Preview preview(WriteWork<X> work) throws X;

  /**
   * Has a listener told of every commit from now on.
   *
   * @return ends the arrangement
   */
  Deadline.Registration listen(CommitListener listener);

  /**
   * How often to read anew what is kept of a store that lacks {@link Capability#REVISIONS}, and so
   * cannot tell whether it has changed.
   */
  default Duration pollEvery() {
    return Duration.ofMinutes(1);
  }

  /** The log of all revisions. */
  RevisionLog log();

  @Override
  void close();

  /** What to do with a view. */
  @FunctionalInterface
  interface ReadWork<T extends @org.jspecify.annotations.Nullable Object, X extends Exception> {
    T read(View view) throws X;
  }

  /** What to do in a transaction. */
  @FunctionalInterface
  interface WriteWork<X extends Exception> {
    void write(Transaction transaction) throws X;
  }
}
